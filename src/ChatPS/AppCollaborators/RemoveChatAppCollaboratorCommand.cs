using System.Management.Automation;
using ChatPS.Client.Capabilities;
using ChatPS.Common;

namespace ChatPS.AppCollaborators;

/// <summary>Lets people no longer work on an app. You leave an app yourself by naming the user me.</summary>
[Cmdlet(VerbsCommon.Remove, "ChatAppCollaborator", SupportsShouldProcess = true)]
public sealed class RemoveChatAppCollaboratorCommand : AppItemWriteCmdlet
{
    /// <summary>The collaborators: e-mail addresses, ids, me, or objects.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("AppCollaboratorId")]
    [ArgumentCompleter(typeof(AppCollaboratorCompleter))]
    public AppCollaboratorIdentity[]? User { get; set; }

    /// <summary>Takes the app as one of a team's. Left out, as any app, which suits a team's apps too.</summary>
    [Parameter]
    public SwitchParameter TeamApp { get; set; }

    private protected override void Process()
    {
        var ofTeam = TeamApp.IsPresent;
        ForEachItem<IAppCollaboratorRemover>(
            User!, "Remove collaborator", (collaborators, app, user, context) => Emit(collaborators.RemoveAsync(app, user, ofTeam, context)));
    }
}
