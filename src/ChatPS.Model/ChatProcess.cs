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

    /// <summary>What it is doing: starting, up, idle, crashed, down.</summary>
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

    /// <summary>When it was started.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>When its state last changed.</summary>
    public DateTimeOffset? UpdatedAt { get; init; }

    /// <summary>The name, or else the id.</summary>
    /// <returns><see cref="Name"/> or <see cref="Id"/>.</returns>
    public override string ToString() => Name ?? Id;

    internal override string? ShownAs => Name;
}
