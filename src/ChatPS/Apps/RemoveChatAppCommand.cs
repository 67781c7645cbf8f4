using System.Management.Automation;
using ChatPS.Client.Capabilities;
using ChatPS.Common;

namespace ChatPS.Apps;

/// <summary>Deletes apps with everything that hangs on them.</summary>
[Cmdlet(VerbsCommon.Remove, "ChatApp", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
public sealed class RemoveChatAppCommand : WriteCmdlet
{
    /// <summary>The apps: ids, names or objects. There is no default: what cannot be undone is named.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("AppId")]
    [ArgumentCompleter(typeof(AppCompleter))]
    public AppIdentity[]? App { get; set; }

    /// <summary>Does not ask.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    private protected override void Process() =>
        ForEach<IAppRemover>(App!, "Delete app", (apps, app, context) => Emit(apps.RemoveAsync(app, context)), Force);
}
