using System.Text.Json;

namespace ChatPS.Client.Platforms.Mattermost.Wire;

internal sealed class UserSession : WireObject
{
    public string Id { get; set; } = "";

    public string? Token { get; set; }

    public long CreateAt { get; set; }

    public long ExpiresAt { get; set; }

    public long LastActivityAt { get; set; }

    public string UserId { get; set; } = "";

    public string? DeviceId { get; set; }

    public string? Roles { get; set; }

    public bool IsOauth { get; set; }

    public Dictionary<string, JsonElement>? Props { get; set; }

    public TeamMember[]? TeamMembers { get; set; }
}
