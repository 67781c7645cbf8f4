namespace ChatPS.Client.Platforms.Hathora;

/// <summary>A fleet, found by its id or name.</summary>
/// <param name="TeamId">The organization that it belongs to; null where nobody names one, and the platform chooses.</param>
/// <param name="Id">The fleet's id.</param>
internal readonly record struct FleetRef(string? TeamId, string Id);
