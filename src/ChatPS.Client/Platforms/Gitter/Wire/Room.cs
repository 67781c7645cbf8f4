namespace ChatPS.Client.Platforms.Gitter.Wire;

internal sealed class Room : WireObject
{
    public string Id { get; set; } = "";

    public string Name { get; set; } = "";

    public string? Uri { get; set; }

    public string? Topic { get; set; }

    public bool OneToOne { get; set; }

    public bool? Public { get; set; }

    /// <summary>PUBLIC, PRIVATE or INHERITED.</summary>
    public string? Security { get; set; }

    public int? UserCount { get; set; }

    public string? GroupId { get; set; }

    public string? Url { get; set; }

    public List<string>? Tags { get; set; }

    public DateTimeOffset? LastAccessTime { get; set; }
}
