namespace ChatPS.Sandbox.Platforms.Heroku.Model;

/// <summary>How many dynos of a process type run, and how big they are.</summary>
internal sealed class Formation : Entity
{
    public required string Type { get; init; }

    public required string Command { get; set; }

    public required DynoSize Size { get; set; }

    public int Quantity { get; set; }
}

internal sealed class Dyno : NamedEntity
{
    public required string Type { get; init; }

    /// <summary>The number behind the type in its name.</summary>
    public required int Number { get; init; }

    public required string Command { get; init; }

    public required DynoSize Size { get; init; }

    public required Release Release { get; init; }

    public string State { get; set; } = "up";

    /// <summary>Where the terminal of a one-off dyno can be reached.</summary>
    public string? AttachUrl { get; init; }

    /// <summary>When a one-off dyno ends by itself.</summary>
    public DateTimeOffset? EndsAt { get; init; }
}

/// <summary>A state of code and configuration that ran or runs.</summary>
internal sealed class Release : Entity
{
    public required int Version { get; init; }

    public required string Description { get; init; }

    public required Account User { get; init; }

    public Slug? Slug { get; init; }

    public IReadOnlyDictionary<string, string> ConfigVars { get; init; } = new SortedDictionary<string, string>();

    public IReadOnlyList<string> AddOnPlanNames { get; init; } = [];

    public string Status { get; set; } = "succeeded";
}

/// <summary>A line of an app's log, numbered in the order they came.</summary>
internal sealed record LogLine(long Number, DateTimeOffset Time, string Source, string Process, string Message);

/// <summary>The parts of an app that run.</summary>
internal sealed partial class App
{
    private const int LogCapacity = 1500;
    private readonly LinkedList<LogLine> _log = [];
    private long _lines;

    /// <summary>Oldest first; never empty.</summary>
    public List<Release> Releases { get; } = [];

    public Release CurrentRelease => Releases[^1];

    public IReadOnlyDictionary<string, string> ConfigVars => CurrentRelease.ConfigVars;

    public List<Formation> Formation { get; } = [];

    public List<Dyno> Dynos { get; } = [];

    /// <summary>The newest lines of the log, oldest first.</summary>
    public IReadOnlyCollection<LogLine> Log => _log;

    /// <summary>Told of each new line of the log, and of its end by null.</summary>
    public event Action<LogLine?>? Logged;

    public void Write(DateTimeOffset time, string source, string process, string message)
    {
        var line = new LogLine(++_lines, time, source, process, message);
        _log.AddLast(line);
        if (_log.Count > LogCapacity)
            _log.RemoveFirst();
        Logged?.Invoke(line);
    }

    public void EndLog() => Logged?.Invoke(null);
}
