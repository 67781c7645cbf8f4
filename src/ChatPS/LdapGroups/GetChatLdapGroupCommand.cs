using System.Management.Automation;
using ChatPS.Client.Capabilities;
using ChatPS.Common;

namespace ChatPS.LdapGroups;

/// <summary>Gets the groups of the directory that a server reads its users from, linked to groups of the server or not.</summary>
[Cmdlet(VerbsCommon.Get, "ChatLdapGroup", SupportsPaging = true)]
[OutputType(typeof(ChatLdapGroup))]
public sealed class GetChatLdapGroupCommand : GetCmdlet
{
    /// <summary>The groups: names, or patterns that fit a name. Left out, all.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("RemoteId")]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(LdapGroupCompleter))]
    public LdapGroupIdentity[]? LdapGroup { get; set; }

    /// <summary>Words for the platform's own search in names.</summary>
    [Parameter]
    public string? Search { get; set; }

    private protected override void Process()
    {
        foreach (var group in LdapGroup ?? [null!])
        {
            Guard(group, () =>
            {
                var groups = Require<IDirectoryGroups>(group);
                WriteItems(
                    group is null ? null : [group], (window, context) => groups.ListAsync(Search, window, context), groups.GetAsync, found => [found.Name]);
            });
        }
    }
}
