using System.Management.Automation;
using ChatPS.Client.Capabilities;
using ChatPS.Common;

namespace ChatPS.AppDomains;

/// <summary>Adds domains to an app.</summary>
[Cmdlet(VerbsCommon.New, "ChatAppDomain", SupportsShouldProcess = true)]
[OutputType(typeof(ChatAppDomain))]
public sealed class NewChatAppDomainCommand : AppItemWriteCmdlet
{
    /// <summary>The host names, such as www.example.com or *.example.com.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("Domain")]
    [ValidateNotNullOrEmpty]
    public string[]? Hostname { get; set; }

    /// <summary>The endpoint whose certificate the domain shall use: its id or name. Left out, none.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("CertificateId", "SniEndpoint")]
    public string? Certificate { get; set; }

    private protected override void Process()
    {
        foreach (var hostname in Hostname!)
        {
            var domain = new NewDomain(hostname, string.IsNullOrEmpty(Certificate) ? null : Certificate);
            ForApp<IAppItemCreator<NewDomain, ChatAppDomain>>(hostname, "Add domain", (domains, app, context) => Emit(domains.CreateAsync(app, domain, context)));
        }
    }
}
