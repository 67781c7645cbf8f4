using System.Management.Automation;
using ChatPS.Client.Capabilities;
using ChatPS.Common;

namespace ChatPS.Brand;

/// <summary>Takes from a server the picture that it shows beside its login.</summary>
[Cmdlet(VerbsCommon.Remove, "ChatBrandImage", SupportsShouldProcess = true)]
public sealed class RemoveChatBrandImageCommand : WriteCmdlet
{
    private protected override void Process() => Guard(null, () =>
    {
        var brand = Require<IBrandImage>();
        if (Should(ConnectionFor().Session.BaseUri.Host, "Remove brand image"))
            Submit(null, context => Emit(brand.RemoveAsync(context)));
    });
}
