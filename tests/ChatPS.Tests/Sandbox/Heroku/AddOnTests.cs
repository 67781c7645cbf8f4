using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json.Nodes;

namespace ChatPS.Tests.Sandbox.Heroku;

public sealed class AddOnTests : HerokuResourceTest
{
    [Fact]
    public async Task An_add_on_brings_a_config_var_with_a_release_and_takes_it_away_again()
    {
        var made = await NewAddOn("heroku-postgresql");
        Assert.Equal(("heroku-postgresql:essential-0", "DATABASE_URL"), (Text(made.Json, "plan", "name"), (string?)made["config_vars"]![0]));
        Assert.StartsWith("postgres://", (string?)(await Admin.Get($"apps/{App}/config-vars"))["DATABASE_URL"]);
        var second = await NewAddOn("heroku-postgresql:standard-0");
        Assert.StartsWith("HEROKU_POSTGRESQL_", (string?)second["config_vars"]![0]);

        var last = (await Admin.Get($"apps/{App}/releases", ("Range", "version ..; order=desc, max=1"))).Items[0];
        Assert.Equal(["heroku-postgresql:essential-0", "heroku-postgresql:standard-0"], last["addon_plan_names"]!.AsArray().Select(name => (string?)name));
        Assert.Equal(200, (await Admin.Delete($"apps/{App}/addons/{Text(made.Json, "name")}")).Status);
        Assert.Null((await Admin.Get($"apps/{App}/config-vars"))["DATABASE_URL"]);
        Assert.Equal(404, (await Admin.Get("addons/" + Text(made.Json, "id"))).Status);
    }

    [Fact]
    public async Task A_plan_changes_within_its_service_only()
    {
        var made = await NewAddOn("heroku-redis:mini");
        var path = $"apps/{App}/addons/{Text(made.Json, "id")}";
        var changed = await Patch(Admin, path, new JsonObject { ["plan"] = "heroku-redis:premium-0" });
        Assert.Equal(("heroku-redis:premium-0", 1500), (Text(changed.Json, "plan", "name"), (int)changed["billed_price"]!["cents"]!));
        Assert.Equal(422, (await Patch(Admin, path, new JsonObject { ["plan"] = "heroku-postgresql:standard-0" })).Status);
        Assert.Equal(404, (await Patch(Admin, path, new JsonObject { ["plan"] = "heroku-redis:gigantic" })).Status);
        // Without a plan the name alone changes.
        var renamed = await Patch(Admin, path, new JsonObject { ["name"] = "my-cache" });
        Assert.Equal(("my-cache", "heroku-redis:premium-0"), ((string?)renamed["name"], Text(renamed.Json, "plan", "name")));
    }

    [Fact]
    public async Task Strangers_see_no_add_on()
    {
        var made = await NewAddOn("heroku-redis");
        Assert.Equal(403, (await Member.Get("addons/" + Text(made.Json, "id"))).Status);
        Assert.DoesNotContain(Text(made.Json, "id"), (await Member.Get("addons")).Text);
        Assert.Equal(404, (await Member.Post("actions/addons/resolve", new JsonObject { ["addon"] = Text(made.Json, "name") })).Status);
        Assert.Equal(Text(made.Json, "id"), Text((await Admin.Post("actions/addons/resolve", new JsonObject { ["addon"] = "redis", ["app"] = App })).Items[0], "id"));
    }

    [Fact]
    public async Task An_attachment_shares_an_add_on_with_another_app()
    {
        var made = await NewAddOn("heroku-postgresql");
        await Admin.Post("apps", new JsonObject { ["name"] = "sharing-app" });
        var attached = await Admin.Post("addon-attachments", new JsonObject { ["addon"] = Text(made.Json, "name"), ["app"] = "sharing-app", ["name"] = "main" });
        Assert.Equal((201, "MAIN"), (attached.Status, (string?)attached["name"]));
        var own = (await Admin.Get($"apps/{App}/config-vars"))["DATABASE_URL"]!.ToString();
        Assert.Equal(own, (string?)(await Admin.Get("apps/sharing-app/config-vars"))["MAIN_URL"]);
        Assert.Equal(2, (await Admin.Get($"addons/{Text(made.Json, "name")}/addon-attachments")).Items.Count);
        Assert.Equal(200, (await Admin.Delete("addon-attachments/" + Text(attached.Json, "id"))).Status);
        Assert.Null((await Admin.Get("apps/sharing-app/config-vars"))["MAIN_URL"]);
        var last = (await Admin.Get($"addons/{Text(made.Json, "name")}/addon-attachments")).Items[0];
        Assert.Equal(422, (await Admin.Delete("addon-attachments/" + Text(last, "id"))).Status);
    }

    [Fact]
    public async Task A_null_value_of_a_setting_is_kept_and_a_missing_one_refused()
    {
        var made = await NewAddOn("heroku-redis", new() { ["size"] = "big" });
        var path = $"addons/{Text(made.Json, "name")}/config";
        var changed = await Patch(Admin, path, new JsonObject { ["config"] = new JsonArray(new JsonObject { ["name"] = "size", ["value"] = null }) });
        Assert.Equal("""[{"name":"size","value":null}]""", changed.Text);
        Assert.Equal(422, (await Patch(Admin, path, new JsonObject { ["config"] = new JsonArray(new JsonObject { ["name"] = "size" }) })).Status);
        Assert.Equal(changed.Text, (await Admin.Get(path)).Text);
    }

