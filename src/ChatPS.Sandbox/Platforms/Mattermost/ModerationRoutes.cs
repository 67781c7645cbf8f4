using System.Text.Json.Nodes;
using ChatPS.Sandbox.Http;

namespace ChatPS.Sandbox.Platforms.Mattermost;

/// <summary>What members and guests may do in a channel, which takes a license.</summary>
internal static class ModerationRoutes
{
    private static readonly string[] Permissions = ["create_post", "create_reactions", "manage_members", "use_channel_mentions"];

    public static void Map(MattermostService service)
    {
        service.On("GET", "/channels/{channel_id}/moderations", call => List(Licensed(call, "get")));
        service.On("PUT", "/channels/{channel_id}/moderations/patch", Patch);
    }

    /// <summary>Whether the caller may do a thing in a channel, as far as that is moderated.</summary>
    public static bool Allows(Call call, Channel channel, string permission) =>
        call.ManagesChannel(channel) || !channel.Forbidden.Contains($"{permission} {(call.Me.IsGuest ? "guests" : "members")}");

    private static Channel Licensed(Call call, string verb)
    {
        call.NeedLicense($"api.channel.{verb}_channel_moderations.license.error");
        call.NeedAdmin();
        return call.Channel();
    }

    private static SandboxResponse Patch(Call call)
    {
        var channel = Licensed(call, "patch");
        foreach (var patch in (call.Request.Json as JsonArray ?? throw Problem.InvalidBody("moderations")).OfType<JsonObject>())
        {
            var (name, roles) = (patch.Text("name") ?? "", patch.Object("roles"));
            if (!Permissions.Contains(name))
                continue;
            foreach (var who in Roles(name))
            {
                if (roles?.Bool(who) == false)
                    channel.Forbidden.Add($"{name} {who}");
                else if (roles?.Bool(who) == true)
                    channel.Forbidden.Remove($"{name} {who}");
            }
        }
        return List(channel);
    }

    private static string[] Roles(string permission) => permission == "manage_members" ? ["members"] : ["members", "guests"];

    private static SandboxResponse List(Channel channel) => SandboxResponse.Json(new JsonArray([.. Permissions.Select(permission => (JsonNode)new JsonObject
    {
        ["name"] = permission,
        ["roles"] = new JsonObject { ["members"] = Role(channel, permission, "members"), ["guests"] = Role(channel, permission, "guests") },
    })]));

    private static JsonObject? Role(Channel channel, string permission, string who) => !Roles(permission).Contains(who) ? null : new JsonObject
    {
        ["value"] = !channel.Forbidden.Contains($"{permission} {who}"),
        ["enabled"] = permission != "use_channel_mentions" || !channel.Forbidden.Contains($"create_post {who}"),
    };
}
