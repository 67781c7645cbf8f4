namespace ChatPS.Common;

/// <summary>Names a team, group or organization.</summary>
/// <param name="value">A team's id or name, or an object that belongs to a team.</param>
public sealed class TeamIdentity(object value) : Identity(value, IdOf, "team")
{
    private static string? IdOf(object item) => item switch
    {
        ChatTeam team => team.Id,
        ChatTeamUser member => member.TeamId,
        ChatInvite invite => invite.TeamId,
        ChatToken token => token.TeamId,
        ChatRoom room => room.TeamId,
        ChatApp app => app.TeamId ?? app.Team,
        ChatAppBuild build => build.TeamId,
        ChatFleet fleet => fleet.TeamId,
        _ => null,
    };
}
