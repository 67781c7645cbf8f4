using ChatPS.Client.Capabilities;
using ChatPS.Client.Http;
using ChatPS.Client.Paging;
using ChatPS.Client.Sessions;
using static ChatPS.Client.Platforms.Mattermost.MattermostOperations;

namespace ChatPS.Client.Platforms.Mattermost;

/// <summary>Teams.</summary>
internal sealed class MattermostTeams(Connection connection) : MattermostResource(connection), ITeamReader, ITeamCreator, ITeamEditor, ITeamRemover, ITeamRestorer
{
    public IAsyncEnumerable<ChatTeam> ListAsync(TeamFilter filter, PageWindow window, CallContext context)
    {
        Unsupported.IfGiven(filter.EnterpriseAccount, ChatPlatform.Mattermost, "EnterpriseAccount");
        if (filter.User is { } user)
        {
            Unsupported.IfGiven(filter.Scheme, ChatPlatform.Mattermost, (user.IsMe ? "Me" : "User") + " together with -Scheme");
            Unsupported.IfGiven(filter.Search, ChatPlatform.Mattermost, "Search");
            Unsupported.IfGiven(filter.IncludeArchived, ChatPlatform.Mattermost, "IncludeArchived");
            return OfUser(user, window, context);
        }
        if (filter.Scheme is { } scheme)
        {
            Unsupported.IfGiven(filter.Search, ChatPlatform.Mattermost, "Search together with -Scheme");
            return OfScheme(scheme, window, context);
        }
        // The server mixes archived teams in, so without them its pages are not the list's.
        return filter.IncludeArchived
            ? ListAll(filter, window, context)
            : window.Cut(Living(ListAll(filter, PageWindow.All, context)));
    }

    public Task<ChatTeam> GetAsync(string team, CallContext context) => TeamAsync(
        MattermostNames.IsId(team) ? Call(GetTeam).Path("team_id", team) : Call(GetTeamByName).Path("name", team), context);

    /// <summary>The server counts archived teams in, so it only knows the length of a list that has them.</summary>
    public async Task<long?> CountAsync(TeamFilter filter, CallContext context)
    {
        if (filter is not { User: null, Search: null, IncludeArchived: true, Scheme: null })
            return null;
        var call = Call(GetAllTeams).Query("per_page", 1).Query("include_total_count", true);
        return (await ReadAsync(call, MattermostJson.Default.TeamCount, context).ConfigureAwait(false)).TotalCount;
    }

    public async Task<ChatTeam> CreateAsync(NewTeam team, CallContext context)
    {
        Unsupported.IfGiven(team.EnterpriseAccount, ChatPlatform.Mattermost, "EnterpriseAccount");
        var created = await TeamAsync(Call(CreateTeam)
            .Body("name", team.Name)
            .Body("display_name", team.DisplayName ?? team.Name)
            .Body("type", team.Open ? "O" : "I"), context).ConfigureAwait(false);
        if (team is { Description: null, Open: false })
            return created;
        try
        {
            return await TeamAsync(Call(PatchTeam).Path("team_id", created.Id)
                .Body("description", team.Description)
                .Body("allow_open_invite", team.Open ? true : null), context).ConfigureAwait(false);
        }
        catch (ChatException e)
        {
            throw e.As(e.Reason, $"The team '{created.Name}' was created, but not all of it was set: {e.Message}", "Set the rest with Set-ChatTeam.");
        }
    }

