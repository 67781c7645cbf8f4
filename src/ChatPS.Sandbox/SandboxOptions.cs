namespace ChatPS.Sandbox;

/// <summary>What a <see cref="SandboxServer"/> serves and with which data. Everything has a sensible default.</summary>
public sealed class SandboxOptions
{
    /// <summary>The platforms to serve, by name in any case; all of <see cref="SandboxServer.Platforms"/> when null or empty.</summary>
    public IReadOnlyCollection<string>? Platforms { get; init; }

    /// <summary>Seed of the random data: the same seed and size give the same ids, names and texts. Passwords and tokens differ at each start.</summary>
    public int Seed { get; init; } = 20;

    /// <summary>How much data each platform starts with.</summary>
    public SandboxSize Size { get; init; } = SandboxSize.Medium;

    /// <summary>The clock of the services: timestamps, rate limits, token expiry and latency follow it.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <summary>The moment before which all seeded data lies; the clock's time at the start when null.</summary>
    public DateTimeOffset? SeedTime { get; init; }

    /// <summary>Whether requests are counted against a limit; <see cref="SandboxRateLimitMode.AsShipped"/> does as each platform does out of the box.</summary>
    public SandboxRateLimitMode RateLimit { get; init; }

    /// <summary>The limits to apply in place of each platform's documented ones; a platform with two limiters (Mattermost) takes two.</summary>
    public IReadOnlyList<SandboxRateLimit>? RateLimits { get; init; }

    /// <summary>TCP port of the first platform, the following ones take the next; 0 lets the system choose free ones.</summary>
    public int Port { get; init; }

    /// <summary>How many requests <see cref="SandboxServer.Requests"/> remembers; the oldest go first.</summary>
    public int RequestLogCapacity { get; init; } = 10_000;
}

/// <summary>Whether a service limits the rate of requests.</summary>
public enum SandboxRateLimitMode
{
    /// <summary>As the platform does out of the box.</summary>
    AsShipped,

    /// <summary>No limit.</summary>
    Off,

    /// <summary>Limited, by the platform's documented numbers unless others are given.</summary>
    On,
}

/// <summary>One limiter's numbers.</summary>
/// <param name="Requests">How many requests are allowed per <paramref name="Window"/>.</param>
/// <param name="Window">The time that <paramref name="Requests"/> refer to.</param>
/// <param name="Burst">How many more may come at once, on platforms whose limit refills steadily.</param>
public sealed record SandboxRateLimit(int Requests, TimeSpan Window, int Burst = 0);

/// <summary>How much data a service is seeded with.</summary>
/// <param name="Teams">Teams, groups or organizations.</param>
/// <param name="Users">People, the named accounts included; up to 100,000.</param>
/// <param name="Rooms">Rooms, channels or apps; direct conversations not counted.</param>
/// <param name="Messages">Messages in the busiest room or lines in an app's log; the others have a few each.</param>
public sealed record SandboxSize(int Teams, int Users, int Rooms, int Messages)
{
    /// <summary>A handful of everything.</summary>
    public static SandboxSize Small { get; } = new(2, 25, 20, 250);

    /// <summary>A company's server: some hundreds of users and rooms, a room with thousands of messages.</summary>
    public static SandboxSize Medium { get; } = new(4, 300, 300, 3_000);

    /// <summary>Ten thousand users and a thousand rooms.</summary>
    public static SandboxSize Large { get; } = new(8, 10_000, 1_000, 20_000);
}
