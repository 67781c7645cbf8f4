using System.Management.Automation;
using ChatPS.Client.Capabilities;
using ChatPS.Common;

namespace ChatPS.AppDomains;

/// <summary>Removes domains from an app.</summary>
[Cmdlet(VerbsCommon.Remove, "ChatAppDomain", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
public sealed class RemoveChatAppDomainCommand : AppItemWriteCmdlet
{
    /// <summary>The domains: ids, host names or objects.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("AppDomainId", "Hostname")]
    [ArgumentCompleter(typeof(DomainCompleter))]
    public DomainIdentity[]? Domain { get; set; }

    /// <summary>Does not ask.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    private protected override void Process() => ForEachItem<IAppItemRemover<ChatAppDomain>>(
        Domain!, "Remove domain", (domains, app, domain, context) => Emit(domains.RemoveAsync(app, domain, context)), Force);
}
