using System.Management.Automation;
using ChatPS.Common;

namespace ChatPS.Keys;

/// <summary>Gets the SSH keys of the account.</summary>
[Cmdlet(VerbsCommon.Get, "ChatKey", SupportsPaging = true)]
[OutputType(typeof(ChatKey))]
public sealed class GetChatKeyCommand : OrderedGetCmdlet
{
    /// <summary>The keys: ids, fingerprints, or patterns that fit a fingerprint or comment. Left out, all.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("KeyId", "Fingerprint")]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(KeyCompleter))]
    public KeyIdentity[]? Key { get; set; }

    private protected override void Process() => WriteItemsOf<ChatKey>(Key, key => [key.Fingerprint, key.Comment]);
}
