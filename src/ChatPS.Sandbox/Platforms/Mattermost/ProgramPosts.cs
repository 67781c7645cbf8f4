using System.Text.Json;
using System.Text.Json.Nodes;

namespace ChatPS.Sandbox.Platforms.Mattermost;

/// <summary>What posts of other programs have in common.</summary>
internal static class ProgramPosts
{
    /// <summary>What a program answered; null where it is no JSON.</summary>
    public static JsonObject? Read(string body)
    {
        try
        {
            return JsonNode.Parse(body) as JsonObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>What a program says beside its text.</summary>
    public static JsonObject Props(JsonObject said)
    {
        var props = (JsonObject?)said.Object("props")?.DeepClone() ?? [];
        props["from_webhook"] = "true";
        if (said["attachments"] is JsonArray { Count: > 0 } attachments)
            props["attachments"] = attachments.DeepClone();
        return props;
    }

    /// <summary>Settings say whether a message may come under another name and picture than those of its writer.</summary>
    public static void Dress(ServerConfig config, JsonObject props, string? name, string? icon)
    {
        if (name is not null && config.IsOn("ServiceSettings.EnablePostUsernameOverride"))
            props["override_username"] = name;
        if (icon is not null && config.IsOn("ServiceSettings.EnablePostIconOverride"))
            props["override_icon_url"] = icon;
    }

    /// <summary>The first text that there is.</summary>
    public static string? First(params string?[] texts) => Array.Find(texts, text => !string.IsNullOrEmpty(text));
}
