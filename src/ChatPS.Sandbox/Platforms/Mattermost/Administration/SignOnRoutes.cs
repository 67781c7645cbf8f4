using System.Text.Json.Nodes;
using ChatPS.Sandbox.Http;

namespace ChatPS.Sandbox.Platforms.Mattermost.Administration;

/// <summary>Signing in by SAML and LDAP: what Team Edition has of it is the certificates, which the configuration names.</summary>
internal static class SignOnRoutes
{
    public static void Map(MattermostService service)
    {
        service.OnOpen("GET", "/saml/metadata", _ => throw NoSaml());
        service.On("POST", "/saml/metadatafromidp", MetadataFromIdp);
        service.On("POST", "/saml/reset_auth_data", Reset);
        service.On("GET", "/saml/certificate/status", Status);
        foreach (var path in Files.Keys)
        {
            service.On("POST", "/" + path, call => Upload(call, path));
            service.On("DELETE", "/" + path, call => Remove(call, path));
        }
    }

    // What the configuration calls them, and the files that they are kept in.
    private static readonly Dictionary<string, (string Section, string Setting, string File)> Files = new()
    {
        ["saml/certificate/idp"] = ("SamlSettings", "IdpCertificateFile", "saml-idp.crt"),
        ["saml/certificate/public"] = ("SamlSettings", "PublicCertificateFile", "saml-public.crt"),
        ["saml/certificate/private"] = ("SamlSettings", "PrivateKeyFile", "saml-private.key"),
        ["ldap/certificate/public"] = ("LdapSettings", "PublicCertificateFile", "ldap-public.crt"),
        ["ldap/certificate/private"] = ("LdapSettings", "PrivateKeyFile", "ldap-private.key"),
    };

    private static Problem NoSaml() => new(501, "api.admin.saml.not_available.app_error", "The server has no SAML.");

    private static SandboxResponse MetadataFromIdp(Call call)
    {
        call.NeedAdmin();
        if (call.Body("saml_metadata_url").Text("saml_metadata_url") is not { Length: > 0 })
            throw Problem.InvalidBody("saml_metadata_url");
        throw new Problem(400, "api.admin.saml.failure_get_metadata_from_idp.app_error", "The identity provider's metadata cannot be had.");
    }

    private static SandboxResponse Reset(Call call)
    {
        call.NeedAdmin();
        throw NoSaml();
    }

    private static SandboxResponse Status(Call call)
    {
        call.NeedAdmin();
        return SandboxResponse.Json(new JsonObject
        {
            ["idp_certificate_file"] = call.State.Administration.Certificates.ContainsKey("saml/certificate/idp"),
            ["private_key_file"] = call.State.Administration.Certificates.ContainsKey("saml/certificate/private"),
            ["public_certificate_file"] = call.State.Administration.Certificates.ContainsKey("saml/certificate/public"),
        });
    }

    private static SandboxResponse Upload(Call call, string path)
    {
        call.NeedAdmin();
        if (call.Request.Parts.FirstOrDefault(part => part.Name == "certificate" && part.FileName is not null) is not { } file)
            throw new Problem(400, "api.admin.add_certificate.no_file.app_error", "The certificate's file is missing.");
        call.State.Administration.Certificates[path] = file.Body.ToArray();
        return Named(call, path, Files[path].File);
    }

    private static SandboxResponse Remove(Call call, string path)
    {
        call.NeedAdmin();
        return call.State.Administration.Certificates.Remove(path)
            ? Named(call, path, "")
            : throw new Problem(500, "api.admin.remove_certificate.delete.app_error", "The certificate cannot be removed.");
    }

    private static SandboxResponse Named(Call call, string path, string file)
    {
        var (section, setting, _) = Files[path];
        call.Config.Apply(new JsonObject { [section] = new JsonObject { [setting] = file } }, whole: false);
        return Call.Ok();
    }
}
