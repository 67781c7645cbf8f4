using ChatPS.Client.Http;
using ChatPS.Client.Paging;

namespace ChatPS.Client.Capabilities;

/// <summary>What a fleet is to be.</summary>
/// <param name="Name">Its name.</param>
/// <param name="NodeShape">The id of the kind of machine that it is made of.</param>
/// <param name="ScaleUpThreshold">From which use on machines are added, in percent.</param>
internal sealed record NewFleet(string Name, string NodeShape, int ScaleUpThreshold);

/// <summary>What is to change about a fleet; what is null stays.</summary>
internal sealed record FleetChange
{
    public string? Name { get; init; }

    public string? NodeShape { get; init; }

    public int? ScaleUpThreshold { get; init; }
}

internal interface IFleetEditor
{
    /// <param name="team">The id or name of the organization that the fleet belongs to; null for the session's.</param>
    /// <param name="fleet">The fleet's id or name.</param>
    /// <param name="change">What is to change.</param>
    /// <param name="wanted">Whether anybody looks at the fleet, which costs another request.</param>
    /// <param name="context">The call.</param>
    /// <returns>The fleet; null when nobody wants it.</returns>
    Task<ChatFleet?> UpdateAsync(string? team, string fleet, FleetChange change, bool wanted, CallContext context);
}

/// <summary>Reads the parts of fleets that are in one region.</summary>
internal interface IFleetRegionReader
{
    /// <param name="team">The id or name of the organization that the fleet belongs to; null for the session's.</param>
    /// <param name="fleet">The fleet's id or name.</param>
    /// <param name="where">Which regions are wanted, by their names: each costs a request.</param>
    /// <param name="window">The part of the list that is wanted.</param>
    /// <param name="context">The call.</param>
    IAsyncEnumerable<ChatFleetRegion> ListAsync(string? team, string fleet, Func<string, bool> where, PageWindow window, CallContext context);

    Task<ChatFleetRegion> GetAsync(string? team, string fleet, string region, CallContext context);
}

internal interface IFleetRegionEditor
{
    /// <param name="team">The id or name of the organization that the fleet belongs to; null for the session's.</param>
    /// <param name="fleet">The fleet's id or name.</param>
    /// <param name="region">The region.</param>
    /// <param name="nodeBaseline">How many machines shall run at least.</param>
    /// <param name="wanted">Whether anybody looks at what comes of it, which costs another request.</param>
    /// <param name="context">The call.</param>
    /// <returns>The fleet's part in the region; null when nobody wants it.</returns>
    Task<ChatFleetRegion?> UpdateAsync(string? team, string fleet, string region, int nodeBaseline, bool wanted, CallContext context);
}

/// <summary>Reads the machines of fleets.</summary>
internal interface INodeReader
{
    /// <param name="team">The id or name of the organization that the fleet belongs to; null for the session's.</param>
    /// <param name="fleet">The fleet's id or name.</param>
    /// <param name="region">The region that the machines are in; null for all.</param>
    /// <param name="window">The part of the list that is wanted.</param>
    /// <param name="context">The call.</param>
    IAsyncEnumerable<ChatNode> ListAsync(string? team, string fleet, string? region, PageWindow window, CallContext context);

    Task<ChatNode> GetAsync(string node, CallContext context);
}
