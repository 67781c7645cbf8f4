using System.Text.Json.Nodes;
using ChatPS.Sandbox.Http;

namespace ChatPS.Sandbox.Platforms.Mattermost.Administration;

/// <summary>Signing in by SAML and LDAP: what a server without a license has of it is the certificates, which the configuration names.</summary>
internal static class SignOnRoutes
{
    public static void Map(MattermostService service)
    {
        service.OnOpen("GET", "/saml/metadata", Metadata);
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

    // The one identity provider that the sandbox knows, which is asked for nothing.
    private const string Provider = "https://idp.example.com";

    // What is in it no server looks at before somebody signs in.
    private static readonly string ProviderCertificate = Convert.ToBase64String([.. Enumerable.Range(0, 240).Select(i => (byte)i)]);

    private static void NeedSaml(Call call) => call.NeedLicense("api.admin.saml.not_available.app_error", "saml");

    private static SandboxResponse Metadata(Call call)
    {
        NeedSaml(call);
        var url = call.Service.BaseUri.AbsoluteUri.TrimEnd('/');
        return SandboxResponse.Text(
            200,
            $"""
            <?xml version="1.0" encoding="UTF-8"?>
            <EntityDescriptor xmlns="urn:oasis:names:tc:SAML:2.0:metadata" entityID="{url}/login/sso/saml">
              <SPSSODescriptor protocolSupportEnumeration="urn:oasis:names:tc:SAML:2.0:protocol">
                <AssertionConsumerService Binding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST" Location="{url}/login/sso/saml" index="0"/>
              </SPSSODescriptor>
            </EntityDescriptor>
            """,
            "application/xml").With("Content-Disposition", "attachment; filename=\"metadata.xml\"");
    }

    private static SandboxResponse MetadataFromIdp(Call call)
    {
        call.NeedAdmin();
        if (call.Body("saml_metadata_url").Text("saml_metadata_url") is not { Length: > 0 } url)
            throw Problem.InvalidBody("saml_metadata_url");
        NeedSaml(call);
        if (!url.StartsWith(Provider + "/", StringComparison.Ordinal))
            throw new Problem(400, "api.admin.saml.failure_get_metadata_from_idp.app_error", "The identity provider's metadata cannot be had.");
        return SandboxResponse.Json(new JsonObject
        {
            ["idp_descriptor_url"] = Provider,
            ["idp_url"] = Provider + "/sso",
            ["idp_public_certificate"] = ProviderCertificate,
        });
    }

    private static SandboxResponse Reset(Call call)
    {
        call.NeedAdmin();
        var body = call.Body("params");
        NeedSaml(call);
        var (ids, deleted) = (body.Texts("user_ids"), body.Bool("include_deleted") == true);
        var users = call.State.Users.Sorted.Where(user => user.AuthService == "saml" && (deleted || user.DeleteAt == 0) && (ids.Count == 0 || ids.Contains(user.Id))).ToList();
        if (body.Bool("dry_run") != true)
            users.ForEach(user => user.AuthData = user.Email);
        return SandboxResponse.Json(new JsonObject { ["num_affected"] = users.Count });
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
