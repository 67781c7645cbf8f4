using ChatPS.Client.Capabilities;
using ChatPS.Client.Http;
using ChatPS.Client.Paging;
using ChatPS.Client.Sessions;
using static ChatPS.Client.Platforms.Hathora.HathoraOperations;

namespace ChatPS.Client.Platforms.Hathora;

/// <summary>Lobbies: players make them, and everybody may look.</summary>
internal sealed class HathoraLobbies(Connection connection) : HathoraResource(connection), ILobbyReader, IAppItemCreator<NewLobby, ChatLobby>
{
    public IAsyncEnumerable<ChatLobby> ListAsync(string app, string? region, PageWindow window, CallContext context) => List(
        async () => (await CallForAppAsync(ListActivePublicLobbies, app, context).ConfigureAwait(false)).Query("region", region is null ? null : Names.Region(region)),
        window,
        HathoraJson.Default.Lobby,
        ToLobby,
        context);

    public async Task<ChatLobby> GetByRoomAsync(string app, string room, CallContext context) =>
        await GetAsync((await CallForAppAsync(GetLobbyInfoByRoomId, app, context).ConfigureAwait(false)).Path("roomId", room), context).ConfigureAwait(false);

    public async Task<ChatLobby> GetByShortCodeAsync(string app, string shortCode, CallContext context) =>
        await GetAsync((await CallForAppAsync(GetLobbyInfoByShortCode, app, context).ConfigureAwait(false)).Path("shortCode", shortCode), context).ConfigureAwait(false);

    public async Task<ChatLobby> CreateAsync(string app, NewLobby item, CallContext context)
    {
        Connection.Mask.Add(item.PlayerToken);
        var call = (await CallForAppAsync(CreateLobby, app, context).ConfigureAwait(false))
            .Query("roomId", item.Room)
            .Query("shortCode", item.ShortCode)
            .Body("visibility", item.Visibility)
            .Body("region", Names.Region(item.Region))
            .Body("roomConfig", item.Config);
        // The call is whole before anybody signs in for it.
        var request = call.ToRequest();
        var token = item.PlayerToken ?? await Connection.Get<HathoraPlayerTokens>().SignInAsync(app, new NewPlayerToken(), context).ConfigureAwait(false);
        return ToLobby(await Connection.Api.GetAsync(request with { Token = token }, HathoraJson.Default.Lobby, context).ConfigureAwait(false));
    }

    private Task<ChatLobby> GetAsync(ApiCall call, CallContext context) => SendAsync(call, HathoraJson.Default.Lobby, ToLobby, context);

    private ChatLobby ToLobby(Wire.Lobby lobby) => new()
    {
        Session = Connection.Session,
        Unnamed = lobby.Unnamed,
        AppId = lobby.AppId,
        RoomId = lobby.RoomId,
        ShortCode = lobby.ShortCode,
        Visibility = lobby.Visibility,
        Region = lobby.Region,
        Config = lobby.RoomConfig,
        CreatedBy = TextOf(lobby.CreatedBy),
        CreatedAt = lobby.CreatedAt,
    };
}
