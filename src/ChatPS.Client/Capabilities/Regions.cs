using ChatPS.Client.Http;

namespace ChatPS.Client.Capabilities;

/// <summary>Finds out how far away regions are.</summary>
internal interface IRegionMeasurer
{
    /// <summary>Measures all of them at the same time, and writes into them what came of it.</summary>
    /// <returns>The nearest first; those that could not be reached last.</returns>
    Task<IReadOnlyList<ChatRegion>> MeasureAsync(IReadOnlyList<ChatRegion> regions, CallContext context);
}
