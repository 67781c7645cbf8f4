using System.Management.Automation;
using ChatPS.Client.Capabilities;
using ChatPS.Common;

namespace ChatPS.Ldap;

/// <summary>Has a server know the people of its directory by another attribute from now on. Who they are on the server stays the same.</summary>
[Cmdlet(VerbsCommon.Set, "ChatLdap", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
public sealed class SetChatLdapCommand : WriteCmdlet
{
    /// <summary>The attribute of the directory, such as objectGUID, which must not change or come twice.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    [ValidateNotNullOrEmpty]
    public string? IdAttribute { get; set; }

    /// <summary>Does not ask.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    private protected override void Process() => Guard(IdAttribute, () =>
    {
        var (ldap, attribute) = (Require<ILdap>(), IdAttribute!);
        if (Should(ConnectionFor().Session.BaseUri.Host, $"Know the people of the directory by {attribute}", Force))
            Submit(attribute, context => Emit(ldap.MigrateIdAsync(attribute, context)));
    });
}
