using System.Management.Automation;
using ChatPS.Client.Capabilities;
using ChatPS.Common;

namespace ChatPS.LdapGroups;

/// <summary>Links groups of the directory to groups of the server, which get their members from there, and emits those.</summary>
[Cmdlet(VerbsCommunications.Connect, "ChatLdapGroup", SupportsShouldProcess = true)]
[OutputType(typeof(ChatGroup))]
public sealed class ConnectChatLdapGroupCommand : WriteCmdlet
{
    /// <summary>The groups of the directory: names, what the directory knows them by, or objects.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("RemoteId")]
    [ArgumentCompleter(typeof(LdapGroupCompleter))]
    public LdapGroupIdentity[]? LdapGroup { get; set; }

    private protected override void Process() =>
        ForEach<IDirectoryGroups>(LdapGroup!, "Link group of the directory", (groups, group, context) => Emit(groups.LinkAsync(group, context)));
}
