using ChatPS.Common;

namespace ChatPS.Logs;

/// <summary>Whose log it is, or the part of it: an app's, or that of one of its processes.</summary>
/// <param name="app">The app.</param>
/// <param name="process">The process; null for all that the app runs.</param>
internal sealed class LogOwner(AppIdentity app, ProcessIdentity? process)
{
    public AppIdentity App => app;

    public ProcessIdentity? Process => process;

    /// <summary>What an error is of: an id of a process says it all, but there is a web.1 in every app.</summary>
    public string Value => IsId(process?.Value) ? process!.Value : app.Value;

    /// <summary>What people know it by.</summary>
    public string Display => process is null ? app.Display : IsId(process.Display) ? process.Display : $"{app.Display}-{process.Display}";

    private static bool IsId(string? process) => Guid.TryParse(process, out _);
}
