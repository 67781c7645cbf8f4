using System.Text.Json.Nodes;
using ChatPS.Sandbox.Http;
using ChatPS.Sandbox.Platforms.Heroku.Model;

namespace ChatPS.Sandbox.Platforms.Heroku.Routes;

/// <summary>The caller's own applications.</summary>
internal static class OAuthClientRoutes
{
    private static readonly SortOrder<OAuthClient> Order = new(("name", client => client.Name));

    public static void MapOAuthClients(this HerokuService heroku)
    {
        heroku.Map("GET", "/oauth/clients", call => call.List(call.State.OAuthClients.Where(client => client.Owner == call.Me), Order, ToJson));
        heroku.Map("POST", "/oauth/clients", Create);
        heroku.Map("GET", "/oauth/clients/{oauth_client_identity}", call => HerokuAnswer.Json(ToJson(Client(call))));
        heroku.Map("PATCH", "/oauth/clients/{oauth_client_identity}", Update);
        heroku.Map("DELETE", "/oauth/clients/{oauth_client_identity}", Delete);
        heroku.Map("POST", "/oauth/clients/{oauth_client_identity}/actions/rotate-credentials", call =>
        {
            var client = Client(call);
            (client.Secret, client.UpdatedAt) = (OAuthRoutes.NewSecret(), call.Time);
            return HerokuAnswer.Json(ToJson(client));
        });
    }

    private static SandboxResponse Create(HerokuCall call)
    {
        var client = new OAuthClient
        {
            Id = call.State.NewId(),
            CreatedAt = call.Time,
            Owner = call.Me,
            Name = call.RequiredText("name"),
            RedirectUri = Address(call.RequiredText("redirect_uri")),
            Secret = OAuthRoutes.NewSecret(),
        };
        call.State.OAuthClients.Add(client);
        return HerokuAnswer.Json(ToJson(client), 201);
    }

    private static SandboxResponse Update(HerokuCall call)
    {
        var client = Client(call);
        var (name, address) = (call.Text("name") ?? client.Name, call.Text("redirect_uri") is { } given ? Address(given) : client.RedirectUri);
        (client.Name, client.RedirectUri, client.UpdatedAt) = (name, address, call.Time);
        return HerokuAnswer.Json(ToJson(client));
    }

    private static SandboxResponse Delete(HerokuCall call)
    {
        var client = Client(call);
        foreach (var authorization in call.State.Authorizations.Where(authorization => authorization.Client == client).ToList())
            call.State.Revoke(authorization);
        call.State.OAuthClients.Remove(client);
        return HerokuAnswer.Json(ToJson(client));
    }

    private static OAuthClient Client(HerokuCall call) =>
        call.State.OAuthClients.Find(call.Route("oauth_client_identity")) is { } client && client.Owner == call.Me
            ? client
            : throw HerokuAnswer.NotFound("OAuth client");

    private static string Address(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address) && (address.Scheme == Uri.UriSchemeHttps || address.IsLoopback)
            ? text
            : throw HerokuAnswer.Invalid("The redirect URI has to be an https address, or one of this computer.");

    private static JsonObject ToJson(OAuthClient client) => new JsonObject
    {
        ["id"] = client.Id,
        ["ignores_delinquent"] = false,
        ["name"] = client.Name,
        ["redirect_uri"] = client.RedirectUri,
        ["secret"] = client.Secret,
    }.WithTimes(client);
}
