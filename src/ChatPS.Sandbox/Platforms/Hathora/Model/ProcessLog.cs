using System.Globalization;

namespace ChatPS.Sandbox.Platforms.Hathora.Model;

/// <summary>What a process has written. Most of it follows from the process's times, so nothing is stored but what happened to rooms.</summary>
internal sealed class ProcessLog(Process process)
{
    /// <summary>How many of the newest lines are kept.</summary>
    private const int Kept = 10_000;

    private static readonly TimeSpan Step = TimeSpan.FromSeconds(1);
    private int _written, _happened;

    private DateTimeOffset ListensAt => process.BootedAt + (process.StartedAt - process.BootedAt) / 2;

    /// <summary>The newest lines at a moment; reading goes on behind them.</summary>
    public List<LogLine> Tail(DateTimeOffset time, int count = Kept)
    {
        var written = CountAt(time);
        (_written, _happened) = (Math.Max(0, written - count), Math.Max(0, process.Events.Count - count));
        return [.. Next(time).TakeLast(count)];
    }

    /// <summary>What has come since the last reading.</summary>
    public List<LogLine> Next(DateTimeOffset time)
    {
        var written = Math.Max(_written, CountAt(time));
        var lines = new List<LogLine>();
        for (; _written < written; _written++)
            lines.Add(Line(_written, time));
        var until = UntilAt(time);
        for (; _happened < process.Events.Count && process.Events[_happened].Time <= until; _happened++)
            lines.Add(process.Events[_happened]);
        return [.. lines.OrderBy(line => line.Time)];
    }

    /// <summary>How many lines follow from the times: on the way up, then one each second, then on the way down.</summary>
    private int CountAt(DateTimeOffset time)
    {
        var (start, running) = CountsAt(time);
        return start + running + (process.StoppingAt <= time ? 1 : 0) + (process.TerminatedAt <= time ? 1 : 0);
    }

    private DateTimeOffset UntilAt(DateTimeOffset time) => process.StoppingAt < time ? process.StoppingAt.Value : time;

    private (int Start, int Running) CountsAt(DateTimeOffset time)
    {
        var until = UntilAt(time);
        var start = (process.BootedAt <= until ? 1 : 0) + (ListensAt <= until ? 1 : 0) + (process.StartedAt <= until ? 1 : 0);
        return (start, until < process.StartedAt ? 0 : (int)((until - process.StartedAt) / Step));
    }

    private LogLine Line(int number, DateTimeOffset time)
    {
        var (start, running) = CountsAt(time);
        if (number < start)
            return number switch
            {
                0 => new(process.BootedAt, $"loading build {process.Deployment.Build.Id}"),
                1 => new(ListensAt, $"listening on port {process.Deployment.DefaultPort.Port} ({process.Deployment.DefaultPort.TransportType})"),
                _ => new(process.StartedAt, $"server ready in {process.Region}"),
            };
        var second = number - start + 1;
        if (second <= running)
            return new(process.StartedAt + Step * second, Heartbeat(second));
        return second == running + 1
            ? new(process.StoppingAt!.Value, "stopping: " + process.ExitReason)
            : new(process.TerminatedAt!.Value, "stopped");
    }

    private string Heartbeat(int second)
    {
        var noise = (uint)((process.Hash + second) * 2_654_435_761L);
        return string.Create(CultureInfo.InvariantCulture, $"frame {second * 60}: {noise % 16} players, {12 + noise % 50 / 10.0:0.0} ms");
    }
}
