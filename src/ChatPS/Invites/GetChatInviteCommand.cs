using System.Management.Automation;
using System.Security;
using ChatPS.Client.Capabilities;
using ChatPS.Common;

namespace ChatPS.Invites;

/// <summary>Gets the invitations to teams that wait for an answer; on Mattermost the standing invitation of a team.</summary>
[Cmdlet(VerbsCommon.Get, "ChatInvite", SupportsPaging = true, DefaultParameterSetName = ListSet)]
[OutputType(typeof(ChatInvite))]
public sealed class GetChatInviteCommand : OrderedGetCmdlet
{
    private const string ListSet = "List";
    private const string TokenSet = "Token";
    private const string MeSet = "Me";

    /// <summary>The teams whose invitations are wanted: ids, names or objects. Left out, the session's team.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true, ParameterSetName = ListSet)]
    [Alias("TeamId")]
    [ArgumentCompleter(typeof(TeamCompleter))]
    public TeamIdentity[]? Team { get; set; }

    /// <summary>The invitations: ids, the e-mail addresses they went to, or patterns for addresses; on Mattermost the ids that stand in the addresses which people were given. Left out, all of the team's.</summary>
    [Parameter(Position = 1, ValueFromPipelineByPropertyName = true, ParameterSetName = ListSet)]
    [Alias("InviteId")]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(InviteCompleter))]
    public InviteIdentity[]? Invite { get; set; }

    /// <summary>The token that somebody was invited with, which tells what the invitation is about. It never shows in a message or a log.</summary>
    [Parameter(Mandatory = true, ParameterSetName = TokenSet)]
    public SecureString? Token { get; set; }

    /// <summary>The invitations that wait for you, of whatever team (Hathora).</summary>
    [Parameter(Mandatory = true, ParameterSetName = MeSet)]
    public SwitchParameter Me { get; set; }

    private protected override void Process()
    {
        if (Secrets.Of(Token) is { } token)
        {
            var invites = Require<IInviteTokenReader>(parameter: nameof(Token));
            Write(Await(invites.GetAsync(token, Context)));
            return;
        }
        if (Me)
        {
            WriteList(Require<IInviteInbox>(parameter: nameof(Me)).ListAsync);
            return;
        }
        foreach (var team in Team ?? [null!])
            Guard(team, () => WriteTeam(team));
    }

    private void WriteTeam(TeamIdentity? team)
    {
        if (Invite is null)
        {
            var invites = Require<ITeamItemReader<ChatInvite>>(team);
            WriteList((window, context) => invites.ListAsync(team?.Value, window, context));
        }
        foreach (var invite in Invite ?? [])
            Guard(invite, () => WriteOne(team, invite));
    }

    private void WriteOne(TeamIdentity? team, InviteIdentity invite)
    {
        var invites = Require<ITeamItemReader<ChatInvite>>(OwnerOf(team, invite));
        if (invite.IsPattern)
            WriteList((window, context) => invites.ListAsync(team?.Value, window, context), found => invite.Fits(found.Email));
        else
            Write(Await(invites.GetAsync(team?.Value, invite.Literal, Context)));
    }
}
