namespace ChatPS;

/// <summary>What is in an archive, and how much of it was found wanting.</summary>
public sealed class ChatImportSummary
{
    /// <summary>The archive.</summary>
    public required string Path { get; init; }

    /// <summary>Whether a server can import it: nothing in it is an error.</summary>
    public bool IsValid => Errors == 0;

    /// <summary>How many errors there are.</summary>
    public long Errors { get; init; }

    /// <summary>How many warnings there are.</summary>
    public long Warnings { get; init; }

    /// <summary>How many lines there are.</summary>
    public long Lines { get; init; }

    /// <summary>How many of them are roles.</summary>
    public long Roles { get; init; }

    /// <summary>How many of them are schemes.</summary>
    public long Schemes { get; init; }

    /// <summary>How many of them are teams.</summary>
    public long Teams { get; init; }

    /// <summary>How many of them are channels.</summary>
    public long Channels { get; init; }

    /// <summary>How many of them are users.</summary>
    public long Users { get; init; }

    /// <summary>How many of them are bots.</summary>
    public long Bots { get; init; }

    /// <summary>How many of them are emoji.</summary>
    public long Emojis { get; init; }

    /// <summary>How many of them are posts, each with its replies.</summary>
    public long Posts { get; init; }

    /// <summary>How many of them are channels of a few people.</summary>
    public long DirectChannels { get; init; }

    /// <summary>How many of them are posts to a few people, each with its replies.</summary>
    public long DirectPosts { get; init; }

    /// <summary>How many files in the archive are named by a line.</summary>
    public long Attachments { get; init; }

    /// <summary>The path.</summary>
    /// <returns><see cref="Path"/>.</returns>
    public override string ToString() => Path;
}
