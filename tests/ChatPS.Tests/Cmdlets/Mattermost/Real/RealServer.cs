using System.Diagnostics;

namespace ChatPS.Tests.Cmdlets.Mattermost.Real;

/// <summary>
/// A real Mattermost for the tests to stand before, where CHATPS_MATTERMOST_URL names one, with the name and the password of an
/// administrator in CHATPS_MATTERMOST_USER and CHATPS_MATTERMOST_PASSWORD. The first class that comes fills it with what the sandbox has;
/// CHATPS_MATTERMOST_RESET may name a program that puts it back to a state before, and is run ahead of each class.
/// </summary>
internal static class RealServer
{
    /// <summary>There is one server, and the classes change it: each waits for the one before to end.</summary>
    private static readonly SemaphoreSlim Turn = new(1);

    public static string? Url => Environment.GetEnvironmentVariable("CHATPS_MATTERMOST_URL") is { Length: > 0 } url ? url : null;

    public static bool IsAsked => Url is not null;

    public static string UserName => Variable("USER");

    public static string Password => Variable("PASSWORD");

    /// <summary>Waits until the server is this class's own, which it is until what comes back is disposed.</summary>
    public static async Task<IDisposable> EnterAsync()
    {
        await Turn.WaitAsync();
        var turn = new Ending();
        try
        {
            await ResetAsync();
            return turn;
        }
        catch
        {
            turn.Dispose();
            throw;
        }
    }

    private static async Task ResetAsync()
    {
        if (Environment.GetEnvironmentVariable("CHATPS_MATTERMOST_RESET") is not { Length: > 0 } program)
            return;
        using var reset = Process.Start(program);
        await reset.WaitForExitAsync();
        if (reset.ExitCode != 0)
            throw new InvalidOperationException($"'{program}', which CHATPS_MATTERMOST_RESET names, ended with {reset.ExitCode}.");
    }

    private static string Variable(string name) => Environment.GetEnvironmentVariable("CHATPS_MATTERMOST_" + name)
        ?? throw new InvalidOperationException($"CHATPS_MATTERMOST_URL is set, and CHATPS_MATTERMOST_{name} is not.");

    private sealed class Ending : IDisposable
    {
        public void Dispose() => Turn.Release();
    }
}
