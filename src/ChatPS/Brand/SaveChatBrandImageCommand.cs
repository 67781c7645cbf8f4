using System.Management.Automation;
using ChatPS.Client.Capabilities;
using ChatPS.Servers;

namespace ChatPS.Brand;

/// <summary>Saves the picture that a server shows beside its login.</summary>
[Cmdlet(VerbsData.Save, "ChatBrandImage", SupportsShouldProcess = true)]
[OutputType(typeof(FileInfo))]
public sealed class SaveChatBrandImageCommand : ServerFileSaveCmdlet
{
    private protected override void Process() =>
        Save<IBrandImage>("Save brand image", "brand.png", (brand, target, report, context) => brand.SaveAsync(target, report, context));
}
