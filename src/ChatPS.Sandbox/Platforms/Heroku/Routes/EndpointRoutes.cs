using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json.Nodes;
using ChatPS.Sandbox.Http;
using ChatPS.Sandbox.Platforms.Heroku.Model;

namespace ChatPS.Sandbox.Platforms.Heroku.Routes;

/// <summary>Certificates of an app: by server name as today, and on an address of their own as in 2015.</summary>
internal static class EndpointRoutes
{
    private static readonly SortOrder<SniEndpoint> SniOrder = new(("name", endpoint => endpoint.Name));
    private static readonly SortOrder<SslEndpoint> SslOrder = new(("name", endpoint => endpoint.Name));

    public static void MapEndpoints(this HerokuService heroku)
    {
        const string Sni = "/apps/{app_identity}/sni-endpoints";
        heroku.Map("GET", Sni, call =>
        {
            var app = call.App();
            return call.List(app.SniEndpoints, SniOrder, endpoint => ToJson(endpoint, app));
        });
        heroku.Map("POST", Sni, CreateSni);
        heroku.Map("GET", Sni + "/{sni_endpoint_identity}", call =>
        {
            var app = call.App();
            return HerokuAnswer.Json(ToJson(SniOf(call, app), app));
        });
        heroku.Map("PATCH", Sni + "/{sni_endpoint_identity}", UpdateSni);
        heroku.Map("DELETE", Sni + "/{sni_endpoint_identity}", DeleteSni);

        const string Ssl = "/apps/{app_identity}/ssl-endpoints";
        heroku.Map("GET", Ssl, call => call.List(call.App().SslEndpoints, SslOrder, ToJson));
        heroku.Map("POST", Ssl, CreateSsl);
        heroku.Map("GET", Ssl + "/{ssl_endpoint_identity}", call => HerokuAnswer.Json(ToJson(SslOf(call, call.App()))));
        heroku.Map("PATCH", Ssl + "/{ssl_endpoint_identity}", UpdateSsl);
        heroku.Map("DELETE", Ssl + "/{ssl_endpoint_identity}", DeleteSsl);
    }

    private static SandboxResponse CreateSni(HerokuCall call)
    {
        var app = call.App("operate");
        var endpoint = new SniEndpoint { Id = call.State.NewId(), CreatedAt = call.Time, Name = NewName(), Certificate = RequiredCertificate(call) };
        app.SniEndpoints.Add(endpoint);
        return HerokuAnswer.Json(ToJson(endpoint, app), 201);
    }

    private static SandboxResponse UpdateSni(HerokuCall call)
    {
        var app = call.App("operate");
        var endpoint = SniOf(call, app);
        (endpoint.Certificate, endpoint.UpdatedAt) = (RequiredCertificate(call), call.Time);
        return HerokuAnswer.Json(ToJson(endpoint, app));
    }

    private static SandboxResponse DeleteSni(HerokuCall call)
    {
        var app = call.App("operate");
        var endpoint = SniOf(call, app);
        var json = ToJson(endpoint, app);
        app.SniEndpoints.Remove(endpoint);
        foreach (var domain in app.Domains.Where(domain => domain.SniEndpointId == endpoint.Id))
            domain.SniEndpointId = null;
        return HerokuAnswer.Json(json);
    }

    private static SandboxResponse CreateSsl(HerokuCall call)
    {
        var app = call.App("operate");
        var endpoint = new SslEndpoint { Id = call.State.NewId(), CreatedAt = call.Time, Name = NewName(), Certificate = RequiredCertificate(call) };
        app.SslEndpoints.Add(endpoint);
        return HerokuAnswer.Json(ToJson(endpoint), 201);
    }

    private static SandboxResponse UpdateSsl(HerokuCall call)
    {
        var endpoint = SslOf(call, call.App("operate"));
        if (call.Flag("rollback") == true)
        {
            var former = endpoint.Former ?? throw HerokuAnswer.Invalid("There is no certificate to go back to.");
            (endpoint.Certificate, endpoint.Former) = (former, endpoint.Certificate);
        }
        else if (call.Has("certificate_chain") || call.Has("private_key"))
        {
            (endpoint.Former, endpoint.Certificate) = (endpoint.Certificate, RequiredCertificate(call));
        }

        endpoint.UpdatedAt = call.Time;
        return HerokuAnswer.Json(ToJson(endpoint));
    }

