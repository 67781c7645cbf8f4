namespace ChatPS;

/// <summary>Work that a server does in the background.</summary>
public sealed class ChatJob : ChatObject
{
    /// <summary>The platform's id of the job.</summary>
    public required string Id { get; init; }

    /// <summary>The same as <see cref="Id"/>, under the name by which other cmdlets take it from the pipeline.</summary>
    public string JobId => Id;

    /// <summary>What it does, in the platform's words: export_process, import_process, ldap_sync.</summary>
    public required string Type { get; init; }

    /// <summary>How far it is: pending, in_progress, success, warning, error, cancel_requested or canceled.</summary>
    public required string Status { get; init; }

    /// <summary>How much of it is done, in percent; null where the platform does not tell.</summary>
    public int? Progress { get; init; }

    /// <summary>What it was given, and what it left: its results, or what went wrong.</summary>
    public IReadOnlyDictionary<string, string> Data { get; init; } = new Dictionary<string, string>();

    /// <summary>What went wrong; null when nothing did, or the platform does not say.</summary>
    public string? Error { get; init; }

    /// <summary>Whether it has come to its end, good or bad.</summary>
    public bool HasEnded { get; init; }

    /// <summary>How urgent it is.</summary>
    public long Priority { get; init; }

    /// <summary>When it was asked for.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>When it began.</summary>
    public DateTimeOffset? StartedAt { get; init; }

    /// <summary>When there was last any news of it.</summary>
    public DateTimeOffset? LastActivityAt { get; init; }

    /// <summary>The type and the id.</summary>
    /// <returns>A text for people.</returns>
    public override string ToString() => $"{Type} {Id}";

    internal override string? ShownAs => $"{Type} {Id}";
}
