using System.Text.Json;

namespace ChatPS.Client.Platforms.Mattermost.Wire;

internal sealed class Job : WireObject
{
    public string Id { get; set; } = "";

    public string Type { get; set; } = "";

    public long Priority { get; set; }

    public long CreateAt { get; set; }

    public long StartAt { get; set; }

    public long LastActivityAt { get; set; }

    public string Status { get; set; } = "";

    public long Progress { get; set; }

    public Dictionary<string, JsonElement>? Data { get; set; }
}
