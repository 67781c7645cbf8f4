using ChatPS.Client.Http;

namespace ChatPS.Client.Capabilities;

/// <summary>Which lines of a log are wanted.</summary>
internal sealed record LogQuery
{
    /// <summary>The app's id or name; empty for the server's own log.</summary>
    public required string App { get; init; }

    /// <summary>What the app is known by, for the lines to say.</summary>
    public string? AppName { get; init; }

    /// <summary>Only what this one wrote, the app or the platform.</summary>
    public string? Source { get; init; }

    /// <summary>Only what this process wrote: an id or a name. Where logs are of processes, the one whose log it is.</summary>
    public string? Process { get; init; }

    /// <summary>Only what processes of this type wrote.</summary>
    public string? ProcessType { get; init; }

    /// <summary>How many of the lines there are come first; null for as many as the platform sends.</summary>
    public int? Tail { get; init; }

    /// <summary>Whether further lines shall follow as they are written.</summary>
    public bool Follow { get; init; }

    /// <summary>Whether all is wanted that the platform has, rather than what it shows by itself.</summary>
    public bool Whole { get; init; }
}

/// <summary>Reads logs, line by line as they come.</summary>
internal interface ILogReader
{
    /// <summary>Whether the log is the server's own, and of no app.</summary>
    bool IsOfServer => false;

    /// <summary>The lines, each once and none left out. When they follow, the caller ends them, or the end of the process that writes them.</summary>
    IAsyncEnumerable<ChatLog> ReadAsync(LogQuery query, CallContext context);
}
