namespace ChatPS;

/// <summary>An add-on: a service of somebody's that works for an app.</summary>
public sealed class ChatAddon : ChatAppObject
{
    /// <summary>The platform's id of the add-on.</summary>
    public required string Id { get; init; }

    /// <summary>The same as <see cref="Id"/>, under the name by which other cmdlets take it from the pipeline.</summary>
    public string AddonId => Id;

    /// <summary>The add-on's unique name.</summary>
    public required string Name { get; init; }

    /// <summary>The name of the service that the add-on is one of.</summary>
    public string? Service { get; init; }

    /// <summary>The id of the service.</summary>
    public string? ServiceId { get; init; }

    /// <summary>The name of the plan that the add-on is on.</summary>
    public string? Plan { get; init; }

    /// <summary>The id of the plan.</summary>
    public string? PlanId { get; init; }

    /// <summary>How far the add-on is: provisioning, provisioned or deprovisioned.</summary>
    public string? State { get; init; }

    /// <summary>What the provider says after the add-on was made.</summary>
    public string? Message { get; init; }

    /// <summary>The names of the config vars that the add-on sets on its app.</summary>
    public IReadOnlyList<string> ConfigVars { get; init => field = Lists.Indexable(value); } = [];

    /// <summary>The name of the app or team that pays.</summary>
    public string? BilledTo { get; init; }

    /// <summary>The id of the app or team that pays.</summary>
    public string? BilledToId { get; init; }

    /// <summary>Whether an app or a team pays.</summary>
    public string? BilledToKind { get; init; }

    /// <summary>What is paid for the add-on in each <see cref="PriceUnit"/>, in cents; null where nothing was agreed on.</summary>
    public int? PriceCents { get; init; }

    /// <summary>The time that the price is for, such as month.</summary>
    public string? PriceUnit { get; init; }

    /// <summary>Whether the price was agreed on in a contract.</summary>
    public bool? PriceByContract { get; init; }

    /// <summary>The provider's own id of the add-on.</summary>
    public string? ProviderId { get; init; }

    /// <summary>Where a browser finds the add-on's own pages.</summary>
    public string? Url { get; init; }

    /// <summary>When the add-on was made.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>When the add-on was last changed.</summary>
    public DateTimeOffset? UpdatedAt { get; init; }

    /// <summary>The add-on's name.</summary>
    /// <returns><see cref="Name"/>.</returns>
    public override string ToString() => Name;

    internal override string? ShownAs => Name;
}
