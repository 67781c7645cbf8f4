using System.Management.Automation;
using ChatPS.Client.Capabilities;
using ChatPS.Common;

namespace ChatPS.Licenses;

/// <summary>Takes the license from a server, which then is one without it: what only the license brings is no longer there.</summary>
[Cmdlet(VerbsCommon.Remove, "ChatLicense", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
public sealed class RemoveChatLicenseCommand : WriteCmdlet
{
    /// <summary>Does not ask.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    private protected override void Process() => Guard(null, () =>
    {
        var licenses = Require<ILicenses>();
        var server = ConnectionFor().Session.BaseUri.ToString();
        if (Should(server, "Remove license", Force))
            Submit(server, context => Emit(licenses.RemoveAsync(context)));
    });
}
