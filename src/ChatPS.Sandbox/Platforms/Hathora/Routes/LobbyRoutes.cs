using System.Text.Json.Nodes;
using ChatPS.Sandbox.Platforms.Hathora.Model;
using ChatPS.Sandbox.Seeding;

namespace ChatPS.Sandbox.Platforms.Hathora.Routes;

/// <summary>Lobbies: made by players, found by anybody.</summary>
internal static class LobbyRoutes
{
    private const int MaxShortCode = 100;
    public static readonly IReadOnlyList<string> Visibilities = ["private", "public", "local"];

    public static void MapLobbies(this HathoraService hathora)
    {
        hathora.MapPlayer("POST", "/lobby/v3/{appId}/create", (call, player) =>
        {
            var body = call.Body;
            var (region, visibility) = (body.Choice("region", HathoraLists.Regions), body.Choice("visibility", Visibilities));
            var config = body.OptionalText("roomConfig", HathoraLists.MaxRoomConfig);
            return HathoraAnswer.Json(ToJson(NewLobby(call, player, region, visibility, config)), 201);
        });
        // It declares no 404: an app that isn't there has no lobbies.
        hathora.MapOpen("GET", "/lobby/v3/{appId}/list/public", request =>
        {
            var call = new HathoraCall(hathora, request);
            return HathoraAnswer.Json(Public(call, call.State.Apps.Find(app => app.Id == call.Route("appId"))).Select(ToJson).ToJsonArray());
        });
        hathora.MapOpen("GET", "/lobby/v3/{appId}/info/roomid/{roomId}", (call, app) =>
            HathoraAnswer.Json(ToJson(call.Named(app.Lobbies, "roomId", lobby => lobby.RoomId, "lobby"))));
        hathora.MapOpen("GET", "/lobby/v3/{appId}/info/shortcode/{shortCode}", (call, app) =>
            HathoraAnswer.Json(ToJson(call.Named(app.Lobbies, "shortCode", lobby => lobby.ShortCode, "lobby"))));
    }

    /// <summary>Makes a lobby with its room; a local one has its server on somebody's own machine.</summary>
    public static Lobby NewLobby(HathoraCall call, Player player, string region, string visibility, string? config, JsonNode? initialConfig = null)
    {
        var app = player.App;
        var shortCode = call.QueryText("shortCode", MaxShortCode);
        if (shortCode is not null && app.Lobbies.Exists(lobby => lobby.ShortCode == shortCode))
            throw HathoraAnswer.Invalid($"There is a lobby with the code {shortCode} already.");
        var room = visibility == "local" ? null : RoomRoutes.Create(call, DeploymentRoutes.Latest(app), region, config);
        var lobby = new Lobby
        {
            App = app,
            RoomId = room?.Id ?? RoomRoutes.RoomIdIn(call) ?? call.State.NewRoomId(),
            Room = room,
            ShortCode = shortCode ?? Seeder.Secret(6, "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"),
            Visibility = visibility,
            Region = region,
            CreatedBy = player.Id,
            CreatedAt = call.Time,
            RoomConfig = config,
            InitialConfig = initialConfig,
        };
        app.Lobbies.Add(lobby);
        return lobby;
    }

    /// <summary>The newest first, of the region that the query names or of all.</summary>
    public static IEnumerable<Lobby> Public(HathoraCall call, App? app)
    {
        var region = call.QueryChoice("region", HathoraLists.Regions);
        return (app?.Lobbies ?? [])
            .Where(lobby => lobby.Visibility == "public" && lobby.IsActive && (region is null || lobby.Region == region))
            .OrderByDescending(lobby => lobby.CreatedAt);
    }

    /// <summary>What lobbies have in the last two versions.</summary>
    public static JsonObject CommonJson(Lobby lobby) => new()
    {
        ["shortCode"] = lobby.ShortCode,
        ["createdAt"] = lobby.CreatedAt.ToWire(),
        ["createdBy"] = lobby.CreatedBy,
        ["visibility"] = lobby.Visibility,
        ["region"] = lobby.Region,
        ["roomId"] = lobby.RoomId,
        ["appId"] = lobby.App.Id,
    };

    private static JsonObject ToJson(Lobby lobby) => CommonJson(lobby).With("roomConfig", lobby.Room?.Config ?? lobby.RoomConfig);
}
