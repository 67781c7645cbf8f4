using System.Text.Json.Nodes;
using ChatPS.Sandbox.Http;

namespace ChatPS.Sandbox.Platforms.Mattermost;

/// <summary>Ping.</summary>
internal static class SystemRoutes
{
    public static void Map(MattermostService service)
    {
        service.OnOpen("GET", "/system/ping", Ping);
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
}
