using System.Text.Json.Nodes;
using ChatPS.Sandbox.Http;
using ChatPS.Sandbox.Platforms.Heroku.Model;

namespace ChatPS.Sandbox.Platforms.Heroku.Routes;

/// <summary>What can be switched on for the account or for an app.</summary>
internal static class FeatureRoutes
{
    private static readonly SortOrder<Feature> Order = new(("name", feature => feature.Name));

    public static void MapFeatures(this HerokuService heroku)
    {
        Map(heroku, "/account/features", "account_feature_identity", heroku.State.AccountFeatures, (call, _) => call.Me.Features);
        Map(heroku, "/apps/{app_identity}/features", "app_feature_identity", heroku.State.AppFeatures, (call, write) => call.App(write ? "operate" : "view").Features);
    }

    public static JsonObject ToJson(this Feature feature, IReadOnlySet<string> enabled) => new JsonObject
    {
        ["id"] = feature.Id,
        ["name"] = feature.Name,
        ["display_name"] = feature.DisplayName,
        ["description"] = feature.Description,
        ["doc_url"] = $"https://docs.example.com/features/{feature.Name}",
        ["enabled"] = enabled.Contains(feature.Name),
        ["feedback_email"] = "feedback@example.com",
        ["state"] = feature.State,
    }.WithTimes(feature);

    private static void Map(HerokuService heroku, string path, string identity, Table<Feature> features, Func<HerokuCall, bool, HashSet<string>> enabledFor)
    {
        heroku.Map("GET", path, List);
        heroku.Map("GET", $"{path}/{{{identity}}}", call => HerokuAnswer.Json(Find(call).ToJson(enabledFor(call, false))));
        heroku.Map("PATCH", $"{path}/{{{identity}}}", Update);

        Feature Find(HerokuCall call) => features.Find(call.Route(identity)) ?? throw HerokuAnswer.NotFound("feature");

        SandboxResponse List(HerokuCall call)
        {
            var enabled = enabledFor(call, false);
            return call.List(features, Order, feature => feature.ToJson(enabled));
        }

        SandboxResponse Update(HerokuCall call)
        {
            var enabled = enabledFor(call, true);
            var feature = Find(call);
            if (call.RequiredFlag("enabled"))
                enabled.Add(feature.Name);
            else
                enabled.Remove(feature.Name);
            return HerokuAnswer.Json(feature.ToJson(enabled));
        }
    }
}
