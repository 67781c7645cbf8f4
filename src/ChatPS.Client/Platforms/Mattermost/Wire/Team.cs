namespace ChatPS.Client.Platforms.Mattermost.Wire;

internal sealed class Team : WireObject
{
    public string Id { get; set; } = "";

    public string Name { get; set; } = "";

    public string? DisplayName { get; set; }

    public string? Description { get; set; }

    public string? Email { get; set; }

    /// <summary>Whether people can join without an invitation.</summary>
    public bool AllowOpenInvite { get; set; }

    public long CreateAt { get; set; }

    public long UpdateAt { get; set; }

    public long DeleteAt { get; set; }
}
