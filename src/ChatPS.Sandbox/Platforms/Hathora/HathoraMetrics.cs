using System.Text.Json.Nodes;
using ChatPS.Sandbox.Platforms.Hathora.Model;

namespace ChatPS.Sandbox.Platforms.Hathora;

/// <summary>Measurements that were never made: the same thing at the same moment always has the same value.</summary>
internal static class HathoraMetrics
{
    private const int MaxPoints = 11_000;
    private const int DefaultStep = 60;
    private const double DefaultSpan = 3600;
    private const double MaxUnixTime = 253_402_300_799;

    public static readonly IReadOnlyList<string> ProcessNames = ["cpu", "memory", "rateEgress", "totalEgress", "activeConnections", "gpuMemory", "gpuUtilization"];

    /// <summary>The names of the version before.</summary>
    public static readonly IReadOnlyList<string> OldProcessNames = ["cpu", "memory", "rate_egress", "total_egress", "active_connections"];

    private static readonly IReadOnlyList<string> FleetNames = ["provisionedTotal", "provisionedBareMetal", "provisionedCloud", "utilized", "systemOverhead"];

    public static JsonObject OfProcess(HathoraCall call, Process process, IReadOnlyList<string> names) => Series(call, names, (name, time) =>
    {
        if (!process.IsUpAt(time))
            return null;
        var (wave, deployment) = (Wave(process.Hash, time), process.Deployment);
        return name switch
        {
            "cpu" => deployment.RequestedCpu * wave,
            "memory" => deployment.RequestedMemoryMB * 1024 * 1024 * (0.3 + 0.3 * wave),
            "rateEgress" or "rate_egress" => Math.Round(20_000 * wave),
            "totalEgress" or "total_egress" => Math.Round(10_000 * (time - process.StartedAt).TotalSeconds),
            "activeConnections" or "active_connections" => Math.Round(12 * wave),
            "gpuMemory" => (deployment.RequestedGpu ?? 0) * 8e9 * wave,
            _ => deployment.RequestedGpu > 0 ? wave : 0,
        };
    });

    /// <summary>In vCPUs, of one region or of all.</summary>
    public static JsonObject OfFleet(HathoraCall call, Fleet fleet, IReadOnlyList<string> regions) => Series(call, FleetNames, (name, time) =>
    {
        var nodes = regions.SelectMany(region => fleet.Regions[region].Nodes).Where(node => node.StartedAt <= time && !(node.StoppedAt <= time)).ToList();
        double total = nodes.Sum(node => node.Shape.Cpu);
        return name switch
        {
            "provisionedTotal" or "provisionedCloud" => total,
            "provisionedBareMetal" => 0,
            "utilized" => Math.Round(total * 0.8 * Wave(fleet.Id.Length + regions[0].Length, time), 2),
            _ => nodes.Count * 0.5,
        };
    });

    /// <summary>What the query asks for: some names, a time from its start to its end, a value each step.</summary>
    /// <param name="call">The request.</param>
    /// <param name="known">The names that there are; all when none is asked for.</param>
    /// <param name="valueAt">The value of a name at a moment; null for none.</param>
    private static JsonObject Series(HathoraCall call, IReadOnlyList<string> known, Func<string, DateTimeOffset, double?> valueAt)
    {
        var names = call.QueryChoices("metrics", known) is { Count: > 0 } asked ? asked.Distinct() : known;
        var end = call.QueryNumber("end", 0, MaxUnixTime) ?? call.Time.ToUnixTimeSeconds();
        var start = call.QueryNumber("start", 0, MaxUnixTime) ?? Math.Max(0, end - DefaultSpan);
        var step = call.QueryInteger("step", 1, int.MaxValue) ?? DefaultStep;
        if (start > end || (end - start) / step >= MaxPoints)
            throw HathoraAnswer.Invalid($"start has to be before end, and at most {MaxPoints} steps before.");
        var times = Enumerable.Range(0, (int)((end - start) / step) + 1).Select(i => start + (double)i * step).ToList();
        return new(names.Select(name => KeyValuePair.Create(name, (JsonNode?)times
            .Select(time => (Time: time, Value: valueAt(name, DateTimeOffset.UnixEpoch.AddSeconds(time))))
            .Where(point => point.Value is not null)
            .Select(point => (JsonNode)new JsonObject { ["value"] = point.Value, ["timestamp"] = point.Time })
            .ToJsonArray())));
    }

    /// <summary>Between 0 and 1, up and down within twenty minutes.</summary>
    private static double Wave(int phase, DateTimeOffset time) =>
        Math.Round(0.5 + 0.45 * Math.Sin((time.ToUnixTimeSeconds() % 1200 + phase % 1200) * 2 * Math.PI / 1200), 4);
}
