using System.Management.Automation;
using ChatPS.Common;

namespace ChatPS.Regions;

/// <summary>Gets the regions that the platform runs things in.</summary>
[Cmdlet(VerbsCommon.Get, "ChatRegion", SupportsPaging = true)]
[OutputType(typeof(ChatRegion))]
public sealed class GetChatRegionCommand : ItemGetCmdlet
{
    /// <summary>The regions: ids, names or patterns. Left out, all.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("RegionId")]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(RegionCompleter))]
    public RegionIdentity[]? Region { get; set; }

    private protected override void Process() => WriteItems<ChatRegion>(Region, region => [region.Name]);
}
