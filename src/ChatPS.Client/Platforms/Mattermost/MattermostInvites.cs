using System.Net;
using System.Runtime.CompilerServices;
using System.Text.Json;
using ChatPS.Client.Capabilities;
using ChatPS.Client.Http;
using ChatPS.Client.Paging;
using ChatPS.Client.Sessions;
using static ChatPS.Client.Platforms.Mattermost.MattermostOperations;
using static ChatPS.Client.Platforms.Mattermost.MattermostTexts;

namespace ChatPS.Client.Platforms.Mattermost;

/// <summary>
/// Invitations to teams. Each team has a standing one, whose id is part of an address that anybody may be given; those that are sent by
/// e-mail are told of nowhere, and can only be taken back all together.
/// </summary>
internal sealed class MattermostInvites(Connection connection) : MattermostIntegration(connection),
    ITeamItemReader<ChatInvite>, ITeamItemCreator<NewInvite, ChatInvite>, IInviteBatchSender, ITeamItemEditor<InviteChange, ChatInvite>,
    IInviteInvalidator, IInviteApprover
{
    public int BatchSize => 20;

    public IAsyncEnumerable<ChatInvite> ListAsync(string? team, PageWindow window, CallContext context) =>
        window.Cut(ListAsync(team, context, context.Cancellation));

    /// <summary>What the holder of a team's invitation is told of the team.</summary>
    public Task<ChatInvite> GetAsync(string? team, string item, CallContext context) => SendAsync(
        Call(GetTeamInviteInfo).Path("invite_id", item), MattermostJson.Default.InvitingTeam, found => Standing(item, found.Id, found.Name, found.DisplayName, found.Unnamed), context);

    public async Task<ChatInvite> CreateAsync(string? team, NewInvite item, CallContext context)
    {
        var outcome = (await SendAsync(team, [item.Email], item, context).ConfigureAwait(false)).Single();
        return outcome.Value ?? throw outcome.Error!;
    }

    public async Task<IReadOnlyList<Outcome<ChatInvite>>> SendAsync(string? team, IReadOnlyList<string> emails, NewInvite invite, CallContext context)
    {
        Unsupported.IfNamed(invite, ChatPlatform.Mattermost);
        Unsupported.IfGiven(invite.Grant.Role, ChatPlatform.Mattermost, "Role");
        Unsupported.IfGiven(invite.Grant.Scope, ChatPlatform.Mattermost, "Scope");
        if (invite.Guest != invite.Rooms is { Count: > 0 })
            throw new ChatException(ChatErrorReason.InvalidRequest, "Guests are invited to rooms, and others to the team.") { Advice = "Give -Guest and -Room together, or neither." };
        if (!invite.Guest && invite.Message is not null)
            throw new ChatException(ChatErrorReason.InvalidRequest, "Only an invitation of guests has a message.") { Advice = "Leave -Message out, or invite guests with -Guest and -Room." };
        // The server takes anything for an address, and its mail goes nowhere.
        var addresses = emails.Where(IsAddress).ToList();
        var teamId = await OneTeamIdAsync(team, context).ConfigureAwait(false);
        ApiCall call;
        if (invite.Guest)
        {
            var rooms = new List<string>();
            foreach (var room in invite.Rooms!)
                rooms.Add(await Names.RoomIdAsync(room, teamId, context).ConfigureAwait(false));
            call = Call(InviteGuestsToTeam).Body("emails", addresses).Body("channels", rooms).Body("message", invite.Message);
        }
        else
        {
            call = Call(InviteUsersToTeam).Content(addresses);
        }
        // Without it one bad address would cost the others their invitations.
        var request = call.Path("team_id", teamId).ToRequest().WithQuery("graceful", "true");
        var errors = addresses.Count == 0 ? [] : ErrorsIn(await Connection.Api.SendAsync(request, context).ConfigureAwait(false), request);
        foreach (var email in emails.Where(email => !IsAddress(email)))
            errors[email] = new(ChatErrorReason.InvalidRequest, $"'{email}' is no e-mail address.");
        return [.. emails.Select(email => errors.GetValueOrDefault(email) is { } error
            ? Outcome.Failed<ChatInvite>(error)
            : Outcome.Of(new ChatInvite { Session = Connection.Session, Id = email, TeamId = teamId, Team = team, Email = email, Role = invite.Guest ? "guest" : "member", InvitedById = Connection.Session.UserId }))];
    }

    public async Task<ChatInvite?> UpdateAsync(string? team, string item, InviteChange change, bool wanted, CallContext context)
    {
        Unsupported.IfGiven(change.Grant.Role, ChatPlatform.Mattermost, "Role");
        Unsupported.IfGiven(change.Grant.Scope, ChatPlatform.Mattermost, "Scope");
        var renewed = await SendAsync(
            Call(RegenerateTeamInviteId).Path("team_id", await OneTeamIdAsync(team, context).ConfigureAwait(false)),
            MattermostJson.Default.Team, ToInvite, context).ConfigureAwait(false);
        return wanted ? renewed : null;
    }

    public Task InvalidateAsync(CallContext context) => SendAsync(Call(InvalidateEmailInvites), context);

    public async Task<ChatTeamUser?> ApproveAsync(Secret token, bool wanted, CallContext context)
    {
        Masked(token);
        return await SendAsync(Call(AddTeamMemberFromInvite).Query("token", token.Reveal()), MattermostJson.Default.TeamMember, member =>
        {
            var roles = MattermostRoles.Split(member.Roles);
            return new ChatTeamUser
            {
                Session = Connection.Session,
                Unnamed = member.Unnamed,
                TeamId = member.TeamId,
                UserId = member.UserId,
                UserName = NameOf(member.UserId, context),
                Roles = roles,
                IsAdmin = member.SchemeAdmin || roles.Contains("team_admin"),
            };
        }, context).ConfigureAwait(false);
    }

    private async IAsyncEnumerable<ChatInvite> ListAsync(string? team, CallContext context, [EnumeratorCancellation] CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        yield return await SendAsync(
            Call(GetTeam).Path("team_id", await OneTeamIdAsync(team, context).ConfigureAwait(false)), MattermostJson.Default.Team, ToInvite, context).ConfigureAwait(false);
    }

    private static bool IsAddress(string email) => email.IndexOf('@', StringComparison.Ordinal) > 0 && !email.EndsWith('@') && !email.Any(char.IsWhiteSpace);

    /// <summary>Which addresses were not invited, and why. A server that doesn't know how to be graceful has invited all or refused all.</summary>
    private Dictionary<string, ChatException> ErrorsIn(ApiResponse response, ApiRequest request)
    {
        var errors = new Dictionary<string, ChatException>(StringComparer.OrdinalIgnoreCase);
        if (response.Content.AsSpan().TrimStart(" \r\n"u8) is not [(byte)'[', ..])
            return errors;
        foreach (var outcome in response.Read(MattermostJson.Default.InviteOutcomeArray))
        {
            if (outcome is { Email: { } email, Error: { } error })
            {
                var status = error.StatusCode is >= 400 and < 600 ? error.StatusCode : (int)HttpStatusCode.BadRequest;
                errors[email] = ApiErrors.Of(MattermostErrors.Of(error, status), (HttpStatusCode)status, request.Operation!.Id, Connection);
            }
        }
        return errors;
    }

    private ChatInvite ToInvite(Wire.Team team)
    {
        // To who does not manage a team it shows no invitation.
        var id = team.Unnamed?.TryGetValue("invite_id", out var invite) == true ? Filled(invite.GetString()) : null;
        return id is null
            ? throw new ChatException(ChatErrorReason.Forbidden, $"The team '{team.Name}' does not show you its invitation.") { Advice = "Use an account that administers the team." }
            : Standing(id, team.Id, team.Name, team.DisplayName, null);
    }

    private ChatInvite Standing(string id, string teamId, string name, string? displayName, IReadOnlyDictionary<string, JsonElement>? unnamed) => new()
    {
        Session = Connection.Session,
        Unnamed = unnamed,
        Id = id,
        TeamId = teamId,
        Team = name,
        TeamDisplayName = Filled(displayName),
        Url = new Uri(Connection.Session.BaseUri, "signup_user_complete/?id=" + id).AbsoluteUri,
    };
}
