using System.Text.Json.Nodes;

namespace ChatPS.Sandbox.Platforms.HipChat.Routes;

/// <summary>What the server is and where things are, for those who don't know yet.</summary>
internal static class CapabilityRoutes
{
    public static void MapCapabilities(this HipChatService hipChat)
    {
        hipChat.MapOpen("GET", "/v2/capabilities", _ => HipChatAnswer.Json(Capabilities(hipChat.BaseUri)));
        hipChat.MapOpen("GET", "/v2/capabilities/addon/schema", _ => HipChatAnswer.Json(DescriptorSchema()));
    }

    private static JsonObject Capabilities(Uri server)
    {
        var api = new Uri(server, "v2").AbsoluteUri;
        var scopes = Scope.All.Select(scope => KeyValuePair.Create(
            scope.Id, (JsonNode?)new JsonObject { ["id"] = scope.Id, ["name"] = scope.Name, ["description"] = scope.Description }));
        return new()
        {
            ["key"] = "hipchat",
            ["name"] = "HipChat",
            ["description"] = "Group chat for teams",
            ["vendor"] = new JsonObject { ["name"] = "Sandbox", ["url"] = "https://example.com" },
            ["links"] = new JsonObject { ["self"] = api + "/capabilities", ["api"] = api, ["homepage"] = server.AbsoluteUri },
            ["capabilities"] = new JsonObject
            {
                ["oauth2Provider"] = new JsonObject
                {
                    ["authorizationUrl"] = new Uri(server, OAuthRoutes.AuthorizePath).AbsoluteUri,
                    ["tokenUrl"] = new Uri(server, OAuthRoutes.TokenPath).AbsoluteUri,
                },
                ["hipchatApiProvider"] = new JsonObject { ["url"] = api, ["availableScopes"] = new JsonObject(scopes) },
            },
        };
    }

    private static JsonObject DescriptorSchema()
    {
        var text = new JsonObject { ["type"] = "string" };
        return new()
        {
            ["type"] = "object",
            ["properties"] = new JsonObject
            {
                ["key"] = text.DeepClone(),
                ["name"] = text.DeepClone(),
                ["description"] = text.DeepClone(),
                ["links"] = new JsonObject
                {
                    ["type"] = "object",
                    ["properties"] = new JsonObject { ["self"] = text.DeepClone(), ["homepage"] = text },
                    ["required"] = new JsonArray("self"),
                },
                ["capabilities"] = new JsonObject { ["type"] = "object" },
            },
            ["required"] = new JsonArray("key", "name", "description", "links"),
        };
    }
}