    [Fact]
    public async Task What_a_team_does_not_allow_its_members_cannot_add()
    {
        await Admin.Post("teams", new JsonObject { ["name"] = "strict-team" });
        await Admin.Put("teams/strict-team/members", new JsonObject { ["email"] = Service.Member.Email, ["role"] = "member" });
        await Admin.Post("teams/apps", new JsonObject { ["name"] = "strict-app", ["team"] = "strict-team" });
        await Admin.Post("teams/apps/strict-app/collaborators", new JsonObject { ["user"] = Service.Member.Email, ["permissions"] = new JsonArray("operate") });
        await Patch(Admin, "teams/strict-team/preferences", new JsonObject { ["addons-controls"] = true });
        Assert.Equal(403, (await Member.Post("apps/strict-app/addons", new JsonObject { ["plan"] = "heroku-redis" })).Status);
        await Admin.Post("teams/strict-team/allowed-addon-services", new JsonObject { ["addon_service"] = "heroku-redis" });
        Assert.Equal(201, (await Member.Post("apps/strict-app/addons", new JsonObject { ["plan"] = "heroku-redis" })).Status);
    }

    [Fact]
    public async Task A_certificate_has_to_fit_its_key_and_can_be_rolled_back()
    {
        var (first, second) = (NewCertificate("www.example.com"), NewCertificate("shop.example.com"));
        var mixed = new JsonObject { ["certificate_chain"] = (string?)first["certificate_chain"], ["private_key"] = (string?)second["private_key"] };
        Assert.Equal(422, (await Admin.Post($"apps/{App}/sni-endpoints", mixed)).Status);
        var sni = await Admin.Post($"apps/{App}/sni-endpoints", first);
        Assert.Equal("www.example.com", (string?)sni["ssl_cert"]!["cert_domains"]![0]);
        var domain = await Admin.Post($"apps/{App}/domains", new JsonObject { ["hostname"] = "www.example.com", ["sni_endpoint"] = Text(sni.Json, "name") });
        Assert.Equal(Text(sni.Json, "id"), Text(domain.Json, "sni_endpoint", "id"));
        Assert.Equal(Text(domain.Json, "id"), (string?)(await Admin.Get($"apps/{App}/sni-endpoints/{Text(sni.Json, "id")}"))["domains"]![0]);

        var ssl = await Admin.Post($"apps/{App}/ssl-endpoints", first);
        var path = $"apps/{App}/ssl-endpoints/{Text(ssl.Json, "id")}";
        Assert.Equal(422, (await Patch(Admin, path, new JsonObject { ["rollback"] = true })).Status);
        Assert.Equal((string?)second["certificate_chain"], (string?)(await Patch(Admin, path, second))["certificate_chain"]);
        Assert.Equal((string?)first["certificate_chain"], (string?)(await Patch(Admin, path, new JsonObject { ["rollback"] = true }))["certificate_chain"]);
    }

    [Fact]
    public async Task A_log_drain_is_found_by_id_token_and_address()
    {
        const string Url = "https://logs.example.com/in?app=1";
        var made = await Admin.Post($"apps/{App}/log-drains", new JsonObject { ["url"] = Url });
        Assert.Equal(422, (await Admin.Post($"apps/{App}/log-drains", new JsonObject { ["url"] = Url })).Status);
        Assert.Equal(422, (await Admin.Post($"apps/{App}/log-drains", new JsonObject { ["url"] = "ftp://example.com" })).Status);
        foreach (var identity in new[] { Text(made.Json, "id"), Text(made.Json, "token"), Uri.EscapeDataString(Url) })
            Assert.Equal(Text(made.Json, "id"), (string?)(await Admin.Get($"apps/{App}/log-drains/{identity}"))["id"]);
        Assert.Equal(200, (await Admin.Delete($"apps/{App}/log-drains/{Uri.EscapeDataString(Url)}")).Status);
        Assert.Empty((await Admin.Get($"apps/{App}/log-drains")).Items);
    }

    [Fact]
    public async Task Keys_are_added_and_removed_as_in_2015()
    {
        const string Key = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIAABAgMEBQYHCAkKCwwNDg8QERITFBUWFxgZGhscHR4f me@example.com";
        var made = await Admin.Post("account/keys", new JsonObject { ["public_key"] = Key });
        Assert.Equal((201, "me@example.com"), (made.Status, (string?)made["comment"]));
        Assert.Matches("^([0-9a-f]{2}:){15}[0-9a-f]{2}$", (string?)made["fingerprint"]);
        Assert.Equal(422, (await Admin.Post("account/keys", new JsonObject { ["public_key"] = Key })).Status);
        Assert.Equal(422, (await Admin.Post("account/keys", new JsonObject { ["public_key"] = "ssh-rsa no key" })).Status);
        Assert.Equal(200, (await Admin.Delete("account/keys/" + Text(made.Json, "fingerprint"))).Status);
        Assert.Equal(404, (await Admin.Get("account/keys/" + Text(made.Json, "id"))).Status);
    }

    private async Task<Answer> NewAddOn(string plan, JsonObject? config = null)
    {
        var body = new JsonObject { ["plan"] = plan };
        if (config is not null)
            body["config"] = config;
        var answer = await Admin.Post($"apps/{App}/addons", body);
        Assert.Equal(201, answer.Status);
        return answer;
    }

    private static JsonObject NewCertificate(string name)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=" + name, key, HashAlgorithmName.SHA256);
        using var certificate = request.CreateSelfSigned(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddYears(100));
        return new() { ["certificate_chain"] = certificate.ExportCertificatePem(), ["private_key"] = key.ExportECPrivateKeyPem() };
    }
}