    private static SandboxResponse DeleteSsl(HerokuCall call)
    {
        var app = call.App("operate");
        var endpoint = SslOf(call, app);
        app.SslEndpoints.Remove(endpoint);
        return HerokuAnswer.Json(ToJson(endpoint));
    }

    /// <summary>An app's endpoint by its id or name.</summary>
    public static SniEndpoint Find(App app, string identity) =>
        app.SniEndpoints.Find(endpoint => identity == endpoint.Id || identity == endpoint.Name) ?? throw HerokuAnswer.NotFound("SNI endpoint");

    private static SniEndpoint SniOf(HerokuCall call, App app) => Find(app, call.Route("sni_endpoint_identity"));

    private static SslEndpoint SslOf(HerokuCall call, App app) =>
        call.Route("ssl_endpoint_identity") is var identity && app.SslEndpoints.Find(endpoint => identity == endpoint.Id || identity == endpoint.Name) is { } found
            ? found
            : throw HerokuAnswer.NotFound("SSL endpoint");

    private static Certificate RequiredCertificate(HerokuCall call) =>
        Read(call.State.NewId(), call.RequiredText("certificate_chain"), call.RequiredText("private_key"))
        ?? throw HerokuAnswer.Invalid("The certificate or the key isn't in PEM form, or they don't belong together.");

    /// <summary>Reads a certificate and proves that the key belongs to it; null when either isn't what it should be.</summary>
    private static Certificate? Read(string id, string chain, string privateKey)
    {
        try
        {
            using var certificate = X509Certificate2.CreateFromPem(chain, privateKey);
            var domains = certificate.Extensions.OfType<X509SubjectAlternativeNameExtension>().SelectMany(names => names.EnumerateDnsNames()).ToList();
            if (domains.Count == 0 && certificate.GetNameInfo(X509NameType.DnsName, forIssuer: false) is { Length: > 0 } name)
                domains.Add(name);
            return new(id, chain, certificate.Subject, certificate.Issuer, certificate.NotBefore, certificate.NotAfter, domains);
        }
        catch (Exception error) when (error is CryptographicException or ArgumentException)
        {
            return null;
        }
    }

    private static string NewName() => "endpoint-" + OAuthRoutes.NewSecret()[..8];

    private static JsonObject ToJson(SniEndpoint endpoint, App app) => new JsonObject
    {
        ["id"] = endpoint.Id,
        ["app"] = app.ToReference(),
        ["certificate_chain"] = endpoint.Certificate.Chain,
        ["display_name"] = null,
        ["domains"] = app.Domains.Where(domain => domain.SniEndpointId == endpoint.Id).Select(domain => domain.Id).ToJsonArray(),
        ["name"] = endpoint.Name,
        ["ssl_cert"] = ToJson(endpoint.Certificate),
    }.WithTimes(endpoint);

    private static JsonObject ToJson(SslEndpoint endpoint) => new JsonObject
    {
        ["id"] = endpoint.Id,
        ["certificate_chain"] = endpoint.Certificate.Chain,
        ["cname"] = endpoint.Name + ".ssl.example.com",
        ["name"] = endpoint.Name,
    }.WithTimes(endpoint);

    private static JsonObject ToJson(Certificate certificate) => new()
    {
        ["id"] = certificate.Id,
        ["ca_signed?"] = certificate.Issuer != certificate.Subject,
        ["cert_domains"] = certificate.Domains.ToJsonArray(),
        ["expires_at"] = certificate.ExpiresAt.ToWire(),
        ["issuer"] = certificate.Issuer,
        ["self_signed?"] = certificate.Issuer == certificate.Subject,
        ["starts_at"] = certificate.StartsAt.ToWire(),
        ["subject"] = certificate.Subject,
    };
}
