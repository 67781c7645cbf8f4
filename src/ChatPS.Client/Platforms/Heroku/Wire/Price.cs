namespace ChatPS.Client.Platforms.Heroku.Wire;

/// <summary>What a plan costs, or what is paid for an add-on.</summary>
internal sealed class Price
{
    public int? Cents { get; set; }

    public bool? Contract { get; set; }

    public string? Unit { get; set; }
}
