using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using ChatPS.Sandbox.Http;
using ChatPS.Sandbox.Platforms.Gitter.Model;

namespace ChatPS.Sandbox.Platforms.Gitter.Routes;

/// <summary>The caller's own applications.</summary>
internal static partial class OAuthClientRoutes
{
    public static void MapOAuthClients(this GitterService gitter)
    {
        gitter.Map("GET", "/v1/oauth-clients", call =>
            GitterAnswer.List(call.State.OAuthClients.Values.Where(client => client.Owner == call.User).Select(ToJson)));
        gitter.Map("POST", "/v1/oauth-clients", Create);
        gitter.Map("DELETE", "/v1/oauth-clients/{clientId}", Delete);
    }

    private static SandboxResponse Create(GitterCall call)
    {
        var (name, back) = (call.Text("name"), call.Text("registeredRedirectUri"));
        if (name is null || !Word().IsMatch(name) || string.IsNullOrEmpty(back))
            return GitterAnswer.Error(400);
        var client = new GitterOAuthClient(call.State.Ids.Next(call.Time), name, GitterState.NewSecret(), GitterState.NewSecret(), back, call.User);
        call.State.OAuthClients.Add(client.Id, client);
        return GitterAnswer.Json(ToJson(client));
    }

    private static SandboxResponse Delete(GitterCall call)
    {
        if (!call.State.OAuthClients.TryGetValue(GitterCall.Id(call.Request.Route("clientId")), out var client))
            return GitterAnswer.Error(404);
        if (client.Owner != call.User)
            return GitterAnswer.Error(403);
        call.State.Remove(client);
        return GitterAnswer.Ok();
    }

    private static JsonObject ToJson(GitterOAuthClient client) => new()
    {
        ["id"] = client.Id,
        ["name"] = client.Name,
        ["tag"] = NoWord().Replace(client.Name.ToLowerInvariant(), "-"),
        ["clientKey"] = client.Key,
        ["clientSecret"] = client.Secret,
        ["registeredRedirectUri"] = client.RedirectUri,
        ["ownerUserId"] = client.Owner.Id,
    };

    [GeneratedRegex(@"\w")]
    private static partial Regex Word();

    [GeneratedRegex(@"\W")]
    private static partial Regex NoWord();
}
