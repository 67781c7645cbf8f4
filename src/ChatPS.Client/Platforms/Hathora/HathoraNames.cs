using ChatPS.Client.Http;
using ChatPS.Client.Paging;
using ChatPS.Client.Sessions;
using static ChatPS.Client.Platforms.Hathora.HathoraOperations;

namespace ChatPS.Client.Platforms.Hathora;

/// <summary>Finds the ids that the API wants for the names that people give, and what the session falls back to.</summary>
internal sealed class HathoraNames(Connection connection) : Resource(connection)
{
    private const string AppPrefix = "app-";
    private const string TeamPrefix = "org-";
    private const string FleetPrefix = "fleet-";

    private IReadOnlyList<Wire.Organization> _teams = [];

    /// <summary>The organizations that the token belongs to, as the last answer had them.</summary>
    public async Task<IReadOnlyList<Wire.Organization>> TeamsAsync(CallContext context) =>
        _teams = (await ReadAsync(Call(GetOrgs), HathoraJson.Default.OrganizationList, context).ConfigureAwait(false)).Orgs;

    /// <summary>An app's id, for its id or its name; null for the session's app.</summary>
    /// <param name="app">The app.</param>
    /// <param name="context">The call.</param>
    /// <param name="team">The organization that a name is looked for in; null for the session's.</param>
    /// <exception cref="ChatException">There is no such app, or none was named.</exception>
    public async Task<string> AppIdAsync(string? app, CallContext context, string? team = null)
    {
        app = Connection.Session.AppOr(app);
        return IsAppId(app)
            ? app
            : await OnceAsync($"app {team}/{app}", context, async () => (await FindAppAsync(app, team, context).ConfigureAwait(false)).AppId).ConfigureAwait(false);
    }

    /// <summary>An app: the one with this id, or with this name among those of the organization or the session's.</summary>
    /// <exception cref="ChatException">There is no such app.</exception>
    public async Task<Wire.App> AppAsync(string app, string? team, CallContext context)
    {
        if (!IsAppId(app))
            return await FindAppAsync(app, team, context).ConfigureAwait(false);
        var found = await ReadAsync(Call(GetApp).Path("appId", app), HathoraJson.Default.App, context).ConfigureAwait(false);
        return team is null || found.OrgId == await TeamIdOrNoneAsync(team, context).ConfigureAwait(false)
            ? found
            : throw NoApp(app);
    }

    /// <summary>An organization's id, for its id or its name; null for the session's, and null where it has none: the platform chooses then.</summary>
    /// <exception cref="ChatException">There is no such organization.</exception>
    public async Task<string?> TeamIdOrNoneAsync(string? team, CallContext context)
    {
        team ??= Connection.Session.Team;
        if (team is null || team.StartsWith(TeamPrefix, StringComparison.Ordinal))
            return team;
        return (Find(_teams, team) ?? Find(await TeamsAsync(context).ConfigureAwait(false), team) ?? throw NoTeam(team)).OrgId;
    }

    /// <summary>An organization's id, for its id or its name; null for the session's.</summary>
    /// <exception cref="ChatException">There is no such organization, or none was named.</exception>
    public async Task<string> TeamIdAsync(string? team, CallContext context) =>
        await TeamIdOrNoneAsync(Connection.Session.TeamOr(team), context).ConfigureAwait(false) ?? "";

    /// <summary>The organization with an id or a name; null for none.</summary>
    public static Wire.Organization? Find(IEnumerable<Wire.Organization> teams, string? team) => teams.FirstOrDefault(
        found => found.OrgId == team || (team is not null && team.Equals(found.Name, StringComparison.OrdinalIgnoreCase)));

    /// <summary>What an organization is called, as far as it is known; null otherwise.</summary>
    public string? TeamNameOf(string? teamId) => Find(_teams, teamId)?.Name;

    /// <summary>What is said of an organization that the token does not belong to.</summary>
    public static ChatException NoTeam(string team) => new(ChatErrorReason.NotFound, $"There is no team '{team}'.")
    {
        Advice = "Get-ChatTeam shows the organizations that the token belongs to.",
    };

    /// <summary>A fleet, for its id or its name, among those of the organization or the session's or the platform's choice.</summary>
    /// <exception cref="ChatException">There is no such fleet.</exception>
    public async Task<FleetRef> FleetAsync(string? team, string fleet, CallContext context)
    {
        var teamId = await TeamIdOrNoneAsync(team, context).ConfigureAwait(false);
        return new(teamId, IsFleetId(fleet)
            ? fleet
            : await OnceAsync($"fleet {fleet} of {teamId}", context, () => FindFleetAsync(teamId, fleet, context)).ConfigureAwait(false));
    }

    /// <summary>A region as the API spells it; what is no region stays as it is.</summary>
    public string Region(string region) => Connection.Platform.Regions.FirstOrDefault(known => known.Equals(region, StringComparison.OrdinalIgnoreCase)) ?? region;

    // People may call a fleet what they like, also something that begins as ids do.
    private static bool IsFleetId(string fleet) => IsId(FleetPrefix, fleet) || Guid.TryParse(fleet, out _);

    private async Task<string> FindFleetAsync(string? teamId, string fleet, CallContext context)
    {
        var call = Call(GetFleets).Query("orgId", teamId);
        var found = await List(call, PageWindow.All, HathoraJson.Default.Fleet, found => found, context).FindAsync(
            found => found.FleetId == fleet || found.Name.Equals(fleet, StringComparison.OrdinalIgnoreCase),
            () => new ChatException(ChatErrorReason.NotFound, $"There is no fleet '{fleet}'.")
            {
                Advice = "Check the name: Get-ChatFleet shows the fleets of the team; -Team names another one.",
            }).ConfigureAwait(false);
        return found.FleetId;
    }

    // An app may be called something that begins as ids do.
    public static bool IsAppId(string app) => IsId(AppPrefix, app);

    private static bool IsId(string prefix, string text) => text.StartsWith(prefix, StringComparison.Ordinal) && Guid.TryParse(text[prefix.Length..], out _);

    private async Task<Wire.App> FindAppAsync(string app, string? team, CallContext context)
    {
        var call = Call(GetApps).Query("orgId", await TeamIdOrNoneAsync(team, context).ConfigureAwait(false));
        return await List(call, PageWindow.All, HathoraJson.Default.App, found => found, context).FindAsync(
            found => found.AppId == app || found.AppName.Equals(app, StringComparison.OrdinalIgnoreCase), () => NoApp(app)).ConfigureAwait(false);
    }

    private static ChatException NoApp(string app) => new(ChatErrorReason.NotFound, $"There is no app '{app}'.")
    {
        Advice = "Check the name: Get-ChatApp shows the apps of the team; -Team of Get-ChatApp names another one.",
    };

    private static async Task<string> OnceAsync(string key, CallContext context, Func<Task<string>> find)
    {
        if (!context.Names.TryGetValue(key, out var id))
            context.Names[key] = id = await find().ConfigureAwait(false);
        return id;
    }
}
