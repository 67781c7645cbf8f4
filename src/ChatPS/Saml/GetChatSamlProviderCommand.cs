using System.Management.Automation;
using ChatPS.Client.Capabilities;
using ChatPS.Common;

namespace ChatPS.Saml;

/// <summary>Has a server read what an identity provider says of itself, as its configuration would need it. It changes nothing.</summary>
[Cmdlet(VerbsCommon.Get, "ChatSamlProvider")]
[OutputType(typeof(ChatSamlProvider))]
public sealed class GetChatSamlProviderCommand : SessionCmdlet
{
    /// <summary>The address of the provider's metadata, which the server must reach.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true)]
    public Uri? MetadataUrl { get; set; }

    private protected override void Process() =>
        Guard(MetadataUrl, () => Write(Await(Require<ISamlMetadata>().ReadProviderAsync(MetadataUrl!.OriginalString, Context))));
}
