using System.Text.Json;
using System.Text.Json.Nodes;
using ChatPS.Sandbox.Http;

namespace ChatPS.Sandbox.Platforms.Mattermost.Administration;

/// <summary>What users have set for themselves, and the terms of service that they agree to.</summary>
internal static class PreferenceRoutes
{
    public static void Map(MattermostService service)
    {
        service.On("GET", "/users/{user_id}/preferences", call => Shown(Own(call), _ => true));
        service.On("PUT", "/users/{user_id}/preferences", Set);
        service.On("POST", "/users/{user_id}/preferences/delete", Delete);
        service.On("GET", "/users/{user_id}/preferences/{category}", OfCategory);
        service.On("GET", "/users/{user_id}/preferences/{category}/name/{preference_name}", One);
        service.On("GET", "/terms_of_service", Terms);
        service.On("POST", "/terms_of_service", CreateTerms);
        service.On("GET", "/users/{user_id}/terms_of_service", Agreement);
        service.On("POST", "/users/{user_id}/terms_of_service", Agree);
    }

    private static (User User, SortedDictionary<(string Category, string Name), string> Preferences) Own(Call call)
    {
        var user = call.User();
        call.NeedSelf(user);
        return (user, call.State.Administration.PreferencesOf(user));
    }

    private static SandboxResponse Shown(
        (User User, SortedDictionary<(string Category, string Name), string> Preferences) own, Func<(string Category, string Name), bool> where) =>
        SandboxResponse.Json(new JsonArray([.. own.Preferences.Where(pair => where(pair.Key)).Select(pair => ToJson(own.User, pair.Key, pair.Value))]));

    private static JsonObject ToJson(User user, (string Category, string Name) key, string value) => new()
    {
        ["user_id"] = user.Id,
        ["category"] = key.Category,
        ["name"] = key.Name,
        ["value"] = value,
    };

    private static SandboxResponse OfCategory(Call call)
    {
        var (own, category) = (Own(call), call.Request.Route("category"));
        return own.Preferences.Keys.Any(key => key.Category == category)
            ? Shown(own, key => key.Category == category)
            : throw new Problem(404, "api.preference.preferences_category.get.app_error", "There are no preferences of that category.");
    }

    private static SandboxResponse One(Call call)
    {
        var (own, key) = (Own(call), (call.Request.Route("category"), call.Request.Route("preference_name")));
        return own.Preferences.TryGetValue(key, out var value)
            ? SandboxResponse.Json(ToJson(own.User, key, value))
            : throw new Problem(400, "app.preference.get.app_error", "There is no such preference.");
    }

    private static SandboxResponse Set(Call call)
    {
        var own = Own(call);
        var given = Given(call);
        if (given.Exists(preference => preference.Text("user_id") != own.User.Id))
            throw new Problem(403, "api.preference.update_preferences.set.app_error", "A preference is somebody else's.");
        foreach (var preference in given)
            Check(preference);
        if (given.Exists(preference => preference.Text("category") == FlaggedPostRoutes.Category && !IsReadable(call, preference.Text("name") ?? "")))
            throw Problem.InvalidBody("preference.name");
        foreach (var preference in given)
            own.Preferences[(preference.Text("category")!, preference.Text("name") ?? "")] = preference.Text("value") ?? "";
        return Call.Ok();
    }

    private static void Check(JsonObject preference)
    {
        if (preference.Text("category") is not { Length: > 0 and <= 32 } category)
            throw new Problem(400, "model.preference.is_valid.category.app_error", "The category isn't valid.");
        if (preference.Text("name") is { Length: > 32 })
            throw new Problem(400, "model.preference.is_valid.name.app_error", "The name isn't valid.");
        if (preference.Text("value") is { Length: > 2000 })
            throw new Problem(400, "model.preference.is_valid.value.app_error", "The value isn't valid.");
        if (category == "theme" && !IsMap(preference.Text("value")))
            throw new Problem(400, "model.preference.is_valid.theme.app_error", "The theme isn't valid.");
    }

    private static bool IsReadable(Call call, string postId) =>
        call.State.Posts.TryGetValue(postId, out var post) && call.MayRead(call.ChannelOf(post));

    private static bool IsMap(string? text)
    {
        try
        {
            return JsonNode.Parse(text ?? "") is JsonObject;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static SandboxResponse Delete(Call call)
    {
        var own = Own(call);
        var given = Given(call);
        if (given.Exists(preference => preference.Text("user_id") != own.User.Id))
            throw new Problem(403, "api.preference.delete_preferences.delete.app_error", "A preference is somebody else's.");
        foreach (var preference in given)
            own.Preferences.Remove((preference.Text("category") ?? "", preference.Text("name") ?? ""));
        return Call.Ok();
    }

    private static List<JsonObject> Given(Call call) => call.Request.Json is JsonArray list && list.All(item => item is JsonObject)
        ? [.. list.Cast<JsonObject>()]
        : throw Problem.InvalidBody("preferences");

    // ---- Terms of service -----------------------------------------------------------------------------------------------------

    private static Terms? Latest(Call call) => call.State.Administration.Terms.LastOrDefault();

    private static Problem NoTerms() => new(404, "app.terms_of_service.get.no_rows.app_error", "There are no terms of service.");

    private static SandboxResponse Shown(Terms terms) => SandboxResponse.Json(new JsonObject
    {
        ["id"] = terms.Id,
        ["create_at"] = terms.CreateAt,
        ["user_id"] = terms.UserId,
        ["text"] = terms.Text,
    });

    private static SandboxResponse Terms(Call call) => Shown(Latest(call) ?? throw NoTerms());

    private static SandboxResponse CreateTerms(Call call)
    {
        call.NeedAdmin();
        call.NeedLicense("api.create_terms_of_service.custom_terms_of_service_disabled.app_error", "custom_terms_of_service", 400);
        if (call.Body("terms_of_service").Text("text") is not { Length: > 0 } text)
            throw new Problem(400, "api.create_terms_of_service.empty_text.app_error", "The text is missing.");
        if (Latest(call) is { } latest && latest.Text == text)
            return Shown(latest);
        var terms = new Terms(call.State.NewId(), call.State.Now(), call.Me.Id, text);
        call.State.Administration.Terms.Add(terms);
        return Shown(terms);
    }

    private static SandboxResponse Agreement(Call call)
    {
        var user = call.User();
        call.NeedSelf(user);
        return call.State.Administration.Agreements.TryGetValue(user.Id, out var agreement)
            ? SandboxResponse.Json(new JsonObject { ["user_id"] = user.Id, ["terms_of_service_id"] = agreement.Terms, ["create_at"] = agreement.At })
            : throw new Problem(404, "app.user_terms_of_service.get_by_user.no_rows.app_error", "The user has agreed to nothing.");
    }

    // Whoever the path names, it is the caller who agrees.
    private static SandboxResponse Agree(Call call)
    {
        var body = call.Body("terms_of_service");
        var terms = call.State.Administration.Terms.Find(terms => terms.Id == body.Text("serviceTermsId")) ?? throw NoTerms();
        if (body.Bool("accepted") == true || body.Text("accepted") == "true")
            call.State.Administration.Agreements[call.Me.Id] = (terms.Id, call.State.Now());
        else
            call.State.Administration.Agreements.Remove(call.Me.Id);
        return Call.Ok();
    }
}
