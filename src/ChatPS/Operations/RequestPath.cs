using System.Text.RegularExpressions;

namespace ChatPS.Operations;

/// <summary>Reads the path that a user wrote, and keeps it below the session's address.</summary>
internal static partial class RequestPath
{
    /// <exception cref="ChatException">It leads elsewhere.</exception>
    public static (string Path, IReadOnlyList<KeyValuePair<string, string>> Query) Split(string given, Uri baseUri)
    {
        if (given.Any(char.IsControl))
            throw Refuse(given, "it has control characters");
        if (given.Contains('#'))
            throw Refuse(given, "a fragment is never sent; write %23 for a # in a name");
        var text = given.Trim();
        var question = text.IndexOf('?');
        var path = question < 0 ? text : text[..question];
        // Uri reads these as an upward step, whatever way they are written.
        if (path.Contains('\\') || path.Split('/').Any(segment => Uri.UnescapeDataString(segment) is "." or ".."))
            throw Refuse(given, "it climbs out of its place");
        if (Absolute().IsMatch(path))
            path = BelowBase(path, baseUri);
        return (path.TrimStart('/'), question < 0 ? [] : [.. Pairs(text[(question + 1)..])]);
    }

    private static string BelowBase(string address, Uri baseUri)
    {
        var root = baseUri.AbsoluteUri.TrimEnd('/');
        return Uri.TryCreate(address, UriKind.Absolute, out var uri)
            && uri.GetLeftPart(UriPartial.Authority) == baseUri.GetLeftPart(UriPartial.Authority) && uri.UserInfo.Length == 0
            && (uri.AbsoluteUri + "/").StartsWith(root + "/", StringComparison.Ordinal)
            ? address[Math.Min(address.Length, AfterAuthority(address) + baseUri.AbsolutePath.TrimEnd('/').Length)..]
            : throw Refuse(address, $"it is not below {root}, and the session's token is for nobody else");
    }

    private static int AfterAuthority(string address)
    {
        var slash = address.IndexOf('/', address.IndexOf("://", StringComparison.Ordinal) + 3);
        return slash < 0 ? address.Length : slash;
    }

    private static IEnumerable<KeyValuePair<string, string>> Pairs(string query) =>
        query.Split('&', StringSplitOptions.RemoveEmptyEntries).Select(pair => pair.Split('=', 2))
            .Select(parts => KeyValuePair.Create(Read(parts[0]), parts.Length > 1 ? Read(parts[1]) : ""));

    private static string Read(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));

    private static ChatException Refuse(string path, string why) => new(ChatErrorReason.InvalidRequest, $"The path '{path}' is refused: {why}.")
    {
        Advice = "Give a path below the session's address, such as Get-ChatOperation shows.",
    };

    [GeneratedRegex("^[A-Za-z][A-Za-z0-9+.-]*://", RegexOptions.CultureInvariant)]
    private static partial Regex Absolute();
}
