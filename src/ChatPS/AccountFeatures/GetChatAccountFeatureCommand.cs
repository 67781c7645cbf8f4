using System.Management.Automation;
using ChatPS.Client.Capabilities;
using ChatPS.Common;

namespace ChatPS.AccountFeatures;

/// <summary>Gets what can be switched on for your own account, and whether it is.</summary>
[Cmdlet(VerbsCommon.Get, "ChatAccountFeature", SupportsPaging = true)]
[OutputType(typeof(ChatAccountFeature))]
public sealed class GetChatAccountFeatureCommand : OrderedGetCmdlet
{
    /// <summary>The features: ids, names or patterns. Left out, all that there are.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("AccountFeatureId")]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(AccountFeatureCompleter))]
    public FeatureIdentity[]? Feature { get; set; }

    private protected override void Process()
    {
        if (Feature is null)
        {
            var features = Require<IItemReader<ChatAccountFeature>>();
            WriteList(features.ListAsync);
            return;
        }
        foreach (var feature in Feature)
            Guard(feature.Value, () => WriteOne(feature));
    }

    private void WriteOne(FeatureIdentity feature)
    {
        var features = Require<IItemReader<ChatAccountFeature>>(feature);
        if (feature.IsPattern)
            WriteList(features.ListAsync, found => feature.Fits(found.Name));
        else
            Write(Await(features.GetAsync(feature.Literal, Context)));
    }
}
