namespace ChatPS.Client.Capabilities;

/// <summary>An app to be offered to another account.</summary>
/// <param name="App">The app's id or name.</param>
/// <param name="Recipient">Who shall have it.</param>
/// <param name="Silent">Whether no mail tells of it; null for the platform's choice.</param>
internal sealed record NewAppTransfer(string App, UserRef Recipient, bool? Silent);

/// <summary>What becomes of an offered app.</summary>
/// <param name="State">accepted, declined or pending.</param>
internal sealed record AppTransferChange(string State);
