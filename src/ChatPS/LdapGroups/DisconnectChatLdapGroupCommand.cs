using System.Management.Automation;
using ChatPS.Client.Capabilities;
using ChatPS.Common;

namespace ChatPS.LdapGroups;

/// <summary>Unlinks groups of the directory from the server, whose groups of them go with the link. Connect-ChatLdapGroup brings them back.</summary>
[Cmdlet(VerbsCommunications.Disconnect, "ChatLdapGroup", SupportsShouldProcess = true)]
public sealed class DisconnectChatLdapGroupCommand : WriteCmdlet
{
    /// <summary>The groups of the directory: names, what the directory knows them by, or objects of them or of the server's linked groups.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("RemoteId")]
    [ArgumentCompleter(typeof(LdapGroupCompleter))]
    public LdapGroupIdentity[]? LdapGroup { get; set; }

    private protected override void Process() =>
        ForEach<IDirectoryGroups>(LdapGroup!, "Unlink group of the directory", (groups, group, context) => Emit(groups.UnlinkAsync(group, context)));
}
