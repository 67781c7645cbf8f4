using System.Text.Json.Serialization;

namespace ChatPS.Sandbox.Platforms.Mattermost;

/// <summary>A picture that somebody gave a name.</summary>
internal sealed class CustomEmoji
{
    public required string Id { get; init; }

    public long CreateAt { get; init; }

    public long UpdateAt { get; init; }

    public long DeleteAt { get; init; }

    public required string CreatorId { get; init; }

    public required string Name { get; init; }

    [JsonIgnore]
    public ReadOnlyMemory<byte> Image { get; init; }

    /// <summary>The kind of picture, as it stands behind image/.</summary>
    [JsonIgnore]
    public required string Format { get; init; }
}
