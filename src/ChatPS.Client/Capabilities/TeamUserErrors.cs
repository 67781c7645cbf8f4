namespace ChatPS.Client.Capabilities;

/// <summary>What all platforms say of members of teams.</summary>
internal static class TeamUserErrors
{
    public static ChatException NoTeam() => new(ChatErrorReason.InvalidRequest, "No team was named, and the session has no default one.")
    {
        Advice = "Name the team with -Team, or give the session a default one with Set-ChatSession -Team.",
    };
}
