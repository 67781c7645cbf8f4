using System.Text.Json.Nodes;
using ChatPS.Sandbox.Http;

namespace ChatPS.Sandbox.Platforms.Mattermost;

/// <summary>The server's configuration.</summary>
internal static class ConfigRoutes
{
    public static void Map(MattermostService service)
    {
        service.On("GET", "/config", Get);
        service.On("PUT", "/config", call => Change(call, whole: true));
        service.On("PUT", "/config/patch", call => Change(call, whole: false));
        service.On("POST", "/config/reload", Reload);
        service.On("POST", "/config/migrate", Migrate);
        service.On("GET", "/config/environment", call => SandboxResponse.Json(call.Me.IsAdmin ? ServerConfig.Environment() : []));
        service.OnOpen("GET", "/config/client", Client);
    }

    private static SandboxResponse Get(Call call)
    {
        call.NeedAdmin();
        var shown = call.Config.Sanitized();
        // Later versions only.
        if (call.Query.Flag("remove_masked"))
            Strip(shown, (_, value) => value is JsonArray list ? list.Any(IsMasked) : IsMasked(value), null);
        if (call.Query.Flag("remove_defaults"))
            Strip(shown, JsonNode.DeepEquals, ServerConfig.Defaults());
        return SandboxResponse.Json(shown);
    }

    private static bool IsMasked(JsonNode? value) => value is JsonValue && value.ToString() == ServerConfig.Stars;

    private static void Strip(JsonObject config, Func<JsonNode?, JsonNode?, bool> isUnwanted, JsonObject? defaults)
    {
        foreach (var (name, value) in config.ToList())
        {
            if (value is JsonObject section)
                Strip(section, isUnwanted, defaults?[name] as JsonObject);
            if (value is JsonObject { Count: 0 } || (value is not JsonObject && isUnwanted(defaults?[name], value)))
                config.Remove(name);
        }
    }

    private static SandboxResponse Change(Call call, bool whole)
    {
        var change = call.Body("config");
        call.NeedAdmin();
        call.Config.Apply(change, whole);
        // A patch leaves no trace among the audits.
        if (whole)
            call.Audit("/api/v4/config", "updateConfig");
        call.State.Server.Note("info", "app/config.go:367", "Configuration was changed");
        return SandboxResponse.Json(call.Config.Sanitized());
    }

    private static SandboxResponse Reload(Call call)
    {
        call.NeedAdmin();
        call.Config.Reload();
        call.State.Server.Note("info", "config/store.go:201", "Configuration was read again");
        return Call.Ok();
    }

    private static SandboxResponse Migrate(Call call)
    {
        var body = call.Body("from");
        var from = body.Text("from") ?? throw Problem.InvalidBody("from");
        var to = body.Text("to") ?? throw Problem.InvalidBody("to");
        call.NeedAdmin();
        if (!call.State.Server.ConfigPlaces.Contains(from))
            throw new Problem(500, "api.config.migrate_config.app_error", $"There is no configuration at {from}.");
        call.State.Server.ConfigPlaces.Add(to);
        return Call.Ok();
    }

    // What everybody may know, so that clients can show a login.
    private static readonly (string Name, string Path)[] Told =
    [
        ("DefaultClientLocale", "LocalizationSettings.DefaultClientLocale"),
        ("DiagnosticsEnabled", "LogSettings.EnableDiagnostics"),
        ("EnableBotAccountCreation", "ServiceSettings.EnableBotAccountCreation"),
        ("EnableCustomBrand", "TeamSettings.EnableCustomBrand"),
        ("EnableMultifactorAuthentication", "ServiceSettings.EnableMultifactorAuthentication"),
        ("EnableOpenServer", "TeamSettings.EnableOpenServer"),
        ("EnableSignInWithEmail", "EmailSettings.EnableSignInWithEmail"),
        ("EnableSignInWithUsername", "EmailSettings.EnableSignInWithUsername"),
        ("EnableUserAccessTokens", "ServiceSettings.EnableUserAccessTokens"),
        ("MaxFileSize", "FileSettings.MaxFileSize"),
        ("SiteName", "TeamSettings.SiteName"),
        ("SiteURL", "ServiceSettings.SiteURL"),
    ];

    private static SandboxResponse Client(Call call)
    {
        call.NeedOldFormat("api.config.client.old_format.app_error");
        var told = new JsonObject
        {
            ["BuildDate"] = "Mon Jul 12 00:00:00 UTC 2021",
            ["BuildEnterpriseReady"] = call.State.Server.IsLicensed() ? "true" : "false",
            ["BuildHash"] = "0276a69f0c0000000000000000000000000000ab",
            ["BuildNumber"] = MattermostService.Version,
            ["MaxPostSize"] = "16383",
            ["Version"] = MattermostService.Version,
        };
        foreach (var (name, path) in Told)
            told[name] = call.Config[path]?.ToString() ?? "";
        return SandboxResponse.Json(told);
    }
}
