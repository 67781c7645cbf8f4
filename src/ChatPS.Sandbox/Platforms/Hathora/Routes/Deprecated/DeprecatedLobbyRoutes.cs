using System.Text.Json.Nodes;
using ChatPS.Sandbox.Platforms.Hathora.Model;

namespace ChatPS.Sandbox.Platforms.Hathora.Routes.Deprecated;

/// <summary>Lobbies in versions 1 and 2: with a first configuration and a state of any form; version 1 answers a new one by its room's id.</summary>
internal static class DeprecatedLobbyRoutes
{
    private const string Version1 = "/lobby/v1/{appId}/";
    private const string Version2 = "/lobby/v2/{appId}/";
    private const string DefaultRegion = "Chicago";

    public static void MapDeprecatedLobbies(this HathoraService hathora)
    {
        foreach (var visibility in (string[])["private", "public"])
            hathora.MapPlayer("POST", $"{Version1}create/{visibility}", (call, player) => HathoraAnswer.Json(LobbyRoutes.NewLobby(
                call, player, call.QueryChoice("region", HathoraLists.Regions) ?? DefaultRegion, call.QueryFlag("local") ? "local" : visibility, config: null).RoomId));
        hathora.MapOpen("GET", Version1 + "list", (call, app) =>
        {
            var local = call.QueryFlag("local");
            return HathoraAnswer.Json((local ? app.Lobbies.Where(lobby => lobby.Visibility == "local") : LobbyRoutes.Public(call, app)).Select(ToJson).ToJsonArray());
        });

        foreach (var visibility in LobbyRoutes.Visibilities)
            hathora.MapPlayer("POST", $"{Version2}create/{visibility}", (call, player) => HathoraAnswer.Json(ToJson(Create(call, player, visibility)), 201));
        hathora.MapPlayer("POST", Version2 + "create", (call, player) =>
            HathoraAnswer.Json(ToJson(Create(call, player, call.Body.Choice("visibility", LobbyRoutes.Visibilities))), 201));
        // It declares no 404: an app that isn't there has no lobbies.
        hathora.MapOpen("GET", Version2 + "list/public", request =>
        {
            var call = new HathoraCall(hathora, request);
            return HathoraAnswer.Json(LobbyRoutes.Public(call, call.State.Apps.Find(app => app.Id == call.Route("appId"))).Select(ToJson).ToJsonArray());
        });
        hathora.MapOpen("GET", Version2 + "info/{roomId}", (call, app) => HathoraAnswer.Json(ToJson(LobbyOf(call, app))));
        hathora.MapApp("POST", Version2 + "setState/{roomId}", ProcessRoutes.Group, (call, app) =>
        {
            var lobby = LobbyOf(call, app);
            lobby.State = AnyIn(call, "state");
            return HathoraAnswer.Json(ToJson(lobby));
        });
    }

    private static Lobby Create(HathoraCall call, Player player, string visibility)
    {
        var (region, config) = (call.Body.Choice("region", HathoraLists.Regions), AnyIn(call, "initialConfig"));
        return LobbyRoutes.NewLobby(call, player, region, visibility, config: null, config);
    }

    /// <summary>A value of any type, which has to be there.</summary>
    private static JsonNode? AnyIn(HathoraCall call, string name) =>
        call.Body.TryGetPropertyValue(name, out var value) ? value?.DeepClone() : throw HathoraAnswer.Invalid($"{name} is required.");

    private static Lobby LobbyOf(HathoraCall call, App app) => call.Named(app.Lobbies, "roomId", lobby => lobby.RoomId, "lobby");

    private static JsonObject ToJson(Lobby lobby) => LobbyRoutes.CommonJson(lobby)
        .With("state", lobby.State?.DeepClone())
        .With("local", lobby.Visibility == "local")
        .With("initialConfig", lobby.InitialConfig?.DeepClone() ?? new JsonObject());
}
