namespace ChatPS.Client.Platforms.Gitter.Wire;

/// <summary>Its writer, who may be an object or an id, stays among the unnamed.</summary>
internal sealed class Message : WireObject
{
    public string Id { get; set; } = "";

    public string Text { get; set; } = "";

    public string? Html { get; set; }

    /// <summary>Whether it tells what its writer does.</summary>
    public bool? Status { get; set; }

    public DateTimeOffset Sent { get; set; }

    public DateTimeOffset? EditedAt { get; set; }

    public string? ParentId { get; set; }

    public int? ThreadMessageCount { get; set; }
}
