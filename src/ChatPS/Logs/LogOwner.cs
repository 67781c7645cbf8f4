using ChatPS.Common;

namespace ChatPS.Logs;

/// <summary>Whose log it is, or the part of it: an app's, that of one of its processes, or the server's own.</summary>
/// <param name="app">The app; null for the server.</param>
/// <param name="process">The process; null for all that the app runs.</param>
internal sealed class LogOwner(AppIdentity? app, ProcessIdentity? process)
{
    // What the log of a server is called.
    private const string Server = "server";

    public AppIdentity? App => app;

    public ProcessIdentity? Process => process;

    /// <summary>What an error is of: an id of a process says it all, but there is a web.1 in every app.</summary>
    public string Value => IsId(process?.Value) ? process!.Value : app?.Value ?? Server;

    /// <summary>What people know it by.</summary>
    public string Display => process is null ? app?.Display ?? Server : IsId(process.Display) ? process.Display : $"{app?.Display}-{process.Display}";

    private static bool IsId(string? process) => Guid.TryParse(process, out _);
}
