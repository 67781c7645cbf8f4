using System.Text.Json.Nodes;
using ChatPS.Sandbox.Http;

namespace ChatPS.Sandbox.Platforms.Mattermost.Administration;

/// <summary>Plugins and the marketplace.</summary>
internal static class PluginRoutes
{
    private const string Disabled = "app.plugin.disabled.app_error";

    private static readonly string[] WordNames = ["id", "name", "description"];

    public static void Map(MattermostService service)
    {
        service.On("GET", "/plugins", List);
        service.On("POST", "/plugins", Upload);
        service.On("POST", "/plugins/install_from_url", InstallFromUrl);
        service.On("DELETE", "/plugins/{plugin_id}", Remove);
        service.On("POST", "/plugins/{plugin_id}/enable", call => Activate(call, active: true));
        service.On("POST", "/plugins/{plugin_id}/disable", call => Activate(call, active: false));
        service.On("GET", "/plugins/statuses", Statuses);
        service.OnOpen("GET", "/plugins/webapp", Webapp);
        service.On("GET", "/plugins/marketplace", Marketplace);
        service.On("POST", "/plugins/marketplace", InstallFromMarketplace);
        service.On("GET", "/plugins/marketplace/first_admin_visit", FirstVisit);
        service.On("POST", "/plugins/marketplace/first_admin_visit", Visit);
    }

    private static PluginShelf Shelf(Call call) => call.State.Administration.Plugins;

    private static void Need(Call call, string error, params string[] settings)
    {
        if (!IsOn(call, "Enable") || settings.Any(setting => !IsOn(call, setting)))
            throw new Problem(501, error, "The configuration does not allow it.");
        call.NeedAdmin();
    }

    private static bool IsOn(Call call, string setting) => call.Config.IsOn("PluginSettings." + setting);

    private static void Need(Call call) => Need(call, Disabled);

    private static SandboxResponse List(Call call)
    {
        Need(call);
        return SandboxResponse.Json(new JsonObject { ["active"] = Manifests(call, active: true), ["inactive"] = Manifests(call, active: false) });
    }

    private static JsonArray Manifests(Call call, bool active) =>
        [.. Shelf(call).Installed.Where(plugin => plugin.IsActive == active).Select(plugin => plugin.Manifest.DeepClone())];

    private static SandboxResponse Upload(Call call)
    {
        Need(call, "app.plugin.upload_disabled.app_error", "EnableUploads");
        var parts = call.Request.Parts;
        if (parts.FirstOrDefault(part => part.Name == "plugin" && part.FileName is not null) is not { } file)
            throw new Problem(400, "api.plugin.upload.no_file.app_error", "The plugin's file is missing.");
        return Install(call, PluginBundle.ReadManifest(file.Body), parts.Any(part => part.Name == "force" && part.Text == "true"));
    }

    private static SandboxResponse InstallFromUrl(Call call)
    {
        Need(call, Disabled, "EnableUploads");
        // The sandbox reaches nobody: it knows what the marketplace's own addresses lead to.
        var entry = PluginShelf.Offered.FirstOrDefault(entry => entry.DownloadUrl == call.Query["plugin_download_url"])
            ?? throw new Problem(400, "api.plugin.install.download_failed.app_error", "The plugin cannot be downloaded.");
        return Install(call, entry.Manifest, call.Query.Flag("force"));
    }

    private static SandboxResponse InstallFromMarketplace(Call call)
    {
        Need(call, IsOn(call, "Enable") ? "app.plugin.marketplace_disabled.app_error" : Disabled, "EnableMarketplace");
        var wanted = call.Body("plugin");
        var entry = PluginShelf.Offered.FirstOrDefault(entry => entry.Id == wanted.Text("id") && entry.Version == wanted.Text("version"))
            ?? throw new Problem(500, "app.plugin.marketplace_plugins.not_found.app_error", "The marketplace has no such plugin.");
        return Install(call, entry.Manifest, force: true);
    }

