namespace ChatPS;

/// <summary>A line of a log.</summary>
public sealed class ChatLog : ChatObject
{
    /// <summary>The app whose log it is, as it was named when the log was asked for: an id or a name.</summary>
    public string? AppId { get; init; }

    /// <summary>The name of the app whose log it is, where it is known.</summary>
    public string? AppName { get; init; }

    /// <summary>The id of the process whose log it is, on platforms where logs are of processes.</summary>
    public string? ProcessId { get; init; }

    /// <summary>When it was written; null where the line does not tell.</summary>
    public DateTimeOffset? Timestamp { get; init; }

    /// <summary>Who wrote it: the app itself (app) or the platform (heroku); null where the line does not tell.</summary>
    public string? Source { get; init; }

    /// <summary>The process that wrote it, such as web.1 or router, or its id where it has no name; null where the line does not tell.</summary>
    public string? Process { get; init; }

    /// <summary>How much it matters, such as info or error, on platforms whose lines tell it.</summary>
    public string? Level { get; init; }

    /// <summary>What it says; of a line in another form than the others, such as a further line of a message, all of it.</summary>
    public required string Message { get; init; }

    /// <summary>The whole line, to the letter.</summary>
    public required string Raw { get; init; }

    /// <summary>The whole line.</summary>
    /// <returns><see cref="Raw"/>.</returns>
    public override string ToString() => Raw;
}
