namespace ChatPS.Sandbox.Platforms.Hathora.Model;

/// <summary>An image of a game server, on its way from source or from a registry.</summary>
internal sealed class Build
{
    public required string Id { get; init; }

    /// <summary>The id in the versions of the API that count builds.</summary>
    public required int Number { get; init; }

    public required Organization Org { get; init; }

    /// <summary>The app that it was made for, in the versions of the API where a build is an app's; null where it is the organization's.</summary>
    public App? App { get; init; }

    public string? Tag { get; init; }

    public required string CreatedBy { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Where the source goes; null for an image of a registry.</summary>
    public Upload? Upload { get; init; }

    public DateTimeOffset? StartedAt { get; private set; }

    public DateTimeOffset? FinishesAt { get; private set; }

    public bool Fails { get; private set; }

    public long ImageSize { get; set; }

    public string? ContentHash { get; set; }

    public string StatusAt(DateTimeOffset time) =>
        StartedAt is null ? "created" : time < FinishesAt ? "running" : Fails ? "failed" : "succeeded";

    public void Run(DateTimeOffset time, TimeSpan takes, bool fails) => (StartedAt, FinishesAt, Fails) = (time, time + takes, fails);

    /// <summary>Ends a run before its time, when its log has been told to the end.</summary>
    public void Finish(DateTimeOffset time)
    {
        if (time < FinishesAt)
            FinishesAt = time;
    }
}

/// <summary>The parts of a source archive, sent to addresses that are their own keys.</summary>
internal sealed class Upload
{
    public required string Secret { get; init; }

    public required int PartCount { get; init; }

    public required int MaxChunkSize { get; init; }

    public SortedDictionary<int, ReadOnlyMemory<byte>> Parts { get; } = [];

    /// <summary>The whole of it; null until it is complete.</summary>
    public byte[]? Content { get; set; }
}