    private static SandboxResponse Install(Call call, JsonObject manifest, bool force) => Shelf(call).Install(manifest, force) is { } plugin
        ? SandboxResponse.Json(plugin.Manifest.DeepClone(), 201)
        : throw new Problem(400, "app.plugin.install_id.app_error", "A plugin with that id is installed already.");

    private static Plugin Installed(Call call) => Shelf(call).Find(call.Request.Route("plugin_id"))
        ?? throw new Problem(404, "app.plugin.not_installed.app_error", "The plugin is not installed.");

    private static SandboxResponse Remove(Call call)
    {
        Need(call);
        Shelf(call).Remove(Installed(call).Id);
        return Call.Ok();
    }

    private static SandboxResponse Activate(Call call, bool active)
    {
        Need(call);
        Installed(call).IsActive = active;
        return Call.Ok();
    }

    private static SandboxResponse Statuses(Call call)
    {
        Need(call);
        return SandboxResponse.Json(new JsonArray([.. Shelf(call).Installed.Select(plugin => new JsonObject
        {
            ["plugin_id"] = plugin.Id,
            ["cluster_id"] = "",
            ["plugin_path"] = $"plugins/{plugin.Id}",
            ["state"] = plugin.IsActive ? 2 : 0,
            ["name"] = plugin.Name,
            ["description"] = plugin.Manifest.Text("description") ?? "",
            ["version"] = plugin.Version,
        })]));
    }

    private static SandboxResponse Webapp(Call call) => SandboxResponse.Json(new JsonArray([.. Shelf(call).Installed
        .Where(plugin => plugin.IsActive && plugin.Manifest["webapp"] is not null)
        .Select(plugin => new JsonObject { ["id"] = plugin.Id, ["version"] = plugin.Version, ["webapp"] = plugin.Manifest["webapp"]!.DeepClone() })]));

    // The server pages only what it asks of others: its own answer is always the whole list.
    private static SandboxResponse Marketplace(Call call)
    {
        Need(call, IsOn(call, "Enable") ? "app.plugin.marketplace_disabled.app_error" : Disabled, "EnableMarketplace");
        var filter = call.Query["filter"] ?? "";
        var offered = call.Query.Flag("local_only") ? [] : PluginShelf.Offered;
        var own = Shelf(call).Installed.Where(plugin => offered.All(entry => entry.Id != plugin.Id));
        var all = offered.Select(entry => Listed(entry.Manifest, entry.DownloadUrl, Shelf(call).Find(entry.Id)?.Version ?? ""))
            .Concat(own.Select(plugin => Listed(plugin.Manifest, "", plugin.Version)))
            .Where(entry => filter.Length == 0 || Words(entry).Any(word => word.Contains(filter, StringComparison.OrdinalIgnoreCase)))
            .OrderBy(entry => entry["manifest"]!["name"]!.ToString(), StringComparer.OrdinalIgnoreCase);
        return SandboxResponse.Json(new JsonArray([.. all]));
    }

    private static IEnumerable<string> Words(JsonObject entry) => WordNames.Select(name => entry["manifest"]!.AsObject().Text(name) ?? "");

    private static JsonObject Listed(JsonObject manifest, string downloadUrl, string installedVersion) => new()
    {
        ["homepage_url"] = manifest.Text("homepage_url") ?? "",
        ["icon_data"] = "",
        ["download_url"] = downloadUrl,
        ["release_notes_url"] = "",
        ["hosting"] = "",
        ["author_type"] = "mattermost",
        ["release_stage"] = "production",
        ["enterprise"] = false,
        ["signature"] = "",
        ["manifest"] = manifest.DeepClone(),
        ["installed_version"] = installedVersion,
    };

    private static SandboxResponse FirstVisit(Call call)
    {
        call.NeedAdmin();
        return SandboxResponse.Json(new JsonObject
        {
            ["name"] = "FirstAdminVisitMarketplace",
            ["value"] = call.State.Administration.MarketplaceVisited ? "true" : "false",
        });
    }

    private static SandboxResponse Visit(Call call)
    {
        call.NeedAdmin();
        call.State.Administration.MarketplaceVisited = true;
        return Call.Ok();
    }
}
