using System.Text.Json.Nodes;
using ChatPS.Sandbox.Http;

namespace ChatPS.Sandbox.Platforms.Mattermost.Administration;

/// <summary>Signing in by SAML and LDAP: what Team Edition has of it is the certificates.</summary>
internal static class SignOnRoutes
{
    public static void Map(MattermostService service)
    {
        service.OnOpen("GET", "/saml/metadata", _ => throw NoSaml());
        service.On("POST", "/saml/metadatafromidp", MetadataFromIdp);
        service.On("POST", "/saml/reset_auth_data", Reset);
        service.On("GET", "/saml/certificate/status", Status);
        foreach (var path in (string[])["saml/certificate/idp", "saml/certificate/public", "saml/certificate/private", "ldap/certificate/public", "ldap/certificate/private"])
        {
            service.On("POST", "/" + path, call => Upload(call, path));
            service.On("DELETE", "/" + path, call => Remove(call, path));
        }

        service.On("POST", "/ldap/sync", Sync);
        service.On("POST", "/ldap/test", NeedLdap);
        service.On("POST", "/ldap/migrateid", Migrate);
    }

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
        return Call.Ok();
    }

    private static SandboxResponse Remove(Call call, string path)
    {
        call.NeedAdmin();
        return call.State.Administration.Certificates.Remove(path)
            ? Call.Ok()
            : throw new Problem(500, "api.admin.remove_certificate.delete.app_error", "The certificate cannot be removed.");
    }

    // The license comes before the permission here.
    private static SandboxResponse NeedLdap(Call call)
    {
        call.NeedLicense("api.ldap_groups.license_error");
        call.NeedAdmin();
        return Call.Ok();
    }

    private static SandboxResponse Sync(Call call)
    {
        var answer = NeedLdap(call);
        call.State.Administration.Jobs.Add("ldap_sync");
        return answer;
    }

    private static SandboxResponse Migrate(Call call)
    {
        if (call.Body("ldap_id_migrate").Text("toAttribute") is not { Length: > 0 })
            throw Problem.InvalidBody("toAttribute");
        call.NeedAdmin();
        call.NeedLicense("api.ldap_groups.license_error");
        throw new Problem(500, "ent.ldap_id_migrate.app_error", "The sandbox has no directory to look the users up in.");
    }
}
