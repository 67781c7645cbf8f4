using System.Management.Automation;
using ChatPS.Client.Capabilities;
using ChatPS.Common;

namespace ChatPS.Invites;

/// <summary>Invites people to a team. Where the platform allows it, inviting somebody again renews the invitation. Mattermost sends twenty piped invitations with one request.</summary>
[Cmdlet(VerbsCommunications.Send, "ChatInvite", SupportsShouldProcess = true)]
[OutputType(typeof(ChatInvite))]
public sealed class SendChatInviteCommand : WriteCmdlet
{
    private readonly Dictionary<string, Batch> _batches = [];
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

    /// <summary>Invites guests, who see nothing but the rooms that -Room names (Mattermost, with a license for it).</summary>
    [Parameter]
    public SwitchParameter Guest { get; set; }

    /// <summary>The rooms that the guests shall see: ids, names or objects (Mattermost).</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(RoomCompleter))]
    public RoomIdentity[]? Room { get; set; }

    /// <summary>What the mail to the guests says besides (Mattermost).</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? Message { get; set; }

    /// <summary>Emits the invitations.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    // What a piped team is called is not the name of whom it invites.
    private protected override void Begin() => _isNamedByHand = DisplayName is not null || Position is not null;

    private protected override void Process()
    {
        var (grant, passThru) = (InviteGrants.Of(Role, Scope), PassThru.IsPresent);
        var rooms = Room?.Select(room => room.Literal).ToArray();
        foreach (var email in Email!)
        {
            Guard(email, () =>
            {
                var invites = Require<ITeamItemCreator<NewInvite, ChatInvite>>(Team);
                var (team, invite) = (Team?.Value, new NewInvite(email, grant)
                {
                    Name = string.IsNullOrEmpty(DisplayName) ? null : DisplayName,
                    Position = Position,
                    IsNamedByHand = _isNamedByHand,
                    Guest = Guest,
                    Rooms = rooms,
                    Message = Message,
                });
                var where = Team?.Display ?? ConnectionFor(Team).Session.Team;
                if (!Should(where is null ? email : $"{email} in {where}", "Invite to team"))
                    return;
                if (ConnectionFor(Team).Find<IInviteBatchSender>() is { } sender)
                    Gather(sender, team, invite);
                else
                    Submit(email, context => Emit(invites.CreateAsync(team, invite, context), passThru));
            });
        }
    }

    private protected override void Last()
    {
        foreach (var batch in _batches.Values)
            Send(batch);
    }

    private void Gather(IInviteBatchSender sender, string? team, NewInvite invite)
    {
        // Rows of a table may differ in more than the address.
        var key = string.Join('\n', [sender.GetHashCode(), team, invite.Grant.Role, .. invite.Grant.Scope ?? []]);
        if (!_batches.TryGetValue(key, out var batch))
            _batches[key] = batch = new Batch(sender, team, invite, []);
        batch.Emails.Add(invite.Email);
        if (batch.Emails.Count == sender.BatchSize)
        {
            Send(batch);
            _batches.Remove(key);
        }
    }

    private void Send(Batch batch)
    {
        string[] emails = [.. batch.Emails];
        SubmitTogether(emails, context => batch.Sender.SendAsync(batch.Team, emails, batch.Invite, context), PassThru);
    }

    /// <summary>Those who are invited to one team in one way.</summary>
    private sealed record Batch(IInviteBatchSender Sender, string? Team, NewInvite Invite, List<string> Emails);
}
