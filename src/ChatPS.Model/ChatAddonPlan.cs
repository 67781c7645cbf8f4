namespace ChatPS;

/// <summary>A size of an add-on service, and what it costs.</summary>
public sealed class ChatAddonPlan : ChatObject
{
    /// <summary>The platform's id of the plan.</summary>
    public required string Id { get; init; }

    /// <summary>The same as <see cref="Id"/>, under the name by which other cmdlets take it from the pipeline.</summary>
    public string AddonPlanId => Id;

    /// <summary>The plan's unique name: that of the service, a colon and the plan's own.</summary>
    public required string Name { get; init; }

    /// <summary>The name people see.</summary>
    public string? DisplayName { get; init; }

    /// <summary>What the plan offers.</summary>
    public string? Description { get; init; }

    /// <summary>The name of the service that the plan is one of.</summary>
    public string? Service { get; init; }

    /// <summary>The id of the service.</summary>
    public string? ServiceId { get; init; }

    /// <summary>What the plan costs in each <see cref="PriceUnit"/>, in cents.</summary>
    public int? PriceCents { get; init; }

    /// <summary>The time that the price is for, such as month.</summary>
    public string? PriceUnit { get; init; }

    /// <summary>Whether the price has to be agreed on in a contract.</summary>
    public bool? PriceByContract { get; init; }

    /// <summary>How ripe the plan is.</summary>
    public string? State { get; init; }

    /// <summary>Whether the service's name alone means this plan.</summary>
    public bool IsDefault { get; init; }

    /// <summary>Whether the service's name alone means this plan for apps in a private space.</summary>
    public bool IsSpaceDefault { get; init; }

    /// <summary>Whether the plan is shown to everybody.</summary>
    public bool IsVisible { get; init; }

    /// <summary>Whether apps in a private space may use the plan.</summary>
    public bool AllowedInPrivateSpaces { get; init; }

    /// <summary>Whether apps outside of private spaces may use the plan.</summary>
    public bool AllowedOutsidePrivateSpaces { get; init; }

    /// <summary>The rules that the plan is known to keep, such as HIPAA or PCI.</summary>
    public IReadOnlyList<string> Compliance { get; init => field = Lists.Indexable(value); } = [];

    /// <summary>When the plan was made.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>When the plan was last changed.</summary>
    public DateTimeOffset? UpdatedAt { get; init; }

    /// <summary>The plan's name.</summary>
    /// <returns><see cref="Name"/>.</returns>
    public override string ToString() => Name;

    internal override string? ShownAs => Name;
}
