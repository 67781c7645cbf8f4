using System.Text.Json.Nodes;

namespace ChatPS.Sandbox.Platforms.Mattermost.Administration;

/// <summary>A field that every profile has beside those that the server has of its own.</summary>
internal sealed class UserAttribute
{
    public required string Id { get; init; }

    public required string GroupId { get; init; }

    public required string Name { get; set; }

    public required string Type { get; set; }

    public required JsonObject Attrs { get; set; }

    public required long CreateAt { get; init; }

    public required long UpdateAt { get; set; }

    public required string CreatedBy { get; init; }

    public required string UpdatedBy { get; set; }

    public bool HasOptions => Type is "select" or "multiselect";

    /// <summary>Whether only administrators say what it is of somebody.</summary>
    public bool IsManaged => Attrs.Text("managed") == "admin";

    public IEnumerable<JsonObject> Options => (Attrs["options"] as JsonArray ?? []).OfType<JsonObject>();

    public JsonObject ToJson() => new()
    {
        ["id"] = Id,
        ["group_id"] = GroupId,
        ["name"] = Name,
        ["type"] = Type,
        ["attrs"] = Attrs.DeepClone(),
        ["target_id"] = "",
        ["target_type"] = "system",
        ["object_type"] = "user",
        ["protected"] = false,
        ["create_at"] = CreateAt,
        ["update_at"] = UpdateAt,
        ["delete_at"] = 0,
        ["created_by"] = CreatedBy,
        ["updated_by"] = UpdatedBy,
    };
}
