using System.Management.Automation;
using ChatPS.Client.Capabilities;
using ChatPS.Common;

namespace ChatPS.AppCollaborators;

/// <summary>Gets those who work on apps.</summary>
[Cmdlet(VerbsCommon.Get, "ChatAppCollaborator", SupportsPaging = true)]
[OutputType(typeof(ChatAppCollaborator))]
public sealed class GetChatAppCollaboratorCommand : AppItemGetCmdlet
{
    /// <summary>The collaborators: e-mail addresses, ids, me, or patterns for addresses. Left out, all of the app's.</summary>
    [Parameter(Position = 1, ValueFromPipelineByPropertyName = true)]
    [Alias("AppCollaboratorId")]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(AppCollaboratorCompleter))]
    public AppCollaboratorIdentity[]? User { get; set; }

    /// <summary>Reads the collaborators as those of a team's app, with what they may do. Left out, as those of any app, which tells their permissions only where the platform does so.</summary>
    [Parameter]
    public SwitchParameter TeamApp { get; set; }

    private protected override void Process()
    {
        var ofTeam = TeamApp.IsPresent;
        WriteItems<IAppCollaboratorReader, ChatAppCollaborator>(
            User,
            collaborator => [collaborator.Email],
            (reader, app, window, context) => reader.ListAsync(app, ofTeam, window, context),
            (reader, app, user, context) => reader.GetAsync(app, user, ofTeam, context));
    }
}
