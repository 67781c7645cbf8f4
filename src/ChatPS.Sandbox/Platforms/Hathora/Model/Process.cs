using System.Globalization;

namespace ChatPS.Sandbox.Platforms.Hathora.Model;

/// <summary>A game server that runs, once did or soon will. What it is at a moment follows from its times.</summary>
internal sealed class Process
{
    public static readonly TimeSpan StartTime = TimeSpan.FromSeconds(1);
    public static readonly TimeSpan StopTime = TimeSpan.FromSeconds(0.5);

    public required string Id { get; init; }

    public required App App { get; init; }

    public required Deployment Deployment { get; init; }

    public required string Region { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset ScheduledAt => CreatedAt + StartTime * 0.2;

    public DateTimeOffset BootedAt => CreatedAt + StartTime * 0.6;

    public DateTimeOffset StartedAt => CreatedAt + StartTime;

    /// <summary>From when on it takes no new rooms.</summary>
    public DateTimeOffset DrainsAt => StartedAt.AddHours(App.Org.MaxLifespanHours);

    public DateTimeOffset? StoppingAt { get; private set; }

    public DateTimeOffset? TerminatedAt => StoppingAt + StopTime;

    /// <summary>Whether it ended by itself where it shouldn't have.</summary>
    public bool Failed { get; private set; }

    public string? ExitReason { get; private set; }

    /// <summary>All rooms that were ever on it.</summary>
    public List<Room> Rooms { get; } = [];

    /// <summary>What its log tells beside what follows from its times.</summary>
    public List<LogLine> Events { get; } = [];

    public IEnumerable<Room> CurrentRooms => Rooms.Where(room => room.Allocation?.Process == this);

    /// <summary>Adds a line to the log; it comes when the process is there to write it.</summary>
    public void Write(DateTimeOffset time, string text) => Events.Add(new(time > StartedAt ? time : StartedAt, text));

    /// <summary>A number of its own, for what looks random and isn't.</summary>
    public int Hash => int.Parse(Id.AsSpan(0, 7), NumberStyles.HexNumber, CultureInfo.InvariantCulture);

    public string Host => Id[^6..] + ".edge.example.com";

    public int PortOf(int index) => 30_000 + Hash % 20_000 + index;

    public bool IsStoppedAt(DateTimeOffset time) => TerminatedAt <= time;

    public bool IsUpAt(DateTimeOffset time) => StartedAt <= time && !(StoppingAt <= time);

    public string StatusAt(DateTimeOffset time) =>
        TerminatedAt <= time ? Failed ? "failed" : "stopped"
        : StoppingAt <= time ? "stopping"
        : StartedAt > time ? "starting"
        : DrainsAt <= time ? "draining"
        : "running";

    /// <summary>Whether one more room finds a place.</summary>
    public bool HasRoomAt(DateTimeOffset time) => StoppingAt is null && time < DrainsAt && CurrentRooms.Count() < Deployment.RoomsPerProcess;

    public void Stop(DateTimeOffset time, string reason, bool failed = false)
    {
        if (StoppingAt is null)
            (StoppingAt, ExitReason, Failed) = (time, reason, failed);
    }
}

/// <summary>A line of a log.</summary>
internal readonly record struct LogLine(DateTimeOffset Time, string Text);
