namespace ChatPS.Host;

/// <summary>The exit codes of pwsh, which follow sysexits.h.</summary>
internal static class ExitCode
{
    public const int Success = 0;
    public const int Failure = 1;

    /// <summary>A wrong command line, an unknown file among them.</summary>
    public const int Usage = 64;

    /// <summary>The engine or the module could not be brought up.</summary>
    public const int StartupFailed = 70;

    /// <summary>What shells report for a program ended by Ctrl+C: 128 + SIGINT.</summary>
    public const int Interrupted = 130;
}
