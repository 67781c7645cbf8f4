using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace ChatPS.Sandbox.Platforms.Gitter;

/// <summary>A text with what the service reads out of it: its HTML, links, mentions and issues.</summary>
internal sealed partial class GitterMarkup
{
    private readonly List<string> _urls = [];
    private readonly List<string> _mentions = [];
    private readonly List<(string Number, string? Repo)> _issues = [];

    public GitterMarkup(string text)
    {
        Text = text;
        Html = Render(text);
    }

    public string Text { get; }

    public string Html { get; }

    public IReadOnlyList<string> Urls => _urls;

    /// <summary>User names, or a group's name behind a slash such as <c>/all</c>.</summary>
    public IReadOnlyList<string> Mentions => _mentions;

    public IReadOnlyList<(string Number, string? Repo)> Issues => _issues;

    public bool MentionsAll => _mentions.Contains("/all");

    private string Render(string text)
    {
        var html = new StringBuilder();
        var at = 0;
        foreach (Match match in Marks().Matches(text))
        {
            html.Append(Escape(text[at..match.Index])).Append(Render(match));
            at = match.Index + match.Length;
        }

        return html.Append(Escape(text[at..])).ToString();
    }

    private string Render(Match match)
    {
        var whole = Escape(match.Value);
        if (match.Groups["code"] is { Success: true } code)
            return $"<code>{Escape(code.Value)}</code>";
        if (match.Groups["bold"] is { Success: true } bold)
            return $"<strong>{Escape(bold.Value)}</strong>";
        if (match.Groups["url"].Success)
        {
            _urls.Add(match.Value);
            return $"""<a href="{whole}" rel="nofollow noopener noreferrer" target="_blank" class="link">{whole}</a>""";
        }

        if (match.Groups["name"] is { Success: true } name)
        {
            _mentions.Add(name.Value);
            return name.Value.StartsWith('/')
                ? $"""<span data-link-type="groupmention" data-group-name="{name.Value[1..]}" class="groupmention">{whole}</span>"""
                : $"""<span data-link-type="mention" data-screen-name="{name.Value}" class="mention">{whole}</span>""";
        }

        var (number, repo) = (match.Groups["issue"].Value, match.Groups["repo"].Value);
        _issues.Add((number, repo.Length == 0 ? null : repo));
        var where = repo.Length == 0 ? "" : $" data-issue-repo=\"{Escape(repo)}\"";
        return $"""<span data-link-type="issue" data-issue="{number}"{where} class="issue">{whole}</span>""";
    }

    private static string Escape(string text) => WebUtility.HtmlEncode(text).Replace("\n", "<br>", StringComparison.Ordinal);

    // Code comes first: what stands in it is neither a mention nor a link.
    [GeneratedRegex(
        """
        `(?<code>[^`\n]+)`
        | \*\*(?<bold>[^*\n]+)\*\*
        | (?<url>https?://[^\s<>"']*[^\s<>"'.,;:!?)])
        | (?<![\w`])@(?<name>/?[A-Za-z0-9][\w-]*)
        | (?<![\w/])(?<repo>[A-Za-z0-9][\w-]*/[\w.-]+)?\#(?<issue>\d+)\b
        """,
        RegexOptions.IgnorePatternWhitespace | RegexOptions.ExplicitCapture)]
    private static partial Regex Marks();
}
