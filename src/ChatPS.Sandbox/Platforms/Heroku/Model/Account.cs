namespace ChatPS.Sandbox.Platforms.Heroku.Model;

/// <summary>A person who can sign in. Other resources of an account stand in the files of their kind.</summary>
internal sealed partial class Account : Entity
{
    public required string Email { get; set; }

    public string? Name { get; set; }

    public required string Password { get; set; }

    public bool AllowTracking { get; set; } = true;

    public bool Beta { get; set; }

    /// <summary>Whether a way to pay is known.</summary>
    public bool Verified { get; set; } = true;

    public bool Federated { get; init; }

    public string? CountryOfResidence { get; set; }

    public string? SmsNumber { get; set; }

    public DateTimeOffset? LastLogin { get; set; }

    /// <summary>Since when the account may do nothing.</summary>
    public DateTimeOffset? SuspendedAt { get; set; }

    /// <summary>Since when bills are unpaid, so that nothing that costs can be made.</summary>
    public DateTimeOffset? DelinquentAt { get; set; }

    /// <summary>The one-time code that its calls need; null without a second factor.</summary>
    public string? TwoFactorCode { get; init; }

    /// <summary>The team that new apps go to unless another is named.</summary>
    public Team? DefaultTeam { get; set; }

    /// <summary>The names of the features switched on.</summary>
    public HashSet<string> Features { get; } = [];
}

/// <summary>A token that the API accepts, made by the seed or by an authorization.</summary>
internal sealed class AccessToken
{
    public required string Id { get; init; }

    public required string Value { get; init; }

    public required Account Account { get; init; }

    /// <summary>The end of its life; null for none.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    public IReadOnlyList<string> Scope { get; init; } = ["global"];

    /// <summary>The account's own key, which is worth nothing without its second factor; what an authorization made was made with it.</summary>
    public bool IsKey { get; init; }
}

/// <summary>Who sends a request.</summary>
internal sealed record HerokuCaller(Account Account, AccessToken Token);
