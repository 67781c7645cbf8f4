namespace ChatPS;

/// <summary>A kind of add-on that a platform offers.</summary>
public sealed class ChatAddonService : ChatObject
{
    /// <summary>The platform's id of the service.</summary>
    public required string Id { get; init; }

    /// <summary>The same as <see cref="Id"/>, under the name by which other cmdlets take it from the pipeline.</summary>
    public string AddonServiceId => Id;

    /// <summary>The service's unique name.</summary>
    public required string Name { get; init; }

    /// <summary>The name people see.</summary>
    public string? DisplayName { get; init; }

    /// <summary>How ripe the service is: alpha, beta, ga or shutdown.</summary>
    public string? State { get; init; }

    /// <summary>Whether an app may have several add-ons of the service.</summary>
    public bool SupportsMultipleInstallations { get; init; }

    /// <summary>Whether several apps may share one add-on of the service.</summary>
    public bool SupportsSharing { get; init; }

    /// <summary>The names of the platform's generations that the service works with.</summary>
    public IReadOnlyList<string> Generations { get; init => field = Lists.Indexable(value); } = [];

    /// <summary>The package that teaches the platform's command line the service's own commands.</summary>
    public string? CliPlugin { get; init; }

    /// <summary>When the service was made.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>When the service was last changed.</summary>
    public DateTimeOffset? UpdatedAt { get; init; }

    /// <summary>The service's name.</summary>
    /// <returns><see cref="Name"/>.</returns>
    public override string ToString() => Name;

    internal override string? ShownAs => Name;
}
