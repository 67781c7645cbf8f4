using ChatPS.Client.Http;
using ChatPS.Client.Sessions;

namespace ChatPS.Client.Platforms.Hathora;

/// <summary>What belongs to a fleet, and that to an organization.</summary>
internal abstract class HathoraFleetResource(Connection connection) : HathoraResource(connection)
{
    /// <summary>The fleet with this id or name, of the organization or the session's or the platform's choice.</summary>
    protected Task<FleetRef> FindAsync(string? team, string fleet, CallContext context) => Names.FleetAsync(team, fleet, context);

    /// <summary>An operation on a fleet.</summary>
    protected ApiCall Call(string operation, FleetRef fleet) => Call(operation).Path("fleetId", fleet.Id).Query("orgId", fleet.TeamId);
}
