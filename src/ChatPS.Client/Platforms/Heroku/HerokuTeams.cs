using ChatPS.Client.Capabilities;
using ChatPS.Client.Http;
using ChatPS.Client.Paging;
using ChatPS.Client.Sessions;
using static ChatPS.Client.Platforms.Heroku.HerokuOperations;

namespace ChatPS.Client.Platforms.Heroku;

/// <summary>Teams, which own apps. Nobody is shown others than those he belongs to.</summary>
internal sealed class HerokuTeams(Connection connection) : Resource(connection), ITeamReader, ITeamCreator, ITeamEditor, ITeamRemover
{
    public IAsyncEnumerable<ChatTeam> ListAsync(TeamFilter filter, PageWindow window, CallContext context)
    {
        Unsupported.IfOfOthers(filter, ChatPlatform.Heroku);
        Unsupported.IfGiven(filter.Search, ChatPlatform.Heroku, "Search");
        Unsupported.IfGiven(filter.IncludeArchived, ChatPlatform.Heroku, "IncludeArchived");
        Unsupported.IfGiven(filter.Scheme, ChatPlatform.Heroku, "Scheme");
        var call = filter.EnterpriseAccount is { } account
            ? Call(TeamListByEnterpriseAccount).Path("enterprise_account_identity", account)
            : Call(TeamList);
        return List(call, window, HerokuJson.Default.Team, ToTeam, context);
    }

    public Task<ChatTeam> GetAsync(string team, CallContext context) => TeamAsync(Call(TeamInfo).Path("team_identity", team), context);

    public Task<long?> CountAsync(TeamFilter filter, CallContext context) => Task.FromResult<long?>(null);

    public Task<ChatTeam> CreateAsync(NewTeam team, CallContext context)
    {
        Unsupported.IfGiven(team.DisplayName, ChatPlatform.Heroku, "DisplayName");
        Unsupported.IfGiven(team.Description, ChatPlatform.Heroku, "Description");
        Unsupported.IfGiven(team.Open, ChatPlatform.Heroku, "Open");
        var call = team.EnterpriseAccount is { } account
            ? Call(TeamCreateInEnterpriseAccount).Path("enterprise_account_identity", account)
            : Call(TeamCreate);
        return TeamAsync(call.Body("name", team.Name), context);
    }

    public Task<ChatTeam> UpdateAsync(string team, TeamChange change, CallContext context)
    {
        Unsupported.IfGiven(change.Avatar.IsGiven, ChatPlatform.Heroku, "Avatar");
        Unsupported.IfGoverned(change, ChatPlatform.Heroku);
        Unsupported.IfGiven(change.RenewInvite, ChatPlatform.Heroku, "RenewInvite");
        Unsupported.IfGiven(change.DisplayName, ChatPlatform.Heroku, "DisplayName");
        Unsupported.IfGiven(change.Description, ChatPlatform.Heroku, "Description");
        Unsupported.IfGiven(change.Open is not null, ChatPlatform.Heroku, "Open");
        Unsupported.IfGiven(change.Archived is not null, ChatPlatform.Heroku, "Archived");
        return TeamAsync(Call(TeamUpdate).Path("team_identity", team).Body("name", change.Name).Body("default", change.Default), context);
    }

    /// <summary>There is nothing but for good.</summary>
    public Task RemoveAsync(string team, bool permanent, CallContext context) => SendAsync(Call(TeamDelete).Path("team_identity", team), context);

    private Task<ChatTeam> TeamAsync(ApiCall call, CallContext context) => SendAsync(call, HerokuJson.Default.Team, ToTeam, context);

    private ChatTeam ToTeam(Wire.Team team) => new()
    {
        Session = Connection.Session,
        Unnamed = team.Unnamed,
        Id = team.Id,
        Name = team.Name,
        MyRole = team.Role,
        IsDefault = team.Default,
        MembershipLimit = (int?)team.MembershipLimit,
        EnterpriseAccount = team.EnterpriseAccount?.Name,
        EnterpriseAccountId = team.EnterpriseAccount?.Id,
        IdentityProvider = team.IdentityProvider?.Name,
        IdentityProviderId = team.IdentityProvider?.Id,
        CreatedAt = team.CreatedAt,
        UpdatedAt = team.UpdatedAt,
    };
}
