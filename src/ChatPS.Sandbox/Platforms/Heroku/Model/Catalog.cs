namespace ChatPS.Sandbox.Platforms.Heroku.Model;

// What the platform offers, the same for everybody.

internal sealed class Stack : NamedEntity
{
    /// <summary>public, beta or deprecated.</summary>
    public required string State { get; init; }

    public bool Default { get; init; }
}

/// <summary>A generation of the platform.</summary>
internal sealed class Generation : NamedEntity;

internal sealed class Region : NamedEntity
{
    public required string Description { get; init; }

    public required string Country { get; init; }

    public required string Locale { get; init; }

    public required string ProviderRegion { get; init; }

    public required bool PrivateCapable { get; init; }
}

internal sealed class DynoSize : NamedEntity
{
    public required double Memory { get; init; }

    public required int Compute { get; init; }

    public required bool Dedicated { get; init; }

    public bool PrivateSpaceOnly { get; init; }

    /// <summary>Per month.</summary>
    public required int Cents { get; init; }

    public required double Units { get; init; }
}

/// <summary>Something that can be switched on for an account or an app.</summary>
internal sealed class Feature : NamedEntity
{
    public required string DisplayName { get; init; }

    public required string Description { get; init; }

    /// <summary>general, beta or alpha.</summary>
    public required string State { get; init; }
}
