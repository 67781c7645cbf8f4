namespace ChatPS.Client.Platforms.Heroku.Wire;

internal sealed class AddOn : WireObject
{
    public string Id { get; set; } = "";

    public string Name { get; set; } = "";

    public Reference? AddonService { get; set; }

    public Reference? App { get; set; }

    public Payer? BillingEntity { get; set; }

    /// <summary>What is paid; null where nothing was agreed on.</summary>
    public Price? BilledPrice { get; set; }

    public List<string>? ConfigVars { get; set; }

    public Reference? Plan { get; set; }

    public string? ProviderId { get; set; }

    public string? ProvisionMessage { get; set; }

    /// <summary>provisioning, provisioned, deprovisioned.</summary>
    public string? State { get; set; }

    public string? WebUrl { get; set; }

    public DateTimeOffset? CreatedAt { get; set; }

    public DateTimeOffset? UpdatedAt { get; set; }
}

/// <summary>Who pays.</summary>
internal sealed class Payer
{
    public string? Id { get; set; }

    public string? Name { get; set; }

    /// <summary>app or team.</summary>
    public string? Type { get; set; }
}
