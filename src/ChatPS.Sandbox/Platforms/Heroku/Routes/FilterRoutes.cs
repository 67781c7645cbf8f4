namespace ChatPS.Sandbox.Platforms.Heroku.Routes;

/// <summary>Apps by a filter.</summary>
internal static class FilterRoutes
{
    public static void MapFilters(this HerokuService heroku) => heroku.Map("POST", "/filters/apps", call =>
    {
        // Without a list of ids all apps pass.
        var ids = call.Body.Object("in")?.Texts("id")?.ToHashSet(StringComparer.OrdinalIgnoreCase);
        var apps = call.State.AppsOf(call.Me).Where(app => ids is null || ids.Contains(app.Id));
        return call.List(apps, AppRoutes.Order, app => TeamAppRoutes.ToJson(app, call.Me));
    });
}
