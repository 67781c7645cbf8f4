using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace ChatPS.Tests.Conventions;

/// <summary>An example of the help: what it is for, its code, and what is said of it.</summary>
internal sealed record HelpExample(string Title, string Code, string Remarks);

/// <summary>What the help says of a cmdlet, read from its page or from the compiled help.</summary>
internal sealed partial class HelpPage
{
    private static readonly XNamespace Maml = "http://schemas.microsoft.com/maml/2004/10";
    private static readonly XNamespace Command = "http://schemas.microsoft.com/maml/dev/command/2004/10";
    private static readonly XNamespace Dev = "http://schemas.microsoft.com/maml/dev/2004/10";

    public static string Folder { get; } = Path.Combine(StagedModule.RepoRoot, "docs", "en-US");

    /// <summary>The pages of cmdlets by their names.</summary>
    public static IReadOnlyDictionary<string, HelpPage> Pages { get; } =
        Directory.GetFiles(Folder, "*-*.md").ToDictionary(f => Path.GetFileNameWithoutExtension(f), f => FromMarkdown(File.ReadAllText(f)));

    /// <summary>The same as the shipped file has it.</summary>
    public static IReadOnlyDictionary<string, HelpPage> Compiled { get; } =
        XDocument.Load(Path.Combine(StagedModule.Folder, "en-US", "ChatPS.dll-Help.xml")).Root!.Elements(Command + "command")
            .ToDictionary(c => c.Element(Command + "details")!.Element(Command + "name")!.Value, FromMaml);

    public required string Synopsis { get; init; }

    public required string Description { get; init; }

    public required IReadOnlyDictionary<string, string> Parameters { get; init; }

    public required IReadOnlyList<HelpExample> Examples { get; init; }

    /// <summary>How the cmdlet is called, one line for each parameter set; only a page has it.</summary>
    public IReadOnlyList<string> Syntax { get; init; } = [];

    /// <summary>What an example follows; only a page has it.</summary>
    public string Start { get; init; } = "Connect-ChatService -Sandbox";

    /// <summary>The pages that are linked.</summary>
    public required IReadOnlyList<string> Links { get; init; }

    /// <summary>The code blocks of an about topic.</summary>
    public static IEnumerable<string> CodeOf(string markdown) => Fence().Matches(markdown).Select(m => m.Groups["code"].Value);

    private static HelpPage FromMarkdown(string text)
    {
        var sections = Parts(text.ReplaceLineEndings("\n"), "## ");
        return new HelpPage
        {
            Synopsis = sections["SYNOPSIS"],
            Description = sections["DESCRIPTION"],
            Syntax = [.. Parts(sections["SYNTAX"], "### ").Where(p => p.Key != "").Select(p => p.Value.Trim('`', '\n').Replace("\n", "", StringComparison.Ordinal))],
            Parameters = Parts(sections["PARAMETERS"], "### -").Where(p => p.Key != "")
                .ToDictionary(p => p.Key, p => p.Value[..p.Value.IndexOf("```yaml", StringComparison.Ordinal)].Trim()),
            Examples = [.. Parts(sections["EXAMPLES"], "### ").Where(p => p.Key != "").Select(p => Fence().Match(p.Value) is { Success: true } fence
                ? new HelpExample(p.Key, fence.Groups["code"].Value, p.Value[(fence.Index + fence.Length)..].Trim())
                : throw new FormatException($"'{p.Key}' has no code."))],
            Start = RunAfter().Match(sections["NOTES"]) is { Success: true } start ? start.Groups["start"].Value : "Connect-ChatService -Sandbox",
            Links = [.. Link().Matches(sections["RELATED LINKS"]).Select(m => m.Groups["page"].Value)],
        };
    }

    private static HelpPage FromMaml(XElement command) => new()
    {
        Synopsis = Paragraphs(command.Element(Command + "details")!.Element(Maml + "description")),
        Description = Paragraphs(command.Element(Maml + "description")),
        Parameters = command.Element(Command + "parameters")!.Elements()
            .ToDictionary(p => p.Element(Maml + "name")!.Value, p => Paragraphs(p.Element(Maml + "description"))),
        Examples = [.. command.Element(Command + "examples")!.Elements().Select(e => new HelpExample(
            e.Element(Maml + "title")!.Value.Trim('-', ' '), e.Element(Dev + "code")!.Value, Paragraphs(e.Element(Dev + "remarks")).TrimEnd()))],
        Links = [.. command.Descendants(Maml + "linkText").Select(l => l.Value + ".md")],
    };

    private static string Paragraphs(XElement? parent) => string.Join("\n\n", parent!.Elements(Maml + "para").Select(p => p.Value));

    /// <summary>What stands under each heading of a kind; what stands before the first has the name "".</summary>
    private static Dictionary<string, string> Parts(string text, string heading) => ("\n" + text).Split("\n" + heading).Select((part, number) =>
            number == 0 ? ("", part) : part.IndexOf('\n', StringComparison.Ordinal) is >= 0 and var end ? (part[..end].Trim(), part[end..]) : (part.Trim(), ""))
        .ToDictionary(p => p.Item1, p => p.Item2.Trim());

    [GeneratedRegex("^```powershell\n(?<code>.*?)\n```$", RegexOptions.Singleline | RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex Fence();

    [GeneratedRegex(@"examples run after (?<start>[^.]+)\.", RegexOptions.CultureInvariant)]
    private static partial Regex RunAfter();

    [GeneratedRegex(@"\]\((?<page>[^)]+)\)", RegexOptions.CultureInvariant)]
    private static partial Regex Link();
}
