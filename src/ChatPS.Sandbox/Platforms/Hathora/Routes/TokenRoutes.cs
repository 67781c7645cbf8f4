using System.Text.Json.Nodes;
using ChatPS.Sandbox.Platforms.Hathora.Model;

namespace ChatPS.Sandbox.Platforms.Hathora.Routes;

/// <summary>Tokens of an organization: shown once, when they are made.</summary>
internal static class TokenRoutes
{
    private const string Group = "tokens";
    private const string Base = "/tokens/v1/orgs/{orgId}";
    private const int MaxName = 64;

    public static void MapTokens(this HathoraService hathora)
    {
        hathora.MapOrg("GET", Base, Group, (_, org) => HathoraAnswer.Json(new JsonObject { ["tokens"] = org.Tokens.Select(ToJson).ToJsonArray() }));
        hathora.MapOrg("POST", Base + "/create", Group, (call, org) =>
        {
            var token = new OrgToken
            {
                Id = call.State.NewId("org-token-"),
                Org = org,
                Name = call.Body.Text("name", MaxName),
                Value = HathoraState.NewOrgToken(),
                Access = call.Body.OptionalAccess("scopes", ["admin"]) ?? Access.Admin,
                CreatedBy = call.Me.Email,
                CreatedAt = call.Time,
            };
            org.Tokens.Add(token);
            call.State.Tokens.Add(token.Value, new Developer(token.CreatedBy, token));
            return HathoraAnswer.Json(new JsonObject { ["plainTextToken"] = token.Value, ["orgToken"] = ToJson(token) }, 201);
        });
        hathora.MapOrg("POST", Base + "/tokens/{orgTokenId}/revoke", Group, (call, org) =>
        {
            var token = call.Named(org.Tokens, "orgTokenId", token => token.Id, "token");
            token.Revoked = true;
            call.State.Tokens.Remove(token.Value);
            return HathoraAnswer.Json(true);
        });
    }

    private static JsonObject ToJson(OrgToken token) => new()
    {
        ["scopes"] = token.Access.ToJson(),
        ["createdAt"] = token.CreatedAt.ToWire(),
        ["createdBy"] = token.CreatedBy,
        ["lastFourCharsOfKey"] = token.Value[^4..],
        ["status"] = token.Revoked ? "revoked" : "active",
        ["name"] = token.Name,
        ["orgId"] = token.Org.Id,
        ["orgTokenId"] = token.Id,
    };
}
