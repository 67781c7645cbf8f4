using ChatPS.Client.Capabilities;

namespace ChatPS.Client.Platforms.Mattermost.Archives;

/// <summary>What the lines so far made, and what is there besides. Names are the same in whatever case.</summary>
internal sealed class ArchiveKnown(ImportCheckOptions options)
{
    // Every team has them without being told.
    private static readonly string[] DefaultChannels = ["town-square", "off-topic"];

    private readonly Dictionary<ArchiveNoun, Dictionary<string, long>> _made = Enum.GetValues<ArchiveNoun>()
        .ToDictionary(noun => noun, _ => new Dictionary<string, long>(StringComparer.OrdinalIgnoreCase));

    /// <summary>A line makes something.</summary>
    /// <returns>The line that had made it before; null for none.</returns>
    public long? Make(ArchiveNoun noun, string name, long line)
    {
        return _made[noun].TryAdd(name, line) ? null : _made[noun][name];
    }

    public bool Has(ArchiveNoun noun, string name) => _made[noun].ContainsKey(name) || noun switch
    {
        // Nothing comes into one that is archived.
        ArchiveNoun.Channel when options.Target?.Rooms.GetValueOrDefault(name) == true => false,
        _ when IsOnServer(noun, name) => true,
        ArchiveNoun.Team => options.HasTeam(name),
        ArchiveNoun.Channel => DefaultChannels.Contains(name[(name.IndexOf('/') + 1)..], StringComparer.OrdinalIgnoreCase),
        _ => false,
    };

    public bool IsOnServer(ArchiveNoun noun, string name) => options.Target is { } target && noun switch
    {
        ArchiveNoun.Team => target.Teams.ContainsKey(name),
        ArchiveNoun.Channel => target.Rooms.ContainsKey(name),
        ArchiveNoun.User => target.Users.ContainsKey(name),
        ArchiveNoun.Scheme => target.Schemes.ContainsKey(name),
        ArchiveNoun.TeamScheme => target.Schemes.GetValueOrDefault(name) == "team",
        ArchiveNoun.ChannelScheme => target.Schemes.GetValueOrDefault(name) == "channel",
        _ => false,
    };
}
