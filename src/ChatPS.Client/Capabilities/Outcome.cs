namespace ChatPS.Client.Capabilities;

/// <summary>What came of one of several items that went out together: a value, or why there is none.</summary>
internal sealed record Outcome<T>(T? Value, ChatException? Error) where T : class;

internal static class Outcome
{
    public static Outcome<T> Of<T>(T value) where T : class => new(value, null);

    public static Outcome<T> Failed<T>(ChatException error) where T : class => new(null, error);

    /// <summary>Does one item's work, so that the others get their turn even if it fails.</summary>
    public static async Task<Outcome<T>> TryAsync<T>(Func<Task<T>> work) where T : class
    {
        try
        {
            return Of(await work().ConfigureAwait(false));
        }
        catch (ChatException e)
        {
            return Failed<T>(e);
        }
    }
}
