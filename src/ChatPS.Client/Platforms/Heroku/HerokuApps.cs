using ChatPS.Client.Capabilities;
using ChatPS.Client.Http;
using ChatPS.Client.Paging;
using ChatPS.Client.Sessions;
using static ChatPS.Client.Platforms.Heroku.HerokuOperations;

namespace ChatPS.Client.Platforms.Heroku;

/// <summary>Apps, an account's own and those of teams.</summary>
internal sealed class HerokuApps(Connection connection) : Resource(connection), IAppReader, IAppCreator, IAppEditor, IAppRemover
{
    public IAsyncEnumerable<ChatApp> ListAsync(AppFilter filter, PageWindow window, CallContext context)
    {
        var team = filter.Team ?? Connection.Session.Team;
        var call = (team, filter.User) switch
        {
            (null, null) => Call(AppList),
            (null, { } user) => Call(AppListOwnedAndCollaborated).Path("account_identity", HerokuAccounts.IdentityOf(user)),
            ({ } of, null) => Call(TeamAppListByTeam).Path("team_identity", of),
            ({ } of, { } user) => Call(TeamMemberListByMember).Path("team_identity", of).Path("team_member_identity", user.AddressIn(Connection.Session)),
        };
        return List(call, window, HerokuJson.Default.App, ToApp, context);
    }

    public Task<ChatApp> GetAsync(string app, string? team, CallContext context) => AppAsync(
        team is null ? Call(AppInfo).Path("app_identity", app) : Call(TeamAppInfo).Path("team_app_identity", app), context);

    public Task<ChatApp> CreateAsync(NewApp app, CallContext context)
    {
        app.SignIn.RefuseOn(ChatPlatform.Heroku);
        app.Scale.RefuseOn(ChatPlatform.Heroku);
        var team = app.Team ?? (app.Personal == true ? null : Connection.Session.Team);
        if (team is null && app is { Space: null, Locked: null, InternalRouting: null, Personal: null })
            return AppAsync(Call(AppCreate)
                .Body("name", app.Name)
                .Body("region", app.Region)
                .Body("stack", app.Stack)
                .Body("feature_flags", app.Features), context);
        Unsupported.IfGiven(app.Features, ChatPlatform.Heroku, "Feature");
        return AppAsync(Call(TeamAppCreate)
            .Body("name", app.Name)
            .Body("team", team)
            .Body("region", app.Region)
            .Body("stack", app.Stack)
            .Body("space", app.Space)
            .Body("personal", app.Personal)
            .Body("locked", app.Locked)
            .Body("internal_routing", app.InternalRouting), context);
    }

    public async Task<ChatApp> UpdateAsync(string app, AppChange change, CallContext context)
    {
        change.SignIn.RefuseOn(ChatPlatform.Heroku);
        change.Scale.RefuseOn(ChatPlatform.Heroku);
        Unsupported.IfGiven(change.Replace, ChatPlatform.Heroku, "Replace");
        ChatApp? result = null;
        if (change is not { Name: null, BuildStack: null, Maintenance: null })
        {
            result = await AppAsync(Call(AppUpdate).Path("app_identity", app)
                .Body("name", change.Name)
                .Body("build_stack", change.BuildStack)
                .Body("maintenance", change.Maintenance), context).ConfigureAwait(false);
            // A renamed app is not there under its old name any more.
            app = result.Id;
        }
        if (change.ManagedCertificates is { } managed)
            result = await AppAsync(Call(managed ? AppEnableAcm : AppDisableAcm).Path("app_identity", app), context).ConfigureAwait(false);
        if (change.RefreshCertificates)
            result = await AppAsync(Call(AppRefreshAcm).Path("app_identity", app), context).ConfigureAwait(false);
        if (change.Locked is { } locked)
            result = await AppAsync(Call(TeamAppUpdateLocked).Path("team_app_identity", app).Body("locked", locked), context).ConfigureAwait(false);
        // Whoever gives an app away may have no say over it afterwards, so that comes last.
        if (change.Owner is { } owner)
            result = await AppAsync(Call(TeamAppTransferToAccount).Path("team_app_identity", app).Body("owner", owner), context).ConfigureAwait(false);
        if (change.Team is { } team)
            result = await AppAsync(Call(TeamAppTransferToTeam).Path("team_app_identity", app).Body("owner", team), context).ConfigureAwait(false);
        return result ?? await GetAsync(app, null, context).ConfigureAwait(false);
    }

    public Task RemoveAsync(string app, CallContext context) => SendAsync(Call(AppDelete).Path("app_identity", app), context);

    private Task<ChatApp> AppAsync(ApiCall call, CallContext context) => SendAsync(call, HerokuJson.Default.App, ToApp, context);

    private ChatApp ToApp(Wire.App app) => new()
    {
        Session = Connection.Session,
        Unnamed = app.Unnamed,
        Id = app.Id,
        Name = app.Name,
        Owner = app.Owner?.Email,
        OwnerId = app.Owner?.Id,
        Team = app.Team?.Name,
        TeamId = app.Team?.Id,
        Region = app.Region?.Name,
        Space = app.Space?.Name,
        Stack = app.Stack?.Name,
        BuildStack = app.BuildStack?.Name,
        BuildpackDescription = app.BuildpackProvidedDescription,
        Maintenance = app.Maintenance,
        ManagedCertificates = app.Acm,
        Locked = app.Locked,
        Joined = app.Joined,
        InternalRouting = app.InternalRouting,
        Url = app.WebUrl,
        GitUrl = app.GitUrl,
        RepositorySize = app.RepoSize,
        SlugSize = app.SlugSize,
        CreatedAt = app.CreatedAt,
        UpdatedAt = app.UpdatedAt,
        ReleasedAt = app.ReleasedAt,
        ArchivedAt = app.ArchivedAt,
    };
}
