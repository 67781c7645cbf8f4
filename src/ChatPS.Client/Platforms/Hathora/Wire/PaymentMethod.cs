namespace ChatPS.Client.Platforms.Hathora.Wire;

/// <summary>How an organization pays: at most one of these.</summary>
internal sealed class PaymentMethod : WireObject
{
    public CardPayment? Card { get; set; }

    public BankPayment? Ach { get; set; }

    public LinkPayment? Link { get; set; }
}

internal sealed class CardPayment
{
    public string? Brand { get; set; }

    public string? Last4 { get; set; }
}

internal sealed class BankPayment
{
    public string? BankName { get; set; }

    public string? Last4 { get; set; }
}

internal sealed class LinkPayment
{
    public string? Email { get; set; }
}
