using System.Text.Json.Nodes;
using ChatPS.Sandbox.Http;

namespace ChatPS.Sandbox.Platforms.HipChat.Routes;

/// <summary>What add-ons do beside talking: links to their own pages, and news for their glances.</summary>
internal static class IntegrationRoutes
{
    private const string Link = "/v2/addon/link";
    private const string Update = "/v2/addon/ui";

    public static void MapIntegrations(this HipChatService hipChat)
    {
        hipChat.Map("POST", Link, CreateLink, Scope.SendNotification);
        hipChat.Map("DELETE", Link + "/{token}", DeleteLink, Scope.SendNotification);
        hipChat.Map("POST", Update, call => Keep(call, ""), Scope.SendNotification);
        hipChat.Map("POST", Update + "/room/{room_id_or_name}", call => Keep(call, $"room/{call.Room().Id}/"), Scope.SendNotification);
        hipChat.Map("POST", Update + "/user/{user_id_or_email}", call => Keep(call, $"user/{call.User("user_id_or_email").Id}/"), Scope.SendNotification);
        hipChat.Map(
            "POST",
            Update + "/room/{room_id_or_name}/user/{user_id_or_email}",
            call => Keep(call, $"room/{call.Room().Id}/user/{call.User("user_id_or_email").Id}/"),
            Scope.SendNotification);
    }

    private static SandboxResponse CreateLink(HipChatCall call)
    {
        var (target, seconds) = (call.Body.Text("target", 1), call.Body.Integer("ttl"));
        if (seconds < 1)
            throw HipChatBody.Unfit("ttl", "a number of seconds");
        var token = HipChatState.NewSecret();
        call.State.Links.Add(token, (target, call.Time.AddSeconds(seconds)));
        return HipChatAnswer.Json(new JsonObject { ["token"] = token, ["links"] = HipChatJson.Self(call.Link("addon/link/" + token)) });
    }

    private static SandboxResponse DeleteLink(HipChatCall call) =>
        call.State.Links.Remove(call.Route("token"), out var link) && link.ExpiresAt > call.Time
            ? HipChatAnswer.Done()
            : throw HipChatAnswer.Fault(404, "Link not found.");

    /// <summary>Keeps what the glances show to those whom the path names.</summary>
    private static SandboxResponse Keep(HipChatCall call, string whom)
    {
        var updates = call.Body.Objects("glance").Select(json =>
        {
            var update = new HipChatBody(json);
            var content = update.Object("content");
            var label = new HipChatBody(new HipChatBody(content).Object("label"));
            label.Choice("type", "html");
            label.Text("value");
            return (Key: update.Text("key", 1, 40), Content: content.ToJsonString());
        });
        foreach (var (key, content) in updates.ToList())
            call.State.Glances[whom + key] = content;
        return HipChatAnswer.Done();
    }
}
