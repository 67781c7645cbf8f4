using System.Text;

namespace ChatPS.Client.Http;

/// <summary>Puts ids into a path so that they stay within their segment.</summary>
internal static class PathTemplate
{
    /// <summary>Fills in every {name} of a template.</summary>
    /// <exception cref="ChatException">A value is missing, empty, or would climb out of its segment.</exception>
    public static string Expand(string template, IReadOnlyDictionary<string, string> values)
    {
        var path = new StringBuilder(template.Length + 32);
        var position = 0;
        while (template.IndexOf('{', position) is var open and >= 0)
        {
            var close = template.IndexOf('}', open);
            path.Append(template, position, open - position);
            var name = template[(open + 1)..close];
            path.Append(Escape(name, values.GetValueOrDefault(name)));
            position = close + 1;
        }
        return path.Append(template, position, template.Length - position).ToString().TrimStart('/');
    }

    // Escaping leaves dots alone, and a segment of dots moves up the path whatever the server makes of the rest.
    private static string Escape(string name, string? value) => value switch
    {
        null or "" => throw Refuse(name, "it is empty"),
        "." or ".." => throw Refuse(name, "a path may not be made of dots"),
        _ when value.Any(char.IsControl) => throw Refuse(name, "it has control characters"),
        _ when string.IsNullOrWhiteSpace(value) => throw Refuse(name, "it is blank"),
        _ => Uri.EscapeDataString(value),
    };

    private static ChatException Refuse(string name, string why) => new(
        ChatErrorReason.InvalidRequest, $"The value for '{name}' is refused: {why}.")
    {
        Advice = "Give an id or a name as the platform spells it.",
    };
}
