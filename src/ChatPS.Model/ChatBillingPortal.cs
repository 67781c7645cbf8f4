namespace ChatPS;

/// <summary>A page of the payment service on which people see to a team's bills and how it pays.</summary>
public sealed class ChatBillingPortal : ChatObject
{
    /// <summary>The id of the team; null where the platform chose it.</summary>
    public string? TeamId { get; init; }

    /// <summary>
    /// The address of the page, to be opened in a browser. It lets in whoever has it, for a short time: it appears in no verbose text and no
    /// error, and belongs in no log.
    /// </summary>
    public required string Url { get; init; }

    /// <summary>Where the page leads back to.</summary>
    public required Uri ReturnUrl { get; init; }
}
