using System.Text.RegularExpressions;
using ChatPS.Client.Http;

namespace ChatPS.Sessions;

/// <summary>The file in which command-line tools keep their accounts, by host.</summary>
internal static partial class NetrcFile
{
    private const string PathVariable = "NETRC";

    public static string FilePath => Environment.GetEnvironmentVariable(PathVariable) is { Length: > 0 } path
        ? path
        : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), OperatingSystem.IsWindows() ? "_netrc" : ".netrc");

    /// <summary>The account of a host; that of the default entry when the host has none of its own.</summary>
    /// <exception cref="ChatException">The file can't be read, or it has no such account.</exception>
    public static (string Login, Secret Password) Find(string host)
    {
        var entries = Parse(Read());
        var entry = entries.FirstOrDefault(e => host.Equals(e.Machine, StringComparison.OrdinalIgnoreCase)) ?? entries.FirstOrDefault(e => e.Machine is null);
        return entry is { Login: { } login, Password: { } password }
            ? (login, new Secret(password))
            : throw new ChatException(ChatErrorReason.NotFound, $"'{FilePath}' has no login and password for {host}.")
            {
                Advice = "Add them there, or connect with -Token or -Credential.",
            };
    }

    private static string Read()
    {
        try
        {
            return File.ReadAllText(FilePath);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new ChatException(ChatErrorReason.InvalidRequest, $"'{FilePath}' cannot be read: {e.Message}", e)
            {
                Advice = $"Name the file with the environment variable {PathVariable}, or connect with -Token or -Credential.",
            };
        }
    }

    // Words with blanks or line breaks between them; a macro goes on to the next empty line.
    private static List<Entry> Parse(string text)
    {
        var words = Word().Matches(Macro().Replace(text.ReplaceLineEndings("\n"), "\n"))
            .Select(word => word.Groups["quoted"].Success ? Escape().Replace(word.Groups["quoted"].Value, "$1") : word.Value)
            .Where(word => word[0] != '#')
            .ToArray();
        var entries = new List<Entry>();
        for (var i = 0; i < words.Length; i++)
        {
            if (words[i] == "default")
                entries.Add(new Entry(null));
            else if (words[i] == "machine" && i + 1 < words.Length)
                entries.Add(new Entry(words[++i]));
            else if (words[i] == "login" && i + 1 < words.Length && entries.Count > 0)
                entries[^1] = entries[^1] with { Login = words[++i] };
            else if (words[i] == "password" && i + 1 < words.Length && entries.Count > 0)
                entries[^1] = entries[^1] with { Password = words[++i] };
        }
        return entries;
    }

    [GeneratedRegex(@"""(?<quoted>(?:[^""\\\n]|\\.)*)""|#[^\n]*|\S+")]
    private static partial Regex Word();

    [GeneratedRegex(@"\\(.)")]
    private static partial Regex Escape();

    [GeneratedRegex(@"(?<=^|\n)\s*macdef\b.*?(?=\n\n|$)", RegexOptions.Singleline)]
    private static partial Regex Macro();

    private sealed record Entry(string? Machine)
    {
        public string? Login { get; init; }

        public string? Password { get; init; }
    }
}
