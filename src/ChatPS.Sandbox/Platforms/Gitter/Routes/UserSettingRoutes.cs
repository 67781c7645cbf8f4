using System.Text.Json.Nodes;
using ChatPS.Sandbox.Http;
using ChatPS.Sandbox.Platforms.Gitter.Model;

namespace ChatPS.Sandbox.Platforms.Gitter.Routes;

/// <summary>The caller's settings: free values under known names.</summary>
internal static class UserSettingRoutes
{
    private const string OptOut = "unread_notifications_optout";
    private const string RoomMode = "defaultRoomMode";
    private static readonly HashSet<string> Known = ["leftRoomMenu", "rightToolbar", "userTheme", "lang", OptOut, RoomMode];

    public static void MapUserSettings(this GitterService gitter)
    {
        gitter.Map("GET", "/v1/user/{userId}/settings/{setting}", call => Answer(call, Show(call)));
        gitter.Map("POST", "/v1/user/{userId}/settings", call => Answer(call, SetAll(call)));
        gitter.Map("PUT", "/v1/user/{userId}/settings/{setting}", call => Answer(call, Set(call)));
    }

    /// <summary>One value, or several under their names when the path lists them with commas.</summary>
    private static JsonNode Show(GitterCall call)
    {
        call.RequireSelf();
        var names = call.Request.Route("setting").Split(',');
        Require(names);
        return names is [var only]
            ? Read(call.User, only) ?? new JsonObject()
            : new JsonObject(names.Distinct().Select(name => KeyValuePair.Create(name, Read(call.User, name))));
    }

    private static JsonObject SetAll(GitterCall call)
    {
        call.RequireSelf();
        Require(call.Body.Select(item => item.Key));
        return new JsonObject(call.Body.ToArray().Select(item => KeyValuePair.Create(item.Key, Write(call.User, item.Key, item.Value))));
    }

    private static JsonNode Set(GitterCall call)
    {
        call.RequireSelf();
        var name = call.Request.Route("setting");
        Require([name]);
        return Write(call.User, name, call.Request.Json) ?? new JsonObject();
    }

    private static void Require(IEnumerable<string> names)
    {
        if (!names.All(Known.Contains))
            throw GitterAnswer.Fault(404);
    }

    private static JsonNode? Read(GitterUser user, string name) => name switch
    {
        RoomMode => UserRoomRoutes.ToJson(user.DefaultMode),
        OptOut => user.Settings.ContainsKey(name),
        _ => user.Settings.GetValueOrDefault(name)?.DeepClone(),
    };

    private static JsonNode? Write(GitterUser user, string name, JsonNode? value)
    {
        if (name == RoomMode)
            SetDefaultMode(user, value as JsonObject);
        else if (name == OptOut && !IsTrue(value))
            user.Settings.Remove(name);
        else
            user.Settings[name] = value?.DeepClone();
        return Read(user, name);
    }

    /// <summary>The default of rooms; also theirs that have another of their own when the caller says so.</summary>
    private static void SetDefaultMode(GitterUser user, JsonObject? value)
    {
        user.DefaultMode = GitterNotifications.Parse(value?["mode"]?.ToString()) ?? throw GitterAnswer.Fault(400);
        var all = IsTrue(value?["override"]);
        foreach (var membership in user.Memberships.Values.Where(membership => all || membership.ModeIsDefault))
            (membership.Mode, membership.ModeIsDefault) = (user.DefaultMode, true);
    }

    private static bool IsTrue(JsonNode? value) => value?.ToString() is not (null or "" or "0" or "false" or "{}");

    private static SandboxResponse Answer(GitterCall call, JsonNode value)
    {
        var accept = call.Request.Headers["Accept"];
        var json = accept is null || accept.Contains("json", StringComparison.OrdinalIgnoreCase) || accept.Contains("*/*", StringComparison.Ordinal);
        return json ? GitterAnswer.Json(value) : GitterAnswer.Ok();
    }
}
