using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using ChatPS.Client.Capabilities;
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

    /// <summary>An operation on a room of an app.</summary>
    protected async Task<ApiCall> CallForRoomAsync(string operation, RoomRef room, CallContext context) => Call(operation)
        .Path("appId", await Names.AppIdAsync(room.App, context, room.Team).ConfigureAwait(false))
        .Path("roomId", room.Value);

    /// <summary>A value that is a text or a number, and for some is left out.</summary>
    protected static string? TextOf(JsonElement value) => value.ValueKind is JsonValueKind.String or JsonValueKind.Number ? value.ToString() : null;

    /// <summary>The objects of a list whose operation takes a look at names first. None of Hathora's lists is sorted on demand.</summary>
    protected new IAsyncEnumerable<TModel> List<TWire, TModel>(
        Func<Task<ApiCall>> call, PageWindow window, JsonTypeInfo<TWire> type, Func<TWire, TModel> map, CallContext context)
    {
        window.RefuseOrder();
        return base.List(call, window, type, map, context);
    }

    /// <summary>Sends what is answered by whether it was done.</summary>
    /// <exception cref="ChatException">It was not.</exception>
    protected async Task ConfirmAsync(ApiCall call, string advice, CallContext context)
    {
        var request = call.ToRequest();
        if (!await Connection.Api.GetAsync(request, HathoraJson.Default.Boolean, context).ConfigureAwait(false))
            throw new ChatException(ChatErrorReason.Conflict, $"{request.Operation!.Id} was answered with no: nothing was changed.") { Advice = advice };
    }
}
