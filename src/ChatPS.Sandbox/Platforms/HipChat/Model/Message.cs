namespace ChatPS.Sandbox.Platforms.HipChat.Model;

/// <summary>Something that was said, or that happened to a room's topic.</summary>
internal sealed record Message
{
    public const string OfUser = "message";
    public const string OfNotification = "notification";
    public const string OfTopic = "topic";

    public required string Id { get; init; }

    /// <summary>When, to the microsecond: what is written is all there is to it, and a search by it finds it.</summary>
    public required DateTimeOffset Date { get; init => field = value.AddTicks(-(value.Ticks % TimeSpan.TicksPerMicrosecond)); }

    public required string Text { get; init; }

    public string Type { get; init; } = OfUser;

    /// <summary>Null for what an add-on said.</summary>
    public User? From { get; init; }

    /// <summary>What an add-on or a notification calls itself.</summary>
    public string? FromName { get; init; }

    public IReadOnlyList<User> Mentions { get; init; } = [];

    /// <summary>Whether it was taken back: it stays, without its text.</summary>
    public bool IsDeleted { get; init; }

    public StoredFile? File { get; init; }

    /// <summary>The message that this one answers or belongs to.</summary>
    public string? AttachTo { get; init; }

    /// <summary>Html or text, where it was said.</summary>
    public string? Format { get; init; }

    public string? Color { get; init; }

    /// <summary>By what kind of token, and whose, a notification was sent.</summary>
    public (string Type, string Id)? Sender { get; init; }

    /// <summary>The card of a notification, as JSON text.</summary>
    public string? Card { get; init; }
}
