using System.Security;

namespace ChatPS;

/// <summary>A running process of an app: a Heroku dyno, a Hathora process.</summary>
public sealed class ChatProcess : ChatAppObject
{
    /// <summary>The platform's id of the process.</summary>
    public required string Id { get; init; }

    /// <summary>The same as <see cref="Id"/>, under the name by which other cmdlets take it from the pipeline.</summary>
    public string ProcessId => Id;

    /// <summary>The name among the app's processes, such as web.1, where the platform gives it one.</summary>
    public string? Name { get; init; }

    /// <summary>The process type, such as web; one-off processes are of the type run.</summary>
    public string? Type { get; init; }

    /// <summary>
    /// What it is doing: starting, up, idle, crashed or down on Heroku; starting, running, draining, stopping, stopped or failed on Hathora.
    /// </summary>
    public string? State { get; init; }

    /// <summary>The name of its size.</summary>
    public string? Size { get; init; }

    /// <summary>What it runs.</summary>
    public string? Command { get; init; }

    /// <summary>The version of the release it runs.</summary>
    public int? Release { get; init; }

    /// <summary>The id of the release it runs.</summary>
    public string? ReleaseId { get; init; }

    /// <summary>Where the terminal of an attached one-off process is reached. Whoever knows it is let in.</summary>
    public SecureString? AttachUrl { get; init; }

    /// <summary>Where it runs (Hathora).</summary>
    public string? Region { get; init; }

    /// <summary>Where it is reached from outside, as long as it is there (Hathora).</summary>
    public ChatPort? ExposedPort { get; init; }

    /// <summary>The other ports at which it is reached (Hathora).</summary>
    public IReadOnlyList<ChatPort> AdditionalPorts { get; init => field = Lists.Indexable(value); } = [];

    /// <summary>The host of <see cref="ExposedPort"/>.</summary>
    public string? Host => ExposedPort?.Host;

    /// <summary>The number of <see cref="ExposedPort"/>.</summary>
    public int? Port => ExposedPort?.Port;

    /// <summary>The id of the deployment that it was started from (Hathora).</summary>
    public string? DeploymentId { get; init; }

    /// <summary>The id of the fleet that it runs on; null where the machines are the platform's own (Hathora).</summary>
    public string? FleetId { get; init; }

    /// <summary>What kind of machine it runs on: metal, cloud or shared (Hathora).</summary>
    public string? Hosting { get; init; }

    /// <summary>How many rooms are on it now (Hathora).</summary>
    public int? RoomsAllocated { get; init; }

    /// <summary>How many rooms it takes (Hathora).</summary>
    public int? RoomsPerProcess { get; init; }

    /// <summary>Why it ended, in short, once it has (Hathora).</summary>
    public string? ExitReason { get; init; }

    /// <summary>When it was started; on Hathora, when it was asked for.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>When its state last changed (Heroku).</summary>
    public DateTimeOffset? UpdatedAt { get; init; }

    /// <summary>When a machine was found for it (Hathora).</summary>
    public DateTimeOffset? ScheduledAt { get; init; }

    /// <summary>When its container began to run (Hathora).</summary>
    public DateTimeOffset? BootedAt { get; init; }

    /// <summary>When it began to listen at its port (Hathora).</summary>
    public DateTimeOffset? StartedAt { get; init; }

    /// <summary>When it was told to stop (Hathora).</summary>
    public DateTimeOffset? StoppingAt { get; init; }

    /// <summary>When it had ended (Hathora).</summary>
    public DateTimeOffset? TerminatedAt { get; init; }

    /// <summary>The name, or else the id.</summary>
    /// <returns><see cref="Name"/> or <see cref="Id"/>.</returns>
    public override string ToString() => Name ?? Id;

    internal override string? ShownAs => Name ?? Id;

    internal override bool HasViewsOfPlatforms => true;
}
