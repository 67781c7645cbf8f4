namespace ChatPS.Common;

/// <summary>Names a region.</summary>
/// <param name="value">A region's id, its name, or an object that is in one.</param>
public sealed class RegionIdentity(object value) : Identity(value, IdOf, "region")
{
    private static string? IdOf(object item) => item switch
    {
        ChatRegion region => region.Id,
        ChatFleetRegion part => part.Region,
        _ => null,
    };
}
