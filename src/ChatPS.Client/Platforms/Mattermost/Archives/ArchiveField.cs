namespace ChatPS.Client.Platforms.Mattermost.Archives;

/// <summary>What has to hold of a field of an archive's line.</summary>
/// <param name="Name">The field's name.</param>
/// <param name="Value">What it holds.</param>
internal sealed record ArchiveField(string Name, ArchiveValue Value = ArchiveValue.Text)
{
    public bool IsRequired { get; init; }

    /// <summary>Whether an empty text is as bad as none.</summary>
    public bool IsFilled { get; init; }

    /// <summary>How many bytes a text may have.</summary>
    public int? MaxBytes { get; init; }

    /// <summary>How many characters a text may have.</summary>
    public int? MaxCharacters { get; init; }

    /// <summary>The values that it may have; null for any.</summary>
    public string[]? OneOf { get; init; }

    /// <summary>Tells what is wrong with the form of a text; null for nothing.</summary>
    public Func<string, ArchiveFlaw?>? Form { get; init; }

    /// <summary>What the line makes by this name.</summary>
    public ArchiveNoun? Makes { get; init; }

    /// <summary>What is named here, and has to be there.</summary>
    public ArchiveNoun? Names { get; init; }

    /// <summary>How bad it is when a time is before that of what it belongs to.</summary>
    public ChatImportSeverity TooEarly { get; init; } = ChatImportSeverity.Error;

    /// <summary>What has to hold of the fields of what it holds. A team's name comes before those of its channels, and a time before what belongs to it.</summary>
    public ArchiveField[] Fields { get; init; } = [];
}

/// <summary>What is wrong with a text.</summary>
/// <param name="Rule">What it offends against.</param>
/// <param name="Message">The same for people.</param>
/// <param name="Severity">How bad it is.</param>
internal sealed record ArchiveFlaw(ChatImportRule Rule, string Message, ChatImportSeverity Severity = ChatImportSeverity.Error);
