namespace ChatPS.Client.Platforms.Mattermost.Wire;

/// <summary>How many members a group has.</summary>
internal sealed class GroupMembers
{
    public long TotalMemberCount { get; set; }
}
