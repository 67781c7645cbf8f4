using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using ChatPS.Sandbox.Platforms.HipChat.Model;

namespace ChatPS.Sandbox.Platforms.HipChat;

/// <summary>What the server finds in the text of a message.</summary>
internal static partial class MessageText
{
    /// <summary>Those who are addressed by name; <c>@all</c> and <c>@here</c> are nobody in particular.</summary>
    public static IReadOnlyList<User> Mentions(string text, HipChatState state) => text.Contains('@', StringComparison.Ordinal)
        ? [.. Mention().Matches(text).Select(match => state.FindMention(match.Groups[1].Value)).OfType<User>().Distinct()]
        : [];

    /// <summary>Of several links only the last; null when there is none.</summary>
    public static JsonArray? Links(string text)
    {
        if (Link().Matches(text).LastOrDefault()?.Value is not { } found || !Uri.TryCreate(found, UriKind.Absolute, out var address))
            return null;
        var link = new JsonObject { ["url"] = found };
        var name = address.Segments[^1];
        if (Image().IsMatch(name))
        {
            link["type"] = "image";
            link["image"] = new JsonObject { ["image"] = found, ["name"] = name };
        }
        else
        {
            link["type"] = "link";
            link["link"] = new JsonObject
            {
                ["title"] = address.Host,
                ["headerText"] = address.Host,
                ["linkText"] = address.Host + address.AbsolutePath,
                ["description"] = "",
                ["fullUrl"] = address.AbsoluteUri,
            };
        }

        return [link];
    }

    [GeneratedRegex(@"(?<![\w.])@(\w[\w.-]*\w|\w)")]
    private static partial Regex Mention();

    [GeneratedRegex(@"https?://[^\s<>""']*[^\s<>""'.,:;!?)]")]
    private static partial Regex Link();

    [GeneratedRegex(@"\.(png|jpe?g|gif)$", RegexOptions.IgnoreCase)]
    private static partial Regex Image();
}
