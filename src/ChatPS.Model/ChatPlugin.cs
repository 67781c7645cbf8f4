namespace ChatPS;

/// <summary>A plugin that is installed on a server, or that its marketplace offers.</summary>
public sealed class ChatPlugin : ChatObject
{
    /// <summary>The plugin's own id.</summary>
    public required string Id { get; init; }

    /// <summary>The same as <see cref="Id"/>, under the name by which other cmdlets take it from the pipeline.</summary>
    public string PluginId => Id;

    /// <summary>The name that people see.</summary>
    public required string Name { get; init; }

    /// <summary>The version: the one that is installed, or the one that is offered.</summary>
    public string? Version { get; init; }

    /// <summary>Whether it runs; null for one that is only offered.</summary>
    public bool? IsEnabled { get; init; }

    /// <summary>Of what the marketplace offers, the version that is installed; null for none.</summary>
    public string? InstalledVersion { get; init; }

    /// <summary>What it does.</summary>
    public string? Description { get; init; }

    /// <summary>The oldest version of the server that it works with.</summary>
    public string? MinServerVersion { get; init; }

    /// <summary>Where there is more to read of it.</summary>
    public string? HomepageUrl { get; init; }

    /// <summary>Where there is to read what is new in the version.</summary>
    public string? ReleaseNotesUrl { get; init; }

    /// <summary>Where the marketplace has it from.</summary>
    public string? DownloadUrl { get; init; }

    /// <summary>The name.</summary>
    /// <returns>A text for people.</returns>
    public override string ToString() => Name;

    internal override string? ShownAs => Id;
}
