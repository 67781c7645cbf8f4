using ChatPS.Client.Http;
using ChatPS.Client.Sessions;

namespace ChatPS.Client.Platforms.Hathora;

/// <summary>What Hathora's resources have in common: they belong to an app or to an organization, which may be named or the session's.</summary>
internal abstract class HathoraResource(Connection connection) : Resource(connection)
{
    protected HathoraNames Names => Connection.Get<HathoraNames>();

    /// <summary>An operation on an app: the one with this id or name, or the session's.</summary>
    protected async Task<ApiCall> CallForAppAsync(string operation, string? app, CallContext context) =>
        Call(operation).Path("appId", await Names.AppIdAsync(app, context).ConfigureAwait(false));

    /// <summary>An operation on what an organization has: the one with this id or name, or the session's, or the platform's choice.</summary>
    protected async Task<ApiCall> CallForTeamAsync(string operation, string? team, CallContext context) =>
        Call(operation).Query("orgId", await Names.TeamIdOrNoneAsync(team, context).ConfigureAwait(false));

    /// <summary>An operation on an organization itself: the one with this id or name, or the session's.</summary>
    protected async Task<ApiCall> CallOnTeamAsync(string operation, string? team, CallContext context) =>
        Call(operation).Path("orgId", await Names.TeamIdAsync(team, context).ConfigureAwait(false));
}
