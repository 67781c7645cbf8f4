using System.Text.Json.Nodes;

namespace ChatPS.Sandbox.Platforms.Mattermost.Administration;

/// <summary>Work that the server does in the background.</summary>
internal sealed class Job
{
    public required string Id { get; init; }

    public required string Type { get; init; }

    public required long CreateAt { get; init; }

    public long StartAt { get; set; }

    public long LastActivityAt { get; set; }

    public string Status { get; set; } = "pending";

    public long Progress { get; set; }

    public Dictionary<string, string>? Data { get; set; }

    /// <summary>What went wrong, where others read it.</summary>
    public void Fail(string error)
    {
        Status = "error";
        (Data ??= [])["error"] = error;
    }

    public JsonObject ToJson() => new()
    {
        ["id"] = Id,
        ["type"] = Type,
        ["priority"] = 0,
        ["create_at"] = CreateAt,
        ["start_at"] = StartAt,
        ["last_activity_at"] = LastActivityAt,
        ["status"] = Status,
        ["progress"] = Progress,
        ["data"] = Data is null ? null : new JsonObject(Data.Select(pair => KeyValuePair.Create(pair.Key, (JsonNode?)pair.Value))),
    };
}
