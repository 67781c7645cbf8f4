using System.Diagnostics;

namespace ChatPS.Benchmarks;

/// <summary>Shows that a list streams: when its first item comes, and that memory does not grow with its length.</summary>
internal static class StreamReport
{
    private static readonly int[] Counts = [200, 1_000, 10_000, 50_000];

    public static async Task PrintAsync()
    {
        Console.WriteLine($"{"users",8} {"way",-7} {"first ms",9} {"all ms",8} {"live heap at most, KB",22}");
        foreach (var count in Counts)
        {
            await using var lists = await UserLists.StartAsync(count).ConfigureAwait(false);
            // Once before, so that compilation is not what is measured.
            await MeasureAsync(lists.ByHand(), count).ConfigureAwait(false);
            await MeasureAsync(lists.ByClient(), count).ConfigureAwait(false);
            Print(count, "by hand", await MeasureAsync(lists.ByHand(), count).ConfigureAwait(false));
            Print(count, "client", await MeasureAsync(lists.ByClient(), count).ConfigureAwait(false));
        }
    }

    private static async Task<(double First, double All, long Heap)> MeasureAsync(IAsyncEnumerable<string> names, int expected)
    {
        // What the server in this process holds is there before and after: only the growth counts.
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var watch = Stopwatch.StartNew();
        var (seen, first, most, paused) = (0, 0d, 0L, TimeSpan.Zero);
        await foreach (var _ in names.ConfigureAwait(false))
        {
            if (seen++ == 0)
                first = watch.Elapsed.TotalMilliseconds;
            if (seen % Math.Max(100, expected / 10) != 0)
                continue;
            var began = watch.Elapsed;
            most = Math.Max(most, GC.GetTotalMemory(forceFullCollection: true) - before);
            paused += watch.Elapsed - began;
        }
        // The sandbox's bots come on top.
        return seen >= expected
            ? (first, (watch.Elapsed - paused).TotalMilliseconds, most)
            : throw new InvalidOperationException($"{seen} of {expected} users came.");
    }

    private static void Print(int count, string way, (double First, double All, long Heap) figures) =>
        Console.WriteLine($"{count,8} {way,-7} {figures.First,9:0.0} {figures.All,8:0} {figures.Heap / 1024.0,22:0}");
}
