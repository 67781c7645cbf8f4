using System.Management.Automation;
using ChatPS.Client.Capabilities;
using ChatPS.Common;

namespace ChatPS.AppFeatures;

/// <summary>A cmdlet that switches features of an app.</summary>
public abstract class AppFeatureWriteCmdlet : AppItemWriteCmdlet
{
    private protected AppFeatureWriteCmdlet()
    {
    }

    /// <summary>The features: ids, names or objects.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("AppFeatureId")]
    [ArgumentCompleter(typeof(AppFeatureCompleter))]
    public FeatureIdentity[]? Feature { get; set; }

    /// <summary>Emits the features as they are then.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    private protected void Switch(string action, bool enabled)
    {
        var (change, passThru) = (new FeatureChange(enabled), PassThru.IsPresent);
        ForEachItem<IAppItemEditor<FeatureChange, ChatAppFeature>>(
            Feature!, action, (features, app, feature, context) => Emit(features.UpdateAsync(app, feature, change, context), passThru));
    }
}
