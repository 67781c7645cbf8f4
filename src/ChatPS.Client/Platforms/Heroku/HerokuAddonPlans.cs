using ChatPS.Client.Capabilities;
using ChatPS.Client.Http;
using ChatPS.Client.Paging;
using ChatPS.Client.Sessions;
using static ChatPS.Client.Platforms.Heroku.HerokuOperations;

namespace ChatPS.Client.Platforms.Heroku;

/// <summary>What the kinds of add-ons cost.</summary>
internal sealed class HerokuAddonPlans(Connection connection) : Resource(connection), IAddonPlanReader
{
    public IAsyncEnumerable<ChatAddonPlan> ListAsync(string service, PageWindow window, CallContext context) =>
        List(Call(PlanListByAddOn).Path("add_on_service_identity", service), window, HerokuJson.Default.Plan, ToPlan, context);

    public Task<ChatAddonPlan> GetAsync(string plan, string? service, CallContext context) => SendAsync(
        (service is null ? Call(PlanInfo) : Call(PlanInfoByAddOn).Path("add_on_service_identity", service)).Path("plan_identity", plan),
        HerokuJson.Default.Plan, ToPlan, context);

    private ChatAddonPlan ToPlan(Wire.Plan plan) => new()
    {
        Session = Connection.Session,
        Unnamed = plan.Unnamed,
        Id = plan.Id,
        Name = plan.Name,
        DisplayName = plan.HumanName,
        Description = plan.Description,
        Service = plan.AddonService?.Name,
        ServiceId = plan.AddonService?.Id,
        PriceCents = plan.Price?.Cents,
        PriceUnit = plan.Price?.Unit,
        PriceByContract = plan.Price?.Contract,
        State = plan.State,
        IsDefault = plan.Default,
        IsSpaceDefault = plan.SpaceDefault,
        IsVisible = plan.Visible,
        AllowedInPrivateSpaces = plan.InstallableInsidePrivateNetwork,
        AllowedOutsidePrivateSpaces = plan.InstallableOutsidePrivateNetwork,
        Compliance = plan.Compliance ?? [],
        CreatedAt = plan.CreatedAt,
        UpdatedAt = plan.UpdatedAt,
    };
}
