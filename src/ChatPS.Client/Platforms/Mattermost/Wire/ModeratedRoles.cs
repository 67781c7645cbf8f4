namespace ChatPS.Client.Platforms.Mattermost.Wire;

internal sealed class ModeratedRoles
{
    public ModeratedRole? Members { get; set; }

    public ModeratedRole? Guests { get; set; }
}