    public async Task<ChatTeam> UpdateAsync(string team, TeamChange change, CallContext context)
    {
        Unsupported.IfGiven(change.Name, ChatPlatform.Mattermost, "Name");
        Unsupported.IfGiven(change.Default is not null, ChatPlatform.Mattermost, "Default");
        var id = await Names.TeamIdAsync(team, context).ConfigureAwait(false);
        ChatTeam? result = null;
        // As with rooms: an archived team comes back before it is changed, and goes after.
        if (change.Archived == false)
            result = await RestoreAsync(id, context).ConfigureAwait(false);
        if (change.Open is { } open)
            result = await TeamAsync(Call(UpdateTeamPrivacy).Path("team_id", id).Body("privacy", open ? "O" : "I"), context).ConfigureAwait(false);
        if (change is not { DisplayName: null, Description: null, GroupConstrained: null })
            result = await TeamAsync(Call(PatchTeam).Path("team_id", id)
                .Body("display_name", change.DisplayName)
                .Body("description", change.Description)
                .Body("group_constrained", change.GroupConstrained), context).ConfigureAwait(false);
        if (change.RenewInvite)
            result = await TeamAsync(Call(RegenerateTeamInviteId).Path("team_id", id), context).ConfigureAwait(false);
        if (change.Scheme.IsGiven)
        {
            await SendAsync(Call(UpdateTeamScheme).Path("team_id", id)
                .Body("scheme_id", await Connection.Get<MattermostSchemes>().IdOrNoneAsync(change.Scheme.Value, context).ConfigureAwait(false)),
                context).ConfigureAwait(false);
            result = null;
        }
        if (change.Avatar is { IsGiven: true, Value: var picture })
        {
            var call = picture is null ? Call(RemoveTeamIcon).Path("team_id", id) : Call(SetTeamIcon).Path("team_id", id).File("image", picture.Name, picture.Open);
            await SendAsync(call, context).ConfigureAwait(false);
            result = null;
        }
        if (change.Archived == true)
        {
            await RemoveAsync(id, permanent: false, context).ConfigureAwait(false);
            result = null;
        }
        return result ?? await GetAsync(id, context).ConfigureAwait(false);
    }

    public async Task RemoveAsync(string team, bool permanent, CallContext context) =>
        await SendAsync(Call(SoftDeleteTeam)
            .Path("team_id", await Names.TeamIdAsync(team, context).ConfigureAwait(false))
            .Query("permanent", permanent ? true : null), context).ConfigureAwait(false);

    public async Task<ChatTeam> RestoreAsync(string team, CallContext context) =>
        await TeamAsync(Call(RestoreTeam).Path("team_id", await Names.TeamIdAsync(team, context).ConfigureAwait(false)), context).ConfigureAwait(false);

    private IAsyncEnumerable<ChatTeam> ListAll(TeamFilter filter, PageWindow window, CallContext context)
    {
        if (filter.Search is not { } words)
            return List(Call(GetAllTeams), window, context);
        var call = Call(SearchTeams).Body("term", words);
        // Only an administrator may page through what is found; others get it whole.
        return MattermostPlatform.IsAdmin(Connection)
            ? List(call, window, context)
            : List(call, SinglePage.Instance, window, MattermostJson.Default.Team, ToTeam, context);
    }

    private IAsyncEnumerable<ChatTeam> List(ApiCall call, PageWindow window, CallContext context) =>
        List(call, window, MattermostJson.Default.Team, ToTeam, context);

    private Task<ChatTeam> TeamAsync(ApiCall call, CallContext context) => SendAsync(call, MattermostJson.Default.Team, ToTeam, context);

    private IAsyncEnumerable<ChatTeam> OfScheme(string scheme, PageWindow window, CallContext context) => List(
        async () => Call(GetTeamsForScheme).Path("scheme_id", await Connection.Get<MattermostSchemes>().IdAsync(scheme, context).ConfigureAwait(false)),
        window, MattermostJson.Default.Team, ToTeam, context);

    private IAsyncEnumerable<ChatTeam> OfUser(UserRef user, PageWindow window, CallContext context) => List(
        async () => Call(GetTeamsForUser).Path("user_id", user.IsMe ? "me" : await Names.UserIdAsync(user.Value, context).ConfigureAwait(false)),
        window, MattermostJson.Default.Team, ToTeam, context);

    private static async IAsyncEnumerable<ChatTeam> Living(IAsyncEnumerable<ChatTeam> teams)
    {
        await foreach (var team in teams.ConfigureAwait(false))
        {
            if (!team.IsArchived)
                yield return team;
        }
    }

    public ChatTeam ToTeam(Wire.Team team) => new()
    {
        Session = Connection.Session,
        Unnamed = team.Unnamed,
        Id = team.Id,
        Name = team.Name,
        DisplayName = team.DisplayName,
        Description = team.Description,
        IsOpen = team.AllowOpenInvite,
        Email = team.Email is { Length: > 0 } email ? email : null,
        CreatedAt = MattermostTime.Read(team.CreateAt),
        UpdatedAt = MattermostTime.Read(team.UpdateAt),
        ArchivedAt = MattermostTime.Read(team.DeleteAt),
    };
}
