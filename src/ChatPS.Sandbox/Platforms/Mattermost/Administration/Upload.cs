using System.Text.Json.Nodes;

namespace ChatPS.Sandbox.Platforms.Mattermost.Administration;

/// <summary>A file that comes in parts.</summary>
internal sealed class Upload
{
    public required string Id { get; init; }

    /// <summary>What it is for: attachment or import.</summary>
    public required string Type { get; init; }

    public required long CreateAt { get; init; }

    public required string UserId { get; init; }

    public required string ChannelId { get; init; }

    public required string FileName { get; init; }

    public required long FileSize { get; init; }

    public MemoryStream Content { get; } = new();

    public long FileOffset => Content.Length;

    public JsonObject ToJson() => new()
    {
        ["id"] = Id,
        ["type"] = Type,
        ["create_at"] = CreateAt,
        ["user_id"] = UserId,
        ["channel_id"] = ChannelId,
        ["filename"] = FileName,
        ["file_size"] = FileSize,
        ["file_offset"] = FileOffset,
        ["remote_id"] = "",
        ["req_file_id"] = "",
    };
}
