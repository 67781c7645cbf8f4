using System.Management.Automation;
using ChatPS.Client.Capabilities;
using ChatPS.Common;

namespace ChatPS.Roles;

/// <summary>Changes what roles permit: adds and takes away permissions, gives them all anew, or goes back to those of the release.</summary>
[Cmdlet(VerbsCommon.Set, "ChatRole", SupportsShouldProcess = true)]
[OutputType(typeof(ChatRole))]
public sealed class SetChatRoleCommand : WriteCmdlet
{
    /// <summary>The roles: names, ids or objects.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("RoleId")]
    [ArgumentCompleter(typeof(RoleCompleter))]
    public RoleIdentity[]? Role { get; set; }

    /// <summary>All that the role shall permit from now on.</summary>
    [Parameter]
    [AllowEmptyCollection]
    public string[]? Permission { get; set; }

    /// <summary>What the role shall permit as well, such as create_team.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string[]? AddPermission { get; set; }

    /// <summary>What the role shall permit no longer.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string[]? RemovePermission { get; set; }

    /// <summary>
    /// Takes a built-in role back to the permissions it was released with in version 5.37, before -AddPermission and -RemovePermission are
    /// done. The role system_admin loses none by it.
    /// </summary>
    [Parameter]
    public SwitchParameter Reset { get; set; }

    /// <summary>Emits the changed roles.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    private protected override void Process()
    {
        var change = new RoleChange { Permissions = Permission, Add = AddPermission ?? [], Remove = RemovePermission ?? [], Reset = Reset };
        RefuseNothing(change, new RoleChange());
        var passThru = PassThru.IsPresent;
        ForEach<IItemEditor<RoleChange, ChatRole>>(Role!, "Change role", (roles, role, context) => Emit(roles.UpdateAsync(role, change, context), passThru));
    }
}
