using System.Text.Json;

namespace ChatPS.Client.Platforms.Mattermost.Archives;

/// <summary>A kind of line.</summary>
/// <param name="Name">What a line of this kind says that it is, and the name of its content.</param>
/// <param name="Rank">After lines of what ranks it comes; null where it does not matter.</param>
/// <param name="Fields">What has to hold of its fields.</param>
internal sealed record ArchiveKind(string Name, int? Rank, params ArchiveField[] Fields)
{
    /// <summary>What has to hold of several fields together.</summary>
    public Action<JsonElement, ArchiveLineCheck>? Together { get; init; }
}
