using System.Management.Automation;

namespace ChatPS.Common;

/// <summary>Names a fleet.</summary>
/// <param name="value">A fleet's id or name, or an object that belongs to a fleet.</param>
public sealed class FleetIdentity(object value) : Identity(value, IdOf, "fleet")
{
    /// <summary>The organization that the fleet belongs to, if it was an object that tells it.</summary>
    internal string? TeamId { get; } = (value is PSObject wrapped ? wrapped.BaseObject : value) switch
    {
        ChatFleet fleet => fleet.TeamId,
        ChatFleetRegion part => part.TeamId,
        ChatFleetMetric metric => metric.TeamId,
        ChatNode node => node.TeamId,
        _ => null,
    };

    private static string? IdOf(object item) => item switch
    {
        ChatFleet fleet => fleet.Id,
        ChatFleetRegion part => part.FleetId,
        ChatFleetMetric metric => metric.FleetId,
        ChatNode node => node.FleetId,
        ChatProcess process => process.FleetId,
        _ => null,
    };
}
