using System.Management.Automation;
using ChatPS.Client.Capabilities;
using ChatPS.Client.Paging;
using ChatPS.Client.Sessions;
using ChatPS.Common;

namespace ChatPS.Regions;

/// <summary>Gets the regions that the platform runs things in.</summary>
[Cmdlet(VerbsCommon.Get, "ChatRegion", SupportsPaging = true)]
[OutputType(typeof(ChatRegion))]
public sealed class GetChatRegionCommand : OrderedGetCmdlet
{
    private readonly List<ChatRegion> _toMeasure = [];

    /// <summary>The regions: ids, names or patterns. Left out, all.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("RegionId")]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(RegionCompleter))]
    public RegionIdentity[]? Region { get; set; }

    /// <summary>
    /// Measures how far away the regions are, all at the same time, and emits the nearest first (Hathora). Latency tells it in milliseconds;
    /// regions that could not be reached come last, and UnreachableReason says why.
    /// </summary>
    [Parameter]
    public SwitchParameter Measure { get; set; }

    private protected override void Process()
    {
        if (!Measure)
        {
            WriteItemsOf<ChatRegion>(Region, region => [region.Name]);
            return;
        }
        foreach (var region in Region ?? [null!])
            Guard(region, () => Gather(region));
    }

    private protected override void End()
    {
        if (_toMeasure.Count == 0)
            return;
        WriteTotal();
        var (skip, left) = (Skip, First ?? long.MaxValue);
        foreach (var ofSession in _toMeasure.GroupBy(region => region.Session))
        {
            var measurer = Connection.Of(ofSession.Key).Find<IRegionMeasurer>()!;
            foreach (var region in Await(measurer.MeasureAsync([.. ofSession.DistinctBy(region => region.Id)], Context)))
            {
                if (skip-- <= 0 && left-- > 0)
                    Write(region);
            }
        }
    }

    // Which one is the nearest shows only when all have been measured.
    private void Gather(RegionIdentity? region)
    {
        Require<IRegionMeasurer>(region, nameof(Measure));
        var regions = Require<IItemReader<ChatRegion>>(region);
        if (region is { IsPattern: false })
            _toMeasure.Add(Await(regions.GetAsync(region.Literal, Context)));
        else
            TakeEach(context => regions.ListAsync(Ordered(PageWindow.All), context), Take, long.MaxValue);

        bool Take(ChatRegion found)
        {
            if (region?.Fits(found.Name) == false)
                return false;
            _toMeasure.Add(found);
            return true;
        }
    }
}
