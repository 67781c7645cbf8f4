namespace ChatPS;

/// <summary>A server's note of what somebody did.</summary>
public sealed class ChatAudit : ChatObject
{
    /// <summary>The platform's id of the note.</summary>
    public required string Id { get; init; }

    /// <summary>The same as <see cref="Id"/>, under the name by which other cmdlets take it from the pipeline.</summary>
    public string AuditId => Id;

    /// <summary>When it was done.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>The id of who did it; null where nobody was signed in.</summary>
    public string? UserId { get; init; }

    /// <summary>The name of who did it, where it is known.</summary>
    public string? UserName { get; init; }

    /// <summary>What was done: the path of the operation.</summary>
    public required string Action { get; init; }

    /// <summary>What else there is to know, in the server's words.</summary>
    public string? Detail { get; init; }

    /// <summary>The address it came from.</summary>
    public string? IPAddress { get; init; }

    /// <summary>The id of the login under which it was done.</summary>
    public string? SessionId { get; init; }

    /// <summary>What was done.</summary>
    /// <returns><see cref="Action"/>.</returns>
    public override string ToString() => Action;
}
