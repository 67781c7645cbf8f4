using ChatPS.Client.Http;
using ChatPS.Client.Paging;
using ChatPS.Client.Sessions;
using static ChatPS.Client.Platforms.Hathora.HathoraOperations;

namespace ChatPS.Client.Platforms.Hathora;

/// <summary>Finds the ids that the API wants for the names that people give, and what the session falls back to.</summary>
internal sealed class HathoraNames(Connection connection)
{
    private const string AppPrefix = "app-";
    private const string TeamPrefix = "org-";

    private IReadOnlyList<Wire.Organization> _teams = [];

    /// <summary>The organizations that the token belongs to, as the last answer had them.</summary>
    public async Task<IReadOnlyList<Wire.Organization>> TeamsAsync(CallContext context) =>
        _teams = (await connection.Api.GetAsync(connection.Platform.Call(GetOrgs).ToRequest(), HathoraJson.Default.OrganizationList, context).ConfigureAwait(false)).Orgs;

    /// <summary>An app's id, for its id or its name; null for the session's app.</summary>
    /// <exception cref="ChatException">There is no such app, or none was named.</exception>
    public async Task<string> AppIdAsync(string? app, CallContext context)
    {
        app = connection.Session.AppOr(app);
        return app.StartsWith(AppPrefix, StringComparison.Ordinal) ? app : await OnceAsync("app " + app, context, () => FindAppAsync(app, context)).ConfigureAwait(false);
    }

    /// <summary>An organization's id, for its id or its name; null for the session's, and null where it has none: the platform chooses then.</summary>
    /// <exception cref="ChatException">There is no such organization.</exception>
    public async Task<string?> TeamIdOrNoneAsync(string? team, CallContext context)
    {
        team ??= connection.Session.Team;
        if (team is null || team.StartsWith(TeamPrefix, StringComparison.Ordinal))
            return team;
        return Find(_teams, team) ?? Find(await TeamsAsync(context).ConfigureAwait(false), team) ?? throw new ChatException(
            ChatErrorReason.NotFound, $"There is no team '{team}'.")
        {
            Advice = "Get-ChatTeam shows the organizations that the token belongs to.",
        };
    }

    /// <summary>An organization's id, for its id or its name; null for the session's.</summary>
    /// <exception cref="ChatException">There is no such organization, or none was named.</exception>
    public async Task<string> TeamIdAsync(string? team, CallContext context) =>
        await TeamIdOrNoneAsync(connection.Session.TeamOr(team), context).ConfigureAwait(false) ?? "";

    private async Task<string> FindAppAsync(string name, CallContext context)
    {
        var call = connection.Platform.Call(GetApps).Query("orgId", await TeamIdOrNoneAsync(null, context).ConfigureAwait(false));
        await foreach (var app in connection.Api.ListAsync(call.ToRequest(), PageWindow.All, HathoraJson.Default.App, app => app, context).ConfigureAwait(false))
        {
            if (app.AppName.Equals(name, StringComparison.OrdinalIgnoreCase))
                return app.AppId;
        }
        throw new ChatException(ChatErrorReason.NotFound, $"There is no app '{name}'.")
        {
            Advice = "Check the name: Get-ChatApp shows the apps of the team; -Team of Get-ChatApp names another one.",
        };
    }

    private static string? Find(IEnumerable<Wire.Organization> teams, string name) =>
        teams.FirstOrDefault(team => name.Equals(team.Name, StringComparison.OrdinalIgnoreCase))?.OrgId;

    private static async Task<string> OnceAsync(string key, CallContext context, Func<Task<string>> find)
    {
        if (!context.Names.TryGetValue(key, out var id))
            context.Names[key] = id = await find().ConfigureAwait(false);
        return id;
    }
}
