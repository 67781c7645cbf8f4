namespace ChatPS;

/// <summary>The offer of an app to another account, who may accept or decline it.</summary>
public sealed class ChatAppTransfer : ChatAppObject
{
    /// <summary>The platform's id of the transfer.</summary>
    public required string Id { get; init; }

    /// <summary>The same as <see cref="Id"/>, under the name by which other cmdlets take it from the pipeline.</summary>
    public string AppTransferId => Id;

    /// <summary>The e-mail address of the account that offers the app.</summary>
    public string? Owner { get; init; }

    /// <summary>The id of the account that offers the app.</summary>
    public string? OwnerId { get; init; }

    /// <summary>The e-mail address of the account the app is offered to.</summary>
    public string? Recipient { get; init; }

    /// <summary>The id of the account the app is offered to.</summary>
    public string? RecipientId { get; init; }

    /// <summary>What has become of the offer: pending, accepted or declined.</summary>
    public string? State { get; init; }

    /// <summary>When the app was offered.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>When the offer last changed.</summary>
    public DateTimeOffset? UpdatedAt { get; init; }

    /// <summary>What is offered, and to whom.</summary>
    /// <returns>The app's name, an arrow and <see cref="Recipient"/>.</returns>
    public override string ToString() => $"{AppName ?? AppId} -> {Recipient ?? RecipientId}";

    internal override string? ShownAs => AppName;
}
