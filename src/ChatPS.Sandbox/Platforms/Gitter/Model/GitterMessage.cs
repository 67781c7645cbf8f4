namespace ChatPS.Sandbox.Platforms.Gitter.Model;

/// <summary>A chat message.</summary>
internal sealed class GitterMessage
{
    public required string Id { get; init; }

    public required GitterRoom Room { get; init; }

    public required GitterUser From { get; init; }

    public required DateTimeOffset Sent { get; init; }

    public required GitterMarkup Content { get; set; }

    /// <summary>Whether it tells what the sender is doing.</summary>
    public bool? Status { get; init; }

    public DateTimeOffset? EditedAt { get; set; }

    /// <summary>The message whose thread it belongs to.</summary>
    public string? ParentId { get; init; }

    /// <summary>Answers in its thread; null when it never had any.</summary>
    public int? ThreadCount { get; set; }

    public int Version { get; set; } = 1;

    /// <summary>Ids of those who were seen to read it, in that order.</summary>
    public List<string> ReadBy { get; } = [];
}

/// <summary>A complaint about a message.</summary>
internal sealed record GitterReport(string Id, GitterUser Reporter, GitterMessage Message, string Text, DateTimeOffset Sent);
