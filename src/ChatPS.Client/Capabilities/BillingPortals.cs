namespace ChatPS.Client.Capabilities;

/// <summary>A page on which people see to a team's bills, to be opened.</summary>
/// <param name="ReturnUrl">Where it leads back to.</param>
internal sealed record NewBillingPortal(Uri ReturnUrl);
