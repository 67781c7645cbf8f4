using System.Management.Automation;
using ChatPS.Client.Capabilities;
using ChatPS.Servers;

namespace ChatPS.Saml;

/// <summary>Saves what a server says of itself, for an identity provider to read.</summary>
[Cmdlet(VerbsData.Save, "ChatSamlMetadata", SupportsShouldProcess = true)]
[OutputType(typeof(FileInfo))]
public sealed class SaveChatSamlMetadataCommand : ServerFileSaveCmdlet
{
    private protected override void Process() =>
        Save<ISamlMetadata>("Save SAML metadata", "metadata.xml", (saml, target, report, context) => saml.SaveAsync(target, report, context));
}
