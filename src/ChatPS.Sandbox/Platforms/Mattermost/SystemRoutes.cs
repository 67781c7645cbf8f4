using System.Text.Json.Nodes;
using ChatPS.Sandbox.Http;

namespace ChatPS.Sandbox.Platforms.Mattermost;

/// <summary>Ping, and what clients may know of the configuration.</summary>
internal static class SystemRoutes
{
    public static void Map(MattermostService service)
    {
        service.OnOpen("GET", "/system/ping", Ping);
        service.OnOpen("GET", "/config/client", ClientConfig);
        service.OnOpen("GET", "/license/client", call =>
            Old(call, "api.license.client.old_format.app_error") ?? SandboxResponse.Json(new JsonObject { ["IsLicensed"] = "false" }));
    }

    private static SandboxResponse Ping(Call call)
    {
        var answer = new JsonObject
        {
            ["AndroidLatestVersion"] = "",
            ["AndroidMinVersion"] = "",
            ["DesktopLatestVersion"] = "",
            ["DesktopMinVersion"] = "",
            ["IosLatestVersion"] = "",
            ["IosMinVersion"] = "",
            ["status"] = "OK",
        };
        if (call.Query.Flag("get_server_status"))
            (answer["database_status"], answer["filestore_status"]) = ("OK", "OK");
        return SandboxResponse.Json(answer);
    }

    private static SandboxResponse ClientConfig(Call call) => Old(call, "api.config.client.old_format.app_error") ?? SandboxResponse.Json(new JsonObject
    {
        ["BuildNumber"] = MattermostService.Version,
        ["DefaultClientLocale"] = "en",
        ["DiagnosticsEnabled"] = "false",
        ["EnableBotAccountCreation"] = "true",
        ["EnableMultifactorAuthentication"] = "true",
        ["EnableOpenServer"] = "false",
        ["EnableSignInWithEmail"] = "true",
        ["EnableSignInWithUsername"] = "true",
        ["EnableUserAccessTokens"] = "true",
        ["MaxFileSize"] = "52428800",
        ["SiteName"] = "ChatPS sandbox",
        ["SiteURL"] = call.Service.BaseUri.AbsoluteUri.TrimEnd('/'),
        ["Version"] = MattermostService.Version,
    });

    /// <summary>The refusal of any other format than the old one; null when that was asked for.</summary>
    private static SandboxResponse? Old(Call call, string errorId) => call.Query["format"] switch
    {
        "old" => null,
        null or "" => throw new Problem(501, errorId, "Only the old format exists."),
        _ => throw Problem.InvalidBody("format"),
    };
}
