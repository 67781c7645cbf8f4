using BenchmarkDotNet.Attributes;

namespace ChatPS.Benchmarks;

/// <summary>Ten thousand users over loopback HTTP: what the client costs beyond the bare calls.</summary>
[InProcess]
[MemoryDiagnoser]
public class ListUsers
{
    private UserLists _lists = null!;

    /// <summary>How many users there are.</summary>
    [Params(1_000, 10_000)]
    public int Users { get; set; }

    /// <summary>Starts the server.</summary>
    [GlobalSetup]
    public async Task Setup() => _lists = await UserLists.StartAsync(Users).ConfigureAwait(false);

    /// <summary>Stops the server.</summary>
    [GlobalCleanup]
    public async Task Cleanup() => await _lists.DisposeAsync().ConfigureAwait(false);

    /// <summary>HttpClient and JsonDocument.</summary>
    /// <returns>How many users came.</returns>
    [Benchmark(Baseline = true)]
    public async Task<int> ByHand() => await CountAsync(_lists.ByHand()).ConfigureAwait(false);

    /// <summary>The ChatPS client: pacing, retries, paging, typed objects.</summary>
    /// <returns>How many users came.</returns>
    [Benchmark]
    public async Task<int> ByClient() => await CountAsync(_lists.ByClient()).ConfigureAwait(false);

    private static async Task<int> CountAsync(IAsyncEnumerable<string> names)
    {
        var count = 0;
        await foreach (var _ in names.ConfigureAwait(false))
            count++;
        return count;
    }
}
