using System.Management.Automation;
using ChatPS.Common;

namespace ChatPS.AddonServices;

/// <summary>Gets the kinds of add-ons that the platform offers.</summary>
[Cmdlet(VerbsCommon.Get, "ChatAddonService", SupportsPaging = true)]
[OutputType(typeof(ChatAddonService))]
public sealed class GetChatAddonServiceCommand : OrderedGetCmdlet
{
    /// <summary>The services: ids, names or patterns, which fit names and display names. Left out, all.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("AddonServiceId", "ServiceId")]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(AddonServiceCompleter))]
    public AddonServiceIdentity[]? Service { get; set; }

    private protected override void Process() => WriteItemsOf<ChatAddonService>(Service, service => [service.Name, service.DisplayName]);
}
