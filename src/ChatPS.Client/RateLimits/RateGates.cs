namespace ChatPS.Client.RateLimits;

/// <summary>
/// The gates of the process: sessions of one account share one, in whatever runspace they are. A gate lives as long as
/// a session holds it.
/// </summary>
internal static class RateGates
{
    private static readonly Dictionary<string, WeakReference<RateGate>> Gates = new(StringComparer.Ordinal);

    /// <param name="account">What the platform counts by; it must not hold the token itself.</param>
    /// <param name="documented">The budget to begin with.</param>
    public static RateGate For(string account, RateBudget? documented)
    {
        lock (Gates)
        {
            if (Gates.TryGetValue(account, out var known) && known.TryGetTarget(out var gate))
                return gate;
            foreach (var (key, reference) in Gates.ToArray())
            {
                if (!reference.TryGetTarget(out _))
                    Gates.Remove(key);
            }
            gate = new RateGate(documented);
            Gates[account] = new WeakReference<RateGate>(gate);
            return gate;
        }
    }
}
