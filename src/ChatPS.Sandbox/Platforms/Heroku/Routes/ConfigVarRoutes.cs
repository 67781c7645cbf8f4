using ChatPS.Sandbox.Http;
using ChatPS.Sandbox.Platforms.Heroku.Model;

namespace ChatPS.Sandbox.Platforms.Heroku.Routes;

/// <summary>An app's configuration. Each change makes a release.</summary>
internal static class ConfigVarRoutes
{
    public static void MapConfigVars(this HerokuService heroku)
    {
        heroku.MapApp("GET", "/apps/{app_identity}/config-vars", "operate", (_, app) => HerokuAnswer.Json(app.ConfigVars.ToMap()));
        heroku.MapApp("PATCH", "/apps/{app_identity}/config-vars", "operate", Update);
        heroku.MapApp("GET", "/apps/{app_identity}/releases/{release_identity}/config-vars", "operate", (call, app) =>
            HerokuAnswer.Json(ReleaseRoutes.Find(app, call.Route("release_identity")).ConfigVars.ToMap()));
    }

    private static SandboxResponse Update(HerokuCall call, App app)
    {
        var vars = new SortedDictionary<string, string>(app.ConfigVars.ToDictionary(), StringComparer.Ordinal);
        var (set, unset) = (new List<string>(), new List<string>());
        foreach (var name in call.Body.Select(pair => pair.Key))
        {
            if (name.Length == 0 || name.Any(c => char.IsWhiteSpace(c) || c == '='))
                throw HerokuAnswer.Invalid($"\"{name}\" cannot be the name of a config var.");
            var (before, after) = (vars.GetValueOrDefault(name), call.Text(name));
            if (before == after)
                continue;
            if (after is null)
                vars.Remove(name);
            else
                vars[name] = after;
            (after is null ? unset : set).Add(name);
        }

        // A body that changes nothing makes no release.
        if (set.Count + unset.Count > 0)
            call.State.AddRelease(app, call.Me, call.Time, Describe(set, unset), configVars: vars);
        return HerokuAnswer.Json(vars.ToMap());
    }

    private static string Describe(List<string> set, List<string> unset)
    {
        var what = string.Join(" and ", new[] { ("Set", set), ("unset", unset) }
            .Where(change => change.Item2.Count > 0)
            .Select(change => $"{change.Item1} {string.Join(", ", change.Item2)}"));
        return $"{char.ToUpperInvariant(what[0])}{what[1..]} config vars";
    }
}
