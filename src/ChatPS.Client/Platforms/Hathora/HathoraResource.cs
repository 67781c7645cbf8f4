using System.Text.Json.Serialization.Metadata;
using ChatPS.Client.Http;
using ChatPS.Client.Paging;
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

    /// <summary>The objects of a list whose call has to be looked up first.</summary>
    protected async IAsyncEnumerable<TModel> ListAsync<TWire, TModel>(
        Func<Task<ApiCall>> call, PageWindow window, JsonTypeInfo<TWire> type, Func<TWire, TModel> map, CallContext context)
    {
        // Nothing here is sorted by the server, and that is said before anything is sent.
        window.RefuseOrder();
        await foreach (var item in List(await call().ConfigureAwait(false), window, type, map, context).ConfigureAwait(false))
            yield return item;
    }

    /// <summary>The one of a list that goes by a name, for what cannot be asked for by itself. Case does not count.</summary>
    /// <exception cref="ChatException">There is none.</exception>
    protected static async Task<T> FindAsync<T>(IAsyncEnumerable<T> list, Func<T, string[]> namesOf, string name, string noun, string advice)
    {
        await foreach (var item in list.ConfigureAwait(false))
        {
            if (namesOf(item).Contains(name, StringComparer.OrdinalIgnoreCase))
                return item;
        }
        throw new ChatException(ChatErrorReason.NotFound, $"There is no {noun} '{name}'.") { Advice = advice };
    }
}
