using System.Globalization;
using ChatPS.Sandbox.Http;
using ChatPS.Sandbox.Platforms.Hathora.Model;

namespace ChatPS.Sandbox.Platforms.Hathora.Routes;

/// <summary>What processes write.</summary>
internal static class LogRoutes
{
    private const string Group = ProcessRoutes.Group;
    private const int DefaultLines = 100;
    private const int MaxLines = 5000;

    /// <summary>How often a process that is followed is looked at, by the real clock: its own may be one that somebody turns by hand.</summary>
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(100);

    public static void MapLogs(this HathoraService hathora)
    {
        hathora.MapApp("GET", "/logs/v1/{appId}/process/{processId}", Group, (call, app) =>
        {
            var process = KeptProcess(call, app);
            var (follow, lines) = Options(call);
            var log = new ProcessLog(process);
            var first = log.Tail(call.Time, lines);
            return LineStream.Of(call.Service, LineStream.Octets, (feed, cancel) => FollowAsync(call.Service, process, log, first, follow, feed, cancel));
        });
        hathora.MapApp("GET", "/logs/v1/{appId}/process/{processId}/download", Group, (call, app) =>
        {
            var lines = new ProcessLog(KeptProcess(call, app)).Tail(call.Time);
            return SandboxResponse.Bytes(200, lines.SelectMany(Bytes).ToArray(), LineStream.Octets);
        });
    }

    /// <summary>Tells the lines there are, and goes on with new ones until the process has stopped.</summary>
    private static async Task FollowAsync(
        HathoraService hathora, Process process, ProcessLog log, List<LogLine> lines, bool follow, Feed feed, CancellationToken cancel)
    {
        while (true)
        {
            foreach (var line in lines)
                if (!feed.TryWrite(Bytes(line)))
                    return;
            if (!follow)
                return;
            await Task.Delay(Interval, cancel);
            hathora.Exclusively(() =>
            {
                var time = hathora.Clock.GetUtcNow();
                HathoraState.Settle(process.App, time);
                lines = log.Next(time);
                follow = !process.IsStoppedAt(time);
            });
        }
    }

    /// <summary>The operation declares no 422, so that what doesn't fit is a bad request here.</summary>
    private static (bool Follow, int Lines) Options(HathoraCall call)
    {
        var (follow, lines) = (call.Request.Query["follow"] ?? "false", call.Request.Query["tailLines"]);
        if (follow is not ("true" or "false"))
            throw HathoraAnswer.BadRequest("follow has to be true or false.");
        if (lines is null)
            return (follow == "true", DefaultLines);
        return int.TryParse(lines, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count is >= 1 and <= MaxLines
            ? (follow == "true", count)
            : throw HathoraAnswer.BadRequest($"tailLines has to be a whole number between 1 and {MaxLines}.");
    }

    private static Process KeptProcess(HathoraCall call, App app)
    {
        var process = ProcessRoutes.ProcessOf(call, app);
        return process.TerminatedAt?.AddHours(app.Org.LogRetentionHours) <= call.Time
            ? throw HathoraAnswer.Fault(410, $"Logs are kept for {app.Org.LogRetentionHours} hours; these are gone.")
            : process;
    }

    private static byte[] Bytes(LogLine line) => LineStream.Bytes($"{line.Time.ToWire()} {line.Text}");
}
