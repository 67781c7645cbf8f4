namespace ChatPS;

/// <summary>How a team pays.</summary>
public sealed class ChatPaymentMethod : ChatObject
{
    /// <summary>The id of the team; null where the platform chose it.</summary>
    public string? TeamId { get; init; }

    /// <summary>card, ach (a bank account) or link; null for a team that has given nothing, or something newer than these.</summary>
    public string? Kind { get; init; }

    /// <summary>The brand of the card, such as visa.</summary>
    public string? Brand { get; init; }

    /// <summary>The last four digits of the card or the account.</summary>
    public string? LastFour { get; init; }

    /// <summary>The bank that has the account.</summary>
    public string? BankName { get; init; }

    /// <summary>The e-mail address of the account with the payment service.</summary>
    public string? Email { get; init; }

    /// <summary>The method for people.</summary>
    /// <returns>Such as <c>visa 4242</c>.</returns>
    public override string ToString() => string.Join(' ', new[] { Brand ?? BankName ?? Email ?? Kind ?? "none", LastFour }.OfType<string>());
}
