using ChatPS.Client.Http;

namespace ChatPS.Client.Capabilities;

/// <summary>A process to be run; what is null the platform decides.</summary>
internal sealed record NewProcess
{
    public string? Command { get; init; }

    public string? Type { get; init; }

    public string? Size { get; init; }

    /// <summary>Whether somebody will be at its terminal.</summary>
    public bool? Attach { get; init; }

    /// <summary>Whether it is to have no terminal even when attached.</summary>
    public bool? ForceNoTty { get; init; }

    /// <summary>Variables that it has beside the app's own.</summary>
    public IReadOnlyDictionary<string, Secret>? Environment { get; init; }

    public TimeSpan? TimeToLive { get; init; }
}

internal interface IProcessStopper
{
    Task StopAsync(string app, string process, CallContext context);

    /// <summary>Stops all processes of a type.</summary>
    Task StopTypeAsync(string app, string type, CallContext context);
}

internal interface IProcessRestarter
{
    Task RestartAsync(string app, string process, CallContext context);

    /// <summary>Restarts all processes of a type.</summary>
    Task RestartTypeAsync(string app, string type, CallContext context);

    /// <summary>Restarts all that the app runs.</summary>
    Task RestartAllAsync(string app, CallContext context);
}
