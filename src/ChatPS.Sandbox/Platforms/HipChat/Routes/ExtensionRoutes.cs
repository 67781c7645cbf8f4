using System.Text.Json.Nodes;
using ChatPS.Sandbox.Http;

namespace ChatPS.Sandbox.Platforms.HipChat.Routes;

/// <summary>What add-ons show in a room or in all of them; kept as it was sent.</summary>
internal static class ExtensionRoutes
{
    public static void MapExtensions(this HipChatService hipChat)
    {
        Map("action", body =>
        {
            CheckName(body, "name");
            CheckTarget(body);
            body.Choice("location", "hipchat.message.action", "hipchat.input.action");
        });
        Map("dialog", body =>
        {
            CheckName(body, "title");
            body.Text("url", 1);
            body.OptionalObject("options");
        });
        Map("externalPage", body =>
        {
            CheckName(body, "name");
            body.Text("url", 1);
        });
        Map("glance", body =>
        {
            CheckName(body, "name");
            CheckIcon(new(body.Object("icon")));
            if (body.Has("target"))
                CheckTarget(body);
            body.OptionalText("queryUrl");
        });
        Map("webPanel", body =>
        {
            CheckName(body, "name");
            body.Text("url", 1);
            body.Choice("location", "hipchat.sidebar.right");
        });

        void Map(string kind, Action<HipChatBody> check)
        {
            var path = $"/extension/{kind}/{{key}}";
            var key = (HipChatCall call) => $"{kind}/{call.Route("key")}";
            MapIn(RoomRoutes.Base + path, Scope.ViewRoom, Scope.AdminRoom, call => call.ReachedRoom().Extensions);
            MapIn("/v2" + path, Scope.ViewGroup, Scope.AdminGroup, call => call.State.Group.Extensions);

            void MapIn(string template, string view, string change, Func<HipChatCall, Dictionary<string, string>> find)
            {
                hipChat.Map("GET", template, call => HipChatAnswer.Json(JsonNode.Parse(find(call).GetValueOrDefault(key(call)) ?? throw Missing(call))), view);
                hipChat.Map("DELETE", template, call => find(call).Remove(key(call)) ? HipChatAnswer.Done() : throw Missing(call), change);
                hipChat.Map("PUT", template, call =>
                {
                    var extensions = find(call);
                    check(call.Body);
                    extensions[key(call)] = call.Body.With("key", call.ExtensionKey()).ToJsonString();
                    return SandboxResponse.Empty(201);
                }, change);
            }

            SandboxAnswerException Missing(HipChatCall call) => HipChatAnswer.NotFound(char.ToUpperInvariant(kind[0]) + kind[1..], call.Route("key"));
        }
    }

    private static void CheckName(HipChatBody body, string name) => new HipChatBody(body.Object(name)).Text("value", 1, 100);

    private static void CheckIcon(HipChatBody icon)
    {
        icon.Text("url", 1);
        icon.Text("url@2x", 1);
    }

    /// <summary>The key of what opens, alone or with options.</summary>
    private static void CheckTarget(HipChatBody body)
    {
        if (body.IsObject("target"))
            new HipChatBody(body.Object("target")).Text("key", 1, 40);
        else
            body.Text("target", 1);
    }
}
