using System.Management.Automation;
using ChatPS.Common;

namespace ChatPS.AppDomains;

/// <summary>Gets the domains of apps.</summary>
[Cmdlet(VerbsCommon.Get, "ChatAppDomain", SupportsPaging = true)]
[OutputType(typeof(ChatAppDomain))]
public sealed class GetChatAppDomainCommand : AppItemGetCmdlet
{
    /// <summary>The domains: ids, host names or patterns. Left out, all of the app's.</summary>
    [Parameter(Position = 1, ValueFromPipelineByPropertyName = true)]
    [Alias("AppDomainId", "Hostname")]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(DomainCompleter))]
    public DomainIdentity[]? Domain { get; set; }

    private protected override void Process() => WriteItems<ChatAppDomain>(Domain, domain => [domain.Hostname]);
}
