using System.Management.Automation;
using ChatPS.Client.Capabilities;
using ChatPS.Common;

namespace ChatPS.Ldap;

/// <summary>Has a server bring its people and groups up to date with its directory. A job does the work.</summary>
[Cmdlet(VerbsData.Sync, "ChatLdap", SupportsShouldProcess = true)]
public sealed class SyncChatLdapCommand : WriteCmdlet
{
    /// <summary>Puts people back into teams and rooms of their groups that they have left or were taken out of, on servers that can.</summary>
    [Parameter]
    public SwitchParameter IncludeRemovedMember { get; set; }

    private protected override void Process()
    {
        var (ldap, includeRemoved) = (Require<ILdap>(), Given(nameof(IncludeRemovedMember), IncludeRemovedMember));
        if (Should(ConnectionFor().Session.BaseUri.Host, "Synchronize with the directory"))
            Submit(null, context => Emit(ldap.SyncAsync(includeRemoved, context)));
    }
}
