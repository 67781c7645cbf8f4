namespace ChatPS;

/// <summary>A place where a platform runs things.</summary>
public sealed class ChatRegion : ChatObject
{
    /// <summary>The platform's id of the region.</summary>
    public required string Id { get; init; }

    /// <summary>The same as <see cref="Id"/>, under the name by which other cmdlets take it from the pipeline.</summary>
    public string RegionId => Id;

    /// <summary>The region's unique name.</summary>
    public required string Name { get; init; }

    /// <summary>Where that is, in words.</summary>
    public string? Description { get; init; }

    /// <summary>The country.</summary>
    public string? Country { get; init; }

    /// <summary>The part of the country.</summary>
    public string? Locale { get; init; }

    /// <summary>Whether private spaces can be there.</summary>
    public bool? PrivateCapable { get; init; }

    /// <summary>Whose computers the platform uses there.</summary>
    public string? Provider { get; init; }

    /// <summary>What the provider calls the region.</summary>
    public string? ProviderRegion { get; init; }

    /// <summary>The host that answers pings of the region (Hathora).</summary>
    public string? Host { get; init; }

    /// <summary>The port at which <see cref="Host"/> does so (Hathora).</summary>
    public int? Port { get; init; }

    /// <summary>How far away the region is: the shortest time that a connection took, in milliseconds; null unless it was measured and reached.</summary>
    public double? Latency { get; internal set; }

    /// <summary>Why the region could not be reached, when it was measured and was not.</summary>
    public string? UnreachableReason { get; internal set; }

    /// <summary>When the region was opened.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>When the region was last changed.</summary>
    public DateTimeOffset? UpdatedAt { get; init; }

    /// <summary>The region's name.</summary>
    /// <returns><see cref="Name"/>.</returns>
    public override string ToString() => Name;

    internal override string? ShownAs => Name;

    internal override bool HasViewsOfPlatforms => true;
}
