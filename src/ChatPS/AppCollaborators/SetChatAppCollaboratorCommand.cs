using System.Management.Automation;
using ChatPS.Client.Capabilities;
using ChatPS.Common;

namespace ChatPS.AppCollaborators;

/// <summary>Changes what people may do with a team's app.</summary>
[Cmdlet(VerbsCommon.Set, "ChatAppCollaborator", SupportsShouldProcess = true)]
[OutputType(typeof(ChatAppCollaborator))]
public sealed class SetChatAppCollaboratorCommand : AppItemWriteCmdlet
{
    /// <summary>The collaborators: e-mail addresses, me, or objects.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("AppCollaboratorId")]
    [ArgumentCompleter(typeof(AppCollaboratorCompleter))]
    public AppCollaboratorIdentity[]? User { get; set; }

    /// <summary>All that they may do from now on: view, deploy, operate, manage. What is not named is taken away.</summary>
    [Parameter(Mandatory = true, Position = 2)]
    [ArgumentCompleter(typeof(AppPermissionCompleter))]
    [ValidateNotNullOrEmpty]
    public string[]? Permission { get; set; }

    /// <summary>Emits the changed collaborators.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    private protected override void Process()
    {
        var change = new AppCollaboratorChange(Permission!);
        var passThru = PassThru.IsPresent;
        ForEachItem<IAppItemEditor<AppCollaboratorChange, ChatAppCollaborator>>(
            User!, "Change permissions", (collaborators, app, user, context) => Emit(collaborators.UpdateAsync(app, user, change, context), passThru));
    }
}
