using ChatPS.Client.Http;

namespace ChatPS.Client.Capabilities;

/// <summary>Looks at archives before a server gets them. It stands on no connection.</summary>
internal interface IImportChecker
{
    /// <param name="path">Where the archive is.</param>
    /// <param name="archive">The archive.</param>
    /// <param name="options">What is known beside it.</param>
    IImportCheck Open(string path, FileUpload archive, ImportCheckOptions options);
}

/// <summary>One look at one archive.</summary>
internal interface IImportCheck
{
    /// <summary>What is wrong with the archive, as it comes up. To be called once.</summary>
    IAsyncEnumerable<ChatImportFinding> FindAsync(CallContext context);

    /// <summary>What was found so far.</summary>
    ChatImportSummary Summary { get; }
}

/// <summary>What an archive is looked at with.</summary>
internal sealed record ImportCheckOptions
{
    /// <summary>Whether a team is to be taken as being on the server.</summary>
    public Func<string, bool> HasTeam { get; init; } = _ => false;

    /// <summary>Leaves out whether files are in the archive, and whether they are named.</summary>
    public bool IgnoreAttachments { get; init; }

    /// <summary>How many characters a post may have; null for what the server takes, or else what servers take by default.</summary>
    public int? MaxPostLength { get; init; }

    /// <summary>What is on the server already; null where no server was asked.</summary>
    public ImportTarget? Target { get; init; }
}

/// <summary>What is on a server that an archive may go to. Names are the same in whatever case.</summary>
internal sealed class ImportTarget
{
    /// <summary>Teams, and whether they are archived.</summary>
    public Dictionary<string, bool> Teams { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Rooms by their team's name, a slash and their own, and whether they are archived.</summary>
    public Dictionary<string, bool> Rooms { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Who there is, and their addresses.</summary>
    public Dictionary<string, string> Users { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Addresses, and whose they are.</summary>
    public Dictionary<string, string> Emails { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Schemes, and whether they are for a team or a channel.</summary>
    public Dictionary<string, string> Schemes { get; } = new(StringComparer.OrdinalIgnoreCase);

    public int? MaxPostLength { get; init; }
}
