namespace ChatPS;

/// <summary>What was written in some time, gathered for those who have to look into it.</summary>
public sealed class ChatComplianceReport : ChatObject
{
    /// <summary>The platform's id of the report.</summary>
    public required string Id { get; init; }

    /// <summary>The same as <see cref="Id"/>, under the name by which other cmdlets take it from the pipeline.</summary>
    public string ComplianceReportId => Id;

    /// <summary>What the report is for.</summary>
    public string? Description { get; init; }

    /// <summary>How far it is: created, running, finished, failed or removed.</summary>
    public required string Status { get; init; }

    /// <summary>Whether it was asked for (adhoc) or is made every day (daily).</summary>
    public string? Type { get; init; }

    /// <summary>How many messages it has.</summary>
    public long MessageCount { get; init; }

    /// <summary>The words of which each message has one; empty for all messages.</summary>
    public IReadOnlyList<string> Keywords { get; init => field = Lists.Indexable(value); } = [];

    /// <summary>The e-mail addresses of those whose messages it has; empty for everybody.</summary>
    public IReadOnlyList<string> Emails { get; init => field = Lists.Indexable(value); } = [];

    /// <summary>The id of who asked for it.</summary>
    public string? UserId { get; init; }

    /// <summary>The time of the first messages.</summary>
    public DateTimeOffset? StartsAt { get; init; }

    /// <summary>The time of the last messages.</summary>
    public DateTimeOffset? EndsAt { get; init; }

    /// <summary>When it was asked for.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>What it is for.</summary>
    /// <returns>A text for people.</returns>
    public override string ToString() => Description ?? Id;

    internal override string? ShownAs => Description ?? Id;
}
