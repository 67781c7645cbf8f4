namespace ChatPS.Client.Platforms.Mattermost.Wire;

internal sealed class TeamStats : WireObject
{
    public string? TeamId { get; set; }

    public long TotalMemberCount { get; set; }

    public long? ActiveMemberCount { get; set; }
}
