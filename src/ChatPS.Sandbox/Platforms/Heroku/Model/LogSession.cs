namespace ChatPS.Sandbox.Platforms.Heroku.Model;

/// <summary>A way to read an app's log for a while, for whoever has its address.</summary>
internal sealed class LogSession : Entity
{
    public required App App { get; init; }

    /// <summary>The end of its address, which nobody can guess.</summary>
    public required string Secret { get; init; }

    /// <summary>The dyno (<c>web.1</c>) or process type (<c>web</c>) of the lines; all when null.</summary>
    public string? Process { get; init; }

    /// <summary>app or heroku; both when null.</summary>
    public string? Source { get; init; }

    /// <summary>How many of the lines there are come first.</summary>
    public required int Lines { get; init; }

    /// <summary>Whether new lines follow as they come.</summary>
    public required bool Tail { get; init; }

    public required DateTimeOffset ExpiresAt { get; init; }

    public bool Shows(LogLine line) =>
        (Source is null || Source == line.Source)
        && (Process is null || Process == line.Process || line.Process.StartsWith(Process + ".", StringComparison.Ordinal));
}
