using ChatPS.Client.Http;
using ChatPS.Client.Paging;

namespace ChatPS.Client.Capabilities;

/// <summary>Which processes are wanted; what is null does not matter.</summary>
internal sealed record ProcessFilter
{
    public IReadOnlyList<string>? Status { get; init; }

    public IReadOnlyList<string>? Region { get; init; }

    /// <summary>Whether a process is one of them.</summary>
    public bool Fits(ChatProcess process) => IsOneOf(Status, process.State) && IsOneOf(Region, process.Region);

    private static bool IsOneOf(IReadOnlyList<string>? wanted, string? value) => wanted is null || wanted.Contains(value, StringComparer.OrdinalIgnoreCase);
}

/// <summary>A process to be run; what is null the platform decides.</summary>
internal sealed record NewProcess
{
    public string? Command { get; init; }

    public string? Type { get; init; }

    public string? Size { get; init; }

    /// <summary>Where it is to run.</summary>
    public string? Region { get; init; }

    /// <summary>Whether somebody will be at its terminal.</summary>
    public bool? Attach { get; init; }

    /// <summary>Whether it is to have no terminal even when attached.</summary>
    public bool? ForceNoTty { get; init; }

    /// <summary>Variables that it has beside the app's own.</summary>
    public IReadOnlyDictionary<string, Secret>? Environment { get; init; }

    public TimeSpan? TimeToLive { get; init; }
}

internal interface IProcessReader
{
    /// <param name="app">The app's id or name.</param>
    /// <param name="filter">Which ones are wanted. A platform that cannot choose them itself sends others too.</param>
    /// <param name="window">The part of the list that is wanted.</param>
    /// <param name="context">The call.</param>
    IAsyncEnumerable<ChatProcess> ListAsync(string app, ProcessFilter filter, PageWindow window, CallContext context);

    /// <param name="app">The app's id or name.</param>
    /// <param name="process">The process's id or, where the platform has one, its name.</param>
    /// <param name="filter">Which ones are wanted; it is for the caller to compare.</param>
    /// <param name="context">The call.</param>
    Task<ChatProcess> GetAsync(string app, string process, ProcessFilter filter, CallContext context);
}

internal interface IProcessCounter
{
    Task<ChatProcessCount> CountAsync(string app, ProcessFilter filter, CallContext context);
}

internal interface IProcessWaiter
{
    /// <summary>Waits until the process is there, or has ended already.</summary>
    /// <returns>The process as it is then.</returns>
    Task<ChatProcess> WaitAsync(ChatProcess process, CallContext context);
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
