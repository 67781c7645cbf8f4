namespace ChatPS.Client.Platforms.Mattermost.Archives;

/// <summary>What lines of an archive make, and name elsewhere.</summary>
internal enum ArchiveNoun
{
    Role,
    Scheme,
    TeamScheme,
    ChannelScheme,
    Team,
    Channel,
    User,
    Email,
    Emoji,
}
