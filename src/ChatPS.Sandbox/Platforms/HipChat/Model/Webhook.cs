namespace ChatPS.Sandbox.Platforms.HipChat.Model;

/// <summary>An address that is told what happens in a room, or in all of them.</summary>
internal sealed class Webhook
{
    public required long Id { get; init; }

    /// <summary>The name that its maker finds it by; null for one of the older kind.</summary>
    public string? Key { get; init; }

    public required string Url { get; init; }

    public required string Event { get; init; }

    public required string Authentication { get; init; }

    public required DateTimeOffset Created { get; init; }

    public string? Name { get; init; }

    /// <summary>Which messages are told.</summary>
    public string? Pattern { get; init; }

    public User? Creator { get; init; }

    /// <summary>Null for all rooms.</summary>
    public Room? Room { get; init; }
}
