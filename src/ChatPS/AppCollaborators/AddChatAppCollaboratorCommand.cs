using System.Management.Automation;
using ChatPS.Client.Capabilities;
using ChatPS.Common;

namespace ChatPS.AppCollaborators;

/// <summary>Lets people work on an app.</summary>
[Cmdlet(VerbsCommon.Add, "ChatAppCollaborator", SupportsShouldProcess = true)]
[OutputType(typeof(ChatAppCollaborator))]
public sealed class AddChatAppCollaboratorCommand : AppItemWriteCmdlet
{
    /// <summary>The people: e-mail addresses, ids, or objects that belong to a user.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("UserId", "UserName")]
    [ArgumentCompleter(typeof(UserCompleter))]
    public UserIdentity[]? User { get; set; }

    /// <summary>
    /// What they may do with a team's app: view, deploy, operate, manage. The app is taken as one of a team's then. Left out, the
    /// platform's usual permissions.
    /// </summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(AppPermissionCompleter))]
    [ValidateNotNullOrEmpty]
    public string[]? Permission { get; set; }

    /// <summary>Takes the app as one of a team's, also where no permissions are given. Left out, -Permission decides.</summary>
    [Parameter]
    public SwitchParameter TeamApp { get; set; }

    /// <summary>Sends them no mail about it, or with $false a mail. Left out, the platform sends one.</summary>
    [Parameter]
    public SwitchParameter Silent { get; set; }

    /// <summary>Emits the collaborators.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    private protected override void Process()
    {
        var passThru = PassThru.IsPresent;
        foreach (var user in User!)
        {
            var collaborator = new NewAppCollaborator(user.Ref)
            {
                Silent = Given(nameof(Silent), Silent),
                Permissions = Permission,
                IsOfTeam = TeamApp,
            };
            ForApp<IAppItemCreator<NewAppCollaborator, ChatAppCollaborator>>(
                user.Display, "Add collaborator", (collaborators, app, context) => Emit(collaborators.CreateAsync(app, collaborator, context), passThru), added: user);
        }
    }
}
