namespace ChatPS;

/// <summary>How a server that people run themselves is doing.</summary>
public sealed class ChatServer : ChatObject
{
    /// <summary>The name that the server shows.</summary>
    public string? SiteName { get; init; }

    /// <summary>The address that the server knows itself by.</summary>
    public string? SiteUrl { get; init; }

    /// <summary>The version.</summary>
    public string? Version { get; init; }

    /// <summary>The number of the build.</summary>
    public string? BuildNumber { get; init; }

    /// <summary>What the build was made of.</summary>
    public string? BuildHash { get; init; }

    /// <summary>Whether the build can take a license; null in local mode, which does not tell.</summary>
    public bool? IsEnterpriseReady { get; init; }

    /// <summary>OK, or what the server says of itself.</summary>
    public string? Status { get; init; }

    /// <summary>How its database is doing.</summary>
    public string? DatabaseStatus { get; init; }

    /// <summary>How the storage of its files is doing.</summary>
    public string? FileStoreStatus { get; init; }

    /// <summary>Whether it is marked busy, so that it leaves out what can wait; null where the account may not see it.</summary>
    public bool? IsBusy { get; init; }

    /// <summary>Until when it is marked busy.</summary>
    public DateTimeOffset? BusyUntil { get; init; }

    /// <summary>The name and the version.</summary>
    /// <returns>Text to print.</returns>
    public override string ToString() => $"{SiteName} {Version}";
}
