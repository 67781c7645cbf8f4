namespace ChatPS.Client.Platforms.Heroku.Wire;

internal sealed class Account : WireObject
{
    public string Id { get; set; } = "";

    public string Email { get; set; } = "";

    public string? Name { get; set; }

    public bool AllowTracking { get; set; }

    public bool Beta { get; set; }

    public bool Verified { get; set; }

    public bool Federated { get; set; }

    public bool TwoFactorAuthentication { get; set; }

    public string? SmsNumber { get; set; }

    public string? CountryOfResidence { get; set; }

    public Reference? IdentityProvider { get; set; }

    public Reference? DefaultTeam { get; set; }

    public DateTimeOffset? LastLogin { get; set; }

    public DateTimeOffset? SuspendedAt { get; set; }

    public DateTimeOffset? DelinquentAt { get; set; }

    public DateTimeOffset? CreatedAt { get; set; }

    public DateTimeOffset? UpdatedAt { get; set; }
}
