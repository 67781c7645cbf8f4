using System.Management.Automation;
using ChatPS.Client.Capabilities;
using ChatPS.Common;

namespace ChatPS.AppDomains;

/// <summary>Changes which certificate the domains of an app use.</summary>
[Cmdlet(VerbsCommon.Set, "ChatAppDomain", SupportsShouldProcess = true)]
[OutputType(typeof(ChatAppDomain))]
public sealed class SetChatAppDomainCommand : AppItemWriteCmdlet
{
    /// <summary>The domains: ids, host names or objects.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("AppDomainId", "Hostname")]
    [ArgumentCompleter(typeof(DomainCompleter))]
    public DomainIdentity[]? Domain { get; set; }

    /// <summary>The endpoint whose certificate the domains shall use: its id or name; $null for none.</summary>
    [Parameter(Mandatory = true)]
    [Alias("SniEndpoint")]
    [AllowNull]
    [AllowEmptyString]
    public string? Certificate { get; set; }

    /// <summary>Emits the changed domains.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    private protected override void Process()
    {
        var change = new DomainChange { Certificate = Given(nameof(Certificate), Certificate) };
        var passThru = PassThru.IsPresent;
        ForEachItem<IAppItemEditor<DomainChange, ChatAppDomain>>(
            Domain!, "Change domain", (domains, app, domain, context) => Emit(domains.UpdateAsync(app, domain, change, context), passThru));
    }
}
