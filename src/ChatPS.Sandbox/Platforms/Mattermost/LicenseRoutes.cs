using ChatPS.Sandbox.Http;

namespace ChatPS.Sandbox.Platforms.Mattermost;

/// <summary>The license: without one the server is a Team Edition.</summary>
internal static class LicenseRoutes
{
    public static void Map(MattermostService service)
    {
        service.OnOpen("GET", "/license/client", Client);
        service.On("POST", "/license", Upload);
        service.On("DELETE", "/license", Remove);
    }

    private static SandboxResponse Client(Call call)
    {
        call.NeedOldFormat("api.license.client.old_format.app_error");
        return SandboxResponse.Json(call.State.Server.ClientLicense(whole: call.Request.Caller is Session { User.IsAdmin: true }));
    }

    private static SandboxResponse Upload(Call call)
    {
        call.NeedAdmin();
        if (call.Request.Parts.FirstOrDefault(part => part is { Name: "license", FileName: not null }) is not { } file)
            throw new Problem(400, "api.license.add_license.no_file.app_error", "There is no file in the field license.");
        if (ServerState.ReadLicense(file.Text) is not { } license)
            throw new Problem(400, "api.license.add_license.invalid.app_error", "The file isn't a valid license.");
        if (license.Int("expires_at") <= call.State.Now() || license.Int("starts_at") > call.State.Now())
            throw new Problem(400, "api.license.add_license.expired.app_error", "The license has expired or hasn't begun.");
        var users = call.State.Users.Sorted.Count(user => user is { DeleteAt: 0, IsBot: false });
        if (license.Object("features")!.Int("users") < users)
            throw new Problem(400, "api.license.add_license.unique_users.app_error", $"The license is for fewer than the {users} users there are.");
        call.State.Server.License = license;
        call.Audit("/api/v4/license", "success");
        return SandboxResponse.Json(license.DeepClone());
    }

    private static SandboxResponse Remove(Call call)
    {
        call.NeedAdmin();
        call.State.Server.License = null;
        call.Audit("/api/v4/license", "success");
        return Call.Ok();
    }
}
