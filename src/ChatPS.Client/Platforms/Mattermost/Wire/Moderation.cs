namespace ChatPS.Client.Platforms.Mattermost.Wire;

internal sealed class Moderation : WireObject
{
    public string Name { get; set; } = "";

    public ModeratedRoles? Roles { get; set; }
}
