namespace ChatPS;

/// <summary>Something in an archive that a server will not import, or not as it may be meant.</summary>
public sealed class ChatImportFinding
{
    /// <summary>How bad it is.</summary>
    public required ChatImportSeverity Severity { get; init; }

    /// <summary>What it offends against.</summary>
    public required ChatImportRule Rule { get; init; }

    /// <summary>The line it is in, from 1; null for what is in none.</summary>
    public long? Line { get; init; }

    /// <summary>What kind of line it is, such as channel; null for what is in none.</summary>
    public string? Kind { get; init; }

    /// <summary>Where in the line it is, such as post.replies[0].user.</summary>
    public string? Field { get; init; }

    /// <summary>What it is about: a name, an address, a path in the archive.</summary>
    public string? Item { get; init; }

    /// <summary>What is wrong.</summary>
    public required string Message { get; init; }

    /// <summary>The archive.</summary>
    public required string Path { get; init; }

    /// <summary>Where it is and what is wrong.</summary>
    /// <returns>A text for people.</returns>
    public override string ToString() =>
        $"{System.IO.Path.GetFileName(Path)}{(Line is { } line ? $":{line}" : "")}: {(Field is null ? "" : $"{Field}: ")}{Message}";
}
