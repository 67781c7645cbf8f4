using System.Text.Json.Nodes;

namespace ChatPS.Client.Platforms.Mattermost.Wire;

internal sealed class PropertyField : WireObject
{
    public string Id { get; set; } = "";

    public string Name { get; set; } = "";

    public string Type { get; set; } = "";

    /// <summary>What differs from type to type and from version to version: it goes back as it came, but for what is to change.</summary>
    public JsonObject? Attrs { get; set; }

    public long CreateAt { get; set; }

    public long UpdateAt { get; set; }
}
