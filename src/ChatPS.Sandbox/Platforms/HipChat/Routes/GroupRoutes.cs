using System.Text.Json.Nodes;
using ChatPS.Sandbox.Http;

namespace ChatPS.Sandbox.Platforms.HipChat.Routes;

/// <summary>The group as such.</summary>
internal static class GroupRoutes
{
    public const string Base = "/v2/group/{group_id}";

    public static void MapGroup(this HipChatService hipChat)
    {
        hipChat.Map("GET", Base, call => HipChatAnswer.Json(call.Group().ToJson(call, call.Expand)), Scope.ViewGroup);
        hipChat.Map("GET", Base + "/statistics", Statistics, Scope.ViewGroup);
    }

    private static SandboxResponse Statistics(HipChatCall call)
    {
        var (group, rooms) = (call.Group(), call.State.Rooms.Values);
        return HipChatAnswer.Json(new JsonObject
        {
            ["users"] = call.State.Users.Values.Count(user => user is { IsDeleted: false, IsGuest: false }),
            ["rooms"] = rooms.Count,
            ["messages_sent"] = rooms.Sum(room => room.Messages.Count),
            ["last_active"] = rooms.Max(room => room.LastActive)?.ToWire(),
            ["links"] = HipChatJson.Self(call.Link($"group/{group.Id}/statistics")),
        });
    }
}
