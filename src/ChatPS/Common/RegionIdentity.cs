namespace ChatPS.Common;

/// <summary>Names a region.</summary>
/// <param name="value">A region's id, its name, or the object.</param>
public sealed class RegionIdentity(object value) : Identity(value, item => (item as ChatRegion)?.Id, "region");
