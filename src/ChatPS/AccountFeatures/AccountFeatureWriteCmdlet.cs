using System.Management.Automation;
using ChatPS.Client.Capabilities;
using ChatPS.Common;

namespace ChatPS.AccountFeatures;

/// <summary>A cmdlet that switches features of the account.</summary>
public abstract class AccountFeatureWriteCmdlet : WriteCmdlet
{
    private protected AccountFeatureWriteCmdlet()
    {
    }

    /// <summary>The features: ids, names or objects.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("AccountFeatureId")]
    [ArgumentCompleter(typeof(AccountFeatureCompleter))]
    public FeatureIdentity[]? Feature { get; set; }

    /// <summary>Emits the features as they are then.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    private protected void Switch(string action, bool enabled)
    {
        var (change, passThru) = (new FeatureChange(enabled), PassThru.IsPresent);
        ForEach<IItemEditor<FeatureChange, ChatAccountFeature>>(
            Feature!, action, (features, feature, context) => Emit(features.UpdateAsync(feature, change, context), passThru));
    }
}
