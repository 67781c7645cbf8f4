using System.Management.Automation;
using ChatPS.Common;

namespace ChatPS.RetentionPolicies;

/// <summary>Gets the policies of how long messages of some teams and rooms are kept.</summary>
[Cmdlet(VerbsCommon.Get, "ChatRetentionPolicy", SupportsPaging = true)]
[OutputType(typeof(ChatRetentionPolicy))]
public sealed class GetChatRetentionPolicyCommand : GetCmdlet
{
    /// <summary>The policies: ids, names, patterns or objects. Left out, all.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("RetentionPolicyId")]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(RetentionPolicyCompleter))]
    public RetentionPolicyIdentity[]? RetentionPolicy { get; set; }

    private protected override void Process() => WriteItemsOf<ChatRetentionPolicy>(RetentionPolicy, policy => [policy.Name]);
}
