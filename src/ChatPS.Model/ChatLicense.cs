namespace ChatPS;

/// <summary>The license of a server, or that it has none.</summary>
public sealed class ChatLicense : ChatObject
{
    /// <summary>Whether there is a license.</summary>
    public bool IsLicensed { get; init; }

    /// <summary>The license's id; null where there is none, or where the account may not see it.</summary>
    public string? Id { get; init; }

    /// <summary>The same as <see cref="Id"/>, under the name by which other cmdlets would take it from the pipeline.</summary>
    public string? LicenseId => Id;

    /// <summary>The edition that it is for.</summary>
    public string? Edition { get; init; }

    /// <summary>How many users it is for.</summary>
    public int? Users { get; init; }

    /// <summary>Whom it was given to.</summary>
    public string? Customer { get; init; }

    /// <summary>The company it was given to.</summary>
    public string? Company { get; init; }

    /// <summary>The e-mail address of whom it was given to.</summary>
    public string? Email { get; init; }

    /// <summary>Whether it is for trying out only.</summary>
    public bool IsTrial { get; init; }

    /// <summary>What it includes, in the platform's words.</summary>
    public IReadOnlyList<string> Features { get; init => field = Lists.Indexable(value); } = [];

    /// <summary>When it was issued.</summary>
    public DateTimeOffset? IssuedAt { get; init; }

    /// <summary>When it begins.</summary>
    public DateTimeOffset? StartsAt { get; init; }

    /// <summary>When it ends.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>The edition, or that there is no license.</summary>
    /// <returns>Text to print.</returns>
    public override string ToString() => IsLicensed ? Edition ?? "licensed" : "no license";

    internal override string? ShownAs => IsLicensed ? Edition : null;
}
