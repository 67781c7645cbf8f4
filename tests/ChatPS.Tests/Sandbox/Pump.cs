namespace ChatPS.Tests.Sandbox;

/// <summary>Moves a clock, or whatever else moves things along, until something has come to its end.</summary>
internal static class Pump
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(5);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    /// <exception cref="TimeoutException">It does not come to an end.</exception>
    public static async Task UntilAsync(Task end, Action step)
    {
        var began = TimeProvider.System.GetTimestamp();
        while (!end.IsCompleted)
        {
            if (TimeProvider.System.GetElapsedTime(began) > Patience)
                throw new TimeoutException("What was waited for has not come to an end.");
            step();
            await Task.WhenAny(end, Task.Delay(Pause));
        }
        await end;
    }
}
