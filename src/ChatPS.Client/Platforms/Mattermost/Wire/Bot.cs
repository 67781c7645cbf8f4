namespace ChatPS.Client.Platforms.Mattermost.Wire;

internal sealed class Bot : WireObject
{
    public string UserId { get; set; } = "";

    public string Username { get; set; } = "";

    public string? DisplayName { get; set; }

    public string? Description { get; set; }

    public string? OwnerId { get; set; }

    public long LastIconUpdate { get; set; }

    public long CreateAt { get; set; }

    public long UpdateAt { get; set; }

    public long DeleteAt { get; set; }
}
