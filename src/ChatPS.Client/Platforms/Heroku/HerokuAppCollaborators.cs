using ChatPS.Client.Capabilities;
using ChatPS.Client.Http;
using ChatPS.Client.Paging;
using ChatPS.Client.Sessions;
using static ChatPS.Client.Platforms.Heroku.HerokuOperations;

namespace ChatPS.Client.Platforms.Heroku;

/// <summary>Who works on an app. A team's apps have operations of their own for it, which alone can set permissions.</summary>
internal sealed class HerokuAppCollaborators(Connection connection) : Resource(connection), IAppCollaboratorReader,
    IAppItemCreator<NewAppCollaborator, ChatAppCollaborator>, IAppItemEditor<AppCollaboratorChange, ChatAppCollaborator>, IAppCollaboratorRemover
{
    public IAsyncEnumerable<ChatAppCollaborator> ListAsync(string app, bool ofTeam, PageWindow window, CallContext context) => List(
        ofTeam ? Call(TeamAppCollaboratorList).Path("team_app_identity", app) : Call(CollaboratorList).Path("app_identity", app),
        window, HerokuJson.Default.Collaborator, collaborator => ToCollaborator(collaborator, app), context);

    public Task<ChatAppCollaborator> GetAsync(string app, string user, bool ofTeam, CallContext context) =>
        SendAsync(ofTeam ? OfTeamApp(TeamAppCollaboratorInfo, app, user) : OfApp(CollaboratorInfo, app, user), app, context);

    public Task<ChatAppCollaborator> CreateAsync(string app, NewAppCollaborator item, CallContext context)
    {
        var call = item is { Permissions: null, IsOfTeam: false }
            ? Call(CollaboratorCreate)
            : Call(TeamAppCollaboratorCreate).Body("permissions", item.Permissions);
        return SendAsync(
            call.Path("app_identity", app).Body("user", item.User.AddressIn(Connection.Session)).Body("silent", item.Silent),
            app, context);
    }

    public Task<ChatAppCollaborator> UpdateAsync(string app, string item, AppCollaboratorChange change, CallContext context) =>
        SendAsync(OfTeamApp(TeamAppCollaboratorUpdate, app, item).Body("permissions", change.Permissions), app, context);

    public Task RemoveAsync(string app, string user, bool ofTeam, CallContext context) =>
        SendAsync(ofTeam ? OfTeamApp(TeamAppCollaboratorDelete, app, user) : OfApp(CollaboratorDelete, app, user), context);

    private ApiCall OfApp(string operation, string app, string user) =>
        Call(operation).Path("app_identity", app).Path("collaborator_identity", Address(user));

    private ApiCall OfTeamApp(string operation, string app, string user) =>
        Call(operation).Path("team_app_identity", app).Path("team_app_collaborator_identity", Address(user));

    private string Address(string user) => new UserRef(user).AddressIn(Connection.Session);

    private Task<ChatAppCollaborator> SendAsync(ApiCall call, string app, CallContext context) =>
        SendAsync(call, HerokuJson.Default.Collaborator, collaborator => ToCollaborator(collaborator, app), context);

    private ChatAppCollaborator ToCollaborator(Wire.Collaborator collaborator, string app) => new()
    {
        Session = Connection.Session,
        Unnamed = collaborator.Unnamed,
        AppId = collaborator.App?.Id ?? app,
        AppName = collaborator.App?.Name,
        Id = collaborator.Id,
        UserId = collaborator.User?.Id ?? "",
        Email = collaborator.User?.Email ?? "",
        Federated = collaborator.User?.Federated,
        AppRole = collaborator.Role,
        Permissions = [.. (collaborator.Permissions ?? []).Select(permission => permission.Name).OfType<string>()],
        CreatedAt = collaborator.CreatedAt,
        UpdatedAt = collaborator.UpdatedAt,
    };
}
