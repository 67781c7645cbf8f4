namespace ChatPS.Client.Capabilities;

/// <summary>An SSH key to be added to the account.</summary>
/// <param name="PublicKey">The line of a .pub file: type, key and comment.</param>
internal sealed record NewKey(string PublicKey);
