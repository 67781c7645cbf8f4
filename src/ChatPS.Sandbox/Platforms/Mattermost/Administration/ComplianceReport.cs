using System.Text.Json.Nodes;

namespace ChatPS.Sandbox.Platforms.Mattermost.Administration;

/// <summary>What was written in some time, for those who have to look into it.</summary>
internal sealed class ComplianceReport
{
    public required string Id { get; init; }

    public required long CreateAt { get; init; }

    public required string UserId { get; init; }

    public required string Description { get; init; }

    public required long StartAt { get; init; }

    public required long EndAt { get; init; }

    public required string Keywords { get; init; }

    public required string Emails { get; init; }

    /// <summary>The posts that the report is of.</summary>
    public required IReadOnlyList<Post> Posts { get; init; }

    public string Name => $"adhoc-{Id}";

    public JsonObject ToJson(bool isFinished) => new()
    {
        ["id"] = Id,
        ["create_at"] = CreateAt,
        ["user_id"] = UserId,
        ["status"] = isFinished ? "finished" : "created",
        ["count"] = isFinished ? Posts.Count : 0,
        ["desc"] = Description,
        ["type"] = "adhoc",
        ["start_at"] = StartAt,
        ["end_at"] = EndAt,
        ["keywords"] = Keywords,
        ["emails"] = Emails,
    };
}
