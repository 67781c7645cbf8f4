namespace ChatPS.Sandbox.Platforms.Heroku.Model;

/// <summary>An app offered to somebody, who may take it.</summary>
internal sealed class AppTransfer : Entity
{
    public required App App { get; init; }

    public required Account Owner { get; init; }

    public required Account Recipient { get; init; }

    /// <summary>pending, accepted or declined.</summary>
    public string State { get; set; } = "pending";
}
