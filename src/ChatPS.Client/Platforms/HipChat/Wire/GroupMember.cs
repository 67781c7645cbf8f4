namespace ChatPS.Client.Platforms.HipChat.Wire;

/// <summary>Somebody of whom no more is asked than the group.</summary>
internal sealed class GroupMember
{
    public GroupReference? Group { get; set; }
}
