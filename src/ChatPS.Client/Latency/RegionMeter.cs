using System.Net.Sockets;

namespace ChatPS.Client.Latency;

/// <summary>Measures how far away regions are: the best of several connections to each, all regions at the same time.</summary>
/// <param name="connector">Opens the connections.</param>
/// <param name="clock">What the patience is measured by.</param>
internal sealed class RegionMeter(IConnector connector, TimeProvider clock)
{
    private const int Tries = 4;

    // For all tries together. There and back around the world takes a third of a second.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    /// <summary>Writes into each region what was measured. One that cannot be reached says why, and is no failure.</summary>
    /// <returns>The nearest first; those that could not be reached last.</returns>
    public async Task<IReadOnlyList<ChatRegion>> MeasureAsync(IReadOnlyList<ChatRegion> regions, CancellationToken cancellation)
    {
        await Task.WhenAll(regions.Select(region => MeasureAsync(region, cancellation))).ConfigureAwait(false);
        return [.. regions.OrderBy(region => region.Latency ?? double.MaxValue).ThenBy(region => region.Name, StringComparer.Ordinal)];
    }

    private async Task MeasureAsync(ChatRegion region, CancellationToken cancellation)
    {
        using var patience = new CancellationTokenSource(Patience, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellation);
        (double? best, string? reason) = (null, null);
        var tries = 0;
        do
        {
            try
            {
                var time = await connector.ConnectAsync(region.Host ?? "", region.Port ?? 0, either.Token).ConfigureAwait(false);
                best = Math.Min(best ?? double.MaxValue, time.TotalMilliseconds);
            }
            // An address that makes no sense is as good as none.
            catch (Exception e) when (e is SocketException or ArgumentException)
            {
                reason = e.Message;
            }
            catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
            {
                reason = $"No answer within {Patience.TotalSeconds} seconds.";
            }
        }
        while (++tries < Tries && !patience.IsCancellationRequested);
        (region.Latency, region.UnreachableReason) = (best, best is null ? reason : null);
    }
}
