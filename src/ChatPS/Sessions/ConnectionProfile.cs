using System.Text.Json;
using System.Text.Json.Serialization;

namespace ChatPS.Sessions;

/// <summary>
/// The settings of a connection under a name, kept in a file so that scripts need only the name. No secret is among them:
/// a profile names the environment variable that holds the token.
/// </summary>
internal sealed record ConnectionProfile
{
    private const string PathVariable = "CHATPS_PROFILES";

    public required ChatPlatform Platform { get; init; }

    public Uri? Uri { get; init; }

    public string? TokenVariable { get; init; }

    public Uri? Proxy { get; init; }

    /// <summary>In seconds.</summary>
    public double? Timeout { get; init; }

    public string? UserAgent { get; init; }

    public string? App { get; init; }

    public string? Team { get; init; }

    public string? Room { get; init; }

    /// <summary>Where the profiles are: the file that the environment variable names, or one in the user's own settings.</summary>
    public static string FilePath => Environment.GetEnvironmentVariable(PathVariable) is { Length: > 0 } path
        ? path
        : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.ApplicationData), "ChatPS", "profiles.json");

    /// <exception cref="ChatException">There is no such profile, or the file has something else in it than profiles.</exception>
    public static ConnectionProfile Read(string name)
    {
        var profiles = ReadAll();
        return profiles.FirstOrDefault(p => p.Key.Equals(name, StringComparison.OrdinalIgnoreCase)).Value ?? throw new ChatException(
            ChatErrorReason.NotFound, $"There is no profile '{name}' in '{FilePath}'.")
        {
            Advice = profiles.Count > 0
                ? $"It has {string.Join(", ", profiles.Keys)}."
                : "Get-Help about_ChatPS shows what a file of profiles looks like.",
        };
    }

    /// <summary>The names of all profiles; none where the file is not there or can't be read.</summary>
    public static IEnumerable<string> Names()
    {
        try
        {
            return ReadAll().Keys;
        }
        catch (ChatException)
        {
            return [];
        }
    }

    private static Dictionary<string, ConnectionProfile> ReadAll()
    {
        if (!File.Exists(FilePath))
            return [];
        try
        {
            using var file = File.OpenRead(FilePath);
            return JsonSerializer.Deserialize(file, ProfileJson.Default.DictionaryStringConnectionProfile) ?? [];
        }
        catch (Exception e) when (e is JsonException or IOException or UnauthorizedAccessException)
        {
            // The parser quotes no values, so no secret that somebody put there all the same gets into the message.
            throw new ChatException(ChatErrorReason.InvalidRequest, $"The profiles in '{FilePath}' cannot be read: {e.Message}", e)
            {
                Advice = "A profile has Platform and may have Uri, TokenVariable, Proxy, Timeout (seconds), UserAgent, App, Team and Room. Tokens and passwords do not belong there.",
            };
        }
    }
}

[JsonSourceGenerationOptions(
    PropertyNameCaseInsensitive = true,
    UseStringEnumConverter = true,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    ReadCommentHandling = JsonCommentHandling.Skip,
    AllowTrailingCommas = true)]
[JsonSerializable(typeof(Dictionary<string, ConnectionProfile>))]
internal sealed partial class ProfileJson : JsonSerializerContext;
