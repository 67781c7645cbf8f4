using ChatPS.Client.Capabilities;
using ChatPS.Common;

namespace ChatPS.Processes;

/// <summary>Which processes the parameters of a cmdlet mean.</summary>
internal static class ProcessFilters
{
    public static ProcessFilter Of(string[]? status, RegionIdentity[]? regions) =>
        new() { Status = status, Region = regions?.Select(region => region.Literal).ToArray() };
}
