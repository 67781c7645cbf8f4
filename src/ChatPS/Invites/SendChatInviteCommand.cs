using System.Management.Automation;
using ChatPS.Client.Capabilities;
using ChatPS.Common;

namespace ChatPS.Invites;

/// <summary>Invites people to a team. Where the platform allows it, inviting somebody again renews the invitation.</summary>
[Cmdlet(VerbsCommunications.Send, "ChatInvite", SupportsShouldProcess = true)]
[OutputType(typeof(ChatInvite))]
public sealed class SendChatInviteCommand : WriteCmdlet
{
    private bool _isNamedByHand;

    /// <summary>The e-mail addresses of those who are invited; they need no account yet.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    public string[]? Email { get; set; }

    /// <summary>The team: its id, its name, or the object. Left out, the session's team.</summary>
    [Parameter(Position = 1, ValueFromPipelineByPropertyName = true)]
    [Alias("TeamId")]
    [ArgumentCompleter(typeof(TeamCompleter))]
    public TeamIdentity? Team { get; set; }

    /// <summary>
    /// What they shall be in the team, in the platform's word: admin, member, collaborator or owner on Heroku, admin, member or viewer on
    /// Hathora. Left out, an ordinary member.
    /// </summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(InviteRoleCompleter))]
    public string? Role { get; set; }

    /// <summary>What they may do in the team, one by one, such as builds:read-write, instead of a role (Hathora).</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(InviteScopeCompleter))]
    [AllowEmptyCollection]
    public string[]? Scope { get; set; }

    /// <summary>The name of the one who is invited, which people will see (HipChat, which needs it).</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public string? DisplayName { get; set; }

    /// <summary>What the one who is invited does for a living (HipChat).</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public string? Position { get; set; }

    /// <summary>Emits the invitations.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    // What a piped team is called is not the name of whom it invites.
    private protected override void Begin() => _isNamedByHand = DisplayName is not null || Position is not null;

    private protected override void Process()
    {
        var (grant, passThru) = (InviteGrants.Of(Role, Scope), PassThru.IsPresent);
        foreach (var email in Email!)
        {
            Guard(email, () =>
            {
                var invites = Require<ITeamItemCreator<NewInvite, ChatInvite>>(Team);
                var (team, invite) = (Team?.Value, new NewInvite(email, grant) { Name = string.IsNullOrEmpty(DisplayName) ? null : DisplayName, Position = Position, IsNamedByHand = _isNamedByHand });
                var where = Team?.Display ?? ConnectionFor(Team).Session.Team;
                if (Should(where is null ? email : $"{email} in {where}", "Invite to team"))
                    Submit(email, context => Emit(invites.CreateAsync(team, invite, context), passThru));
            });
        }
    }
}
