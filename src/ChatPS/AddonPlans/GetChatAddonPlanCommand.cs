using System.Management.Automation;
using ChatPS.Client.Capabilities;
using ChatPS.Common;

namespace ChatPS.AddonPlans;

/// <summary>Gets the plans of add-on services with their prices.</summary>
[Cmdlet(VerbsCommon.Get, "ChatAddonPlan", SupportsPaging = true)]
[OutputType(typeof(ChatAddonPlan))]
public sealed class GetChatAddonPlanCommand : OrderedGetCmdlet
{
    /// <summary>The services whose plans are wanted: ids, names or objects. Left out, -Plan names the plan alone.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("AddonServiceId", "ServiceId")]
    [ArgumentCompleter(typeof(AddonServiceCompleter))]
    public AddonServiceIdentity[]? Service { get; set; }

    /// <summary>The plans: ids, names, or patterns within a service. Left out, all of the service's.</summary>
    [Parameter(Position = 1, ValueFromPipelineByPropertyName = true)]
    [Alias("AddonPlanId", "PlanId")]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(AddonPlanCompleter))]
    public AddonPlanIdentity[]? Plan { get; set; }

    private protected override void Process()
    {
        if (Service is null)
        {
            foreach (var plan in Plan ?? throw Unnamed())
                Guard(plan, () => WriteOne(plan));
            return;
        }
        foreach (var service in Service)
            Guard(service, () => WritePlansOf(service));
    }

    private void WriteOne(AddonPlanIdentity plan)
    {
        if (plan.IsPattern)
            throw Unnamed();
        Write(Await(Require<IAddonPlanReader>(plan).GetAsync(plan.Literal, null, Context)));
    }

    private void WritePlansOf(AddonServiceIdentity service)
    {
        var plans = Require<IAddonPlanReader>(service);
        WriteItems(
            Plan,
            (window, context) => plans.ListAsync(service.Literal, window, context),
            (plan, context) => plans.GetAsync(plan, service.Literal, context),
            plan => [plan.Name, plan.DisplayName]);
    }

    private ChatException Unnamed()
    {
        Require<IAddonPlanReader>();
        return new ChatException(ChatErrorReason.InvalidRequest, "No service was named, and plans can be listed for a service only.")
        {
            Advice = "Name a service, a plan by its whole name, or pipe services: Get-ChatAddonService | Get-ChatAddonPlan.",
        };
    }
}
