namespace ChatPS.Sandbox.Platforms.Hathora.Routes.Deprecated;

/// <summary>Applications in version 1: a list without a page around it, with deployments of their own older form.</summary>
internal static class DeprecatedAppRoutes
{
    private const string Group = "applications";
    private const string Base = "/apps/v1/";

    public static void MapDeprecatedApps(this HathoraService hathora)
    {
        hathora.MapOrg("GET", Base + "list", Group, (call, org) => HathoraAnswer.Json(AppRoutes.AppsOf(call, org)
            .Select(app => AppRoutes.ToJson(app).With("deployment", app.Deployments.LastOrDefault() is { } latest
                ? DeprecatedDeploymentRoutes.ToJson(latest).With("build", DeprecatedBuildRoutes.ToJson(latest.Build, app, call.Time))
                : null))
            .ToJsonArray()));
        hathora.MapOrg("POST", Base + "create", Group, (call, org) => HathoraAnswer.Json(AppRoutes.ToJson(AppRoutes.Create(call, org)), 201));
        hathora.MapApp("POST", Base + "update/{appId}", Group, (call, app) =>
        {
            AppRoutes.Change(call, app, AppRoutes.NameIn(call.Body), AppRoutes.AuthIn(call.Body.Object("authConfiguration")), service: null);
            return HathoraAnswer.Json(AppRoutes.ToJson(app));
        });
        hathora.MapApp("GET", Base + "info/{appId}", Group, (_, app) => HathoraAnswer.Json(AppRoutes.ToJson(app)));
        hathora.MapApp("DELETE", Base + "delete/{appId}", Group, AppRoutes.Delete);
    }
}
