using ChatPS.Client.Http;

namespace ChatPS.Files;

/// <summary>Shows how far large downloads are.</summary>
internal static class SaveProgress
{
    // Smaller files are there before anybody could read how far they are.
    private const long Worth = 4 * 1024 * 1024;
    private const long Step = 1024 * 1024;

    /// <param name="name">What is saved.</param>
    /// <param name="target">Where it goes.</param>
    /// <param name="context">The call.</param>
    /// <param name="save">Saves it, and says how far it is.</param>
    public static async Task ShowAsync(string name, Stream target, CallContext context, Func<Action<long, long?>, Task> save)
    {
        var activity = $"Saving {name}";
        var next = Worth;
        await save(Report).ConfigureAwait(false);
        if (next > Worth)
            context.Log.Progress(activity, target.Length, target.Length);

        void Report(long done, long? total)
        {
            if (done < next)
                return;
            next = done + Step;
            context.Log.Progress(activity, done, total);
        }
    }
}
