using System.Text.Json.Nodes;
using ChatPS.Sandbox.Platforms.Heroku.Model;

namespace ChatPS.Sandbox.Platforms.Heroku.Routes;

/// <summary>Which add-ons there are to choose from.</summary>
internal static class AddOnCatalogRoutes
{
    private static readonly SortOrder<AddOnService> ServiceOrder = new(("name", service => service.Name));
    private static readonly SortOrder<Plan> PlanOrder = new(("name", plan => plan.Name));
    private static readonly SortOrder<AllowedAddOnService> AllowedOrder = new();

    public static void MapAddOnCatalog(this HerokuService heroku)
    {
        heroku.Map("GET", "/addon-services", call => call.List(call.State.AddOnServices, ServiceOrder, service => ToJson(service, call.State)));
        heroku.Map("GET", "/addon-services/{add_on_service_identity}", call => HerokuAnswer.Json(ToJson(Service(call), call.State)));
        heroku.Map("GET", "/addon-services/{add_on_service_identity}/plans", call => call.List(Service(call).Plans, PlanOrder, ToJson));
        heroku.Map("GET", "/addon-services/{add_on_service_identity}/plans/{plan_identity}", call => HerokuAnswer.Json(ToJson(
            Find(Service(call).Plans, call.Route("plan_identity"), withinService: true) ?? throw HerokuAnswer.NotFound("plan"))));
        heroku.Map("GET", "/plans/{plan_identity}", call => HerokuAnswer.Json(ToJson(
            Find(call.State.AddOnServices.SelectMany(service => service.Plans), call.Route("plan_identity")) ?? throw HerokuAnswer.NotFound("plan"))));

        // All regions have all services.
        heroku.Map("GET", "/addon-region-capabilities", call => Capabilities(call, call.State.AddOnServices, call.State.Regions));
        heroku.Map("GET", "/addon-services/{add_on_service_identity}/region-capabilities", call => Capabilities(call, [Service(call)], call.State.Regions));
        heroku.Map("GET", "/regions/{region_identity}/addon-region-capabilities", call => Capabilities(
            call,
            call.State.AddOnServices,
            [call.State.Regions.Find(call.Route("region_identity")) ?? throw HerokuAnswer.NotFound("region")]));

        heroku.Map("GET", "/teams/{team_identity}/allowed-addon-services", call => call.List(call.Team().AllowedServices, AllowedOrder, ToJson));
        heroku.Map("POST", "/teams/{team_identity}/allowed-addon-services", call =>
        {
            var team = call.Team("admin");
            var service = call.State.AddOnServices.Find(call.RequiredText("addon_service")) ?? throw HerokuAnswer.NotFound("add-on service");
            if (!team.AllowedServices.Exists(allowed => allowed.Service == service))
                team.AllowedServices.Add(new() { Id = call.State.NewId(), CreatedAt = call.Time, Service = service, AddedBy = call.Me });
            return HerokuAnswer.Json(team.AllowedServices.Select(ToJson).ToJsonArray(), 201);
        });
        heroku.Map("DELETE", "/teams/{team_identity}/allowed-addon-services/{allowed_add_on_service_identity}", call =>
        {
            var (team, identity) = (call.Team("admin"), call.Route("allowed_add_on_service_identity"));
            var allowed = team.AllowedServices.Find(allowed => identity == allowed.Id || identity == allowed.Service.Id || identity == allowed.Service.Name)
                ?? throw HerokuAnswer.NotFound("allowed add-on service");
            team.AllowedServices.Remove(allowed);
            return HerokuAnswer.Json(ToJson(allowed));
        });
    }

    /// <summary>A plan by its id, its whole name or, within its service, the part after the colon.</summary>
    public static Plan? Find(IEnumerable<Plan> plans, string identity, bool withinService = false) =>
        plans.FirstOrDefault(plan => identity == plan.Id || identity == plan.Name || (withinService && identity == plan.ShortName));

    private static AddOnService Service(HerokuCall call) =>
        call.State.AddOnServices.Find(call.Route("add_on_service_identity")) ?? throw HerokuAnswer.NotFound("add-on service");

    private static Http.SandboxResponse Capabilities(HerokuCall call, IEnumerable<AddOnService> services, IEnumerable<Region> regions) => call.List(
        services.SelectMany(service => regions.Select(region => new RegionCapability(service, region)
        {
            Id = Combined(service.Id, region.Id),
            CreatedAt = service.CreatedAt,
        })),
        new SortOrder<RegionCapability>(),
        capability => new JsonObject
        {
            ["id"] = capability.Id,
            ["addon_service"] = ToJson(capability.Service, call.State),
            ["region"] = capability.Region.ToJson(),
            ["supports_private_networking"] = capability.Region.PrivateCapable,
        });

    /// <summary>An id that always belongs to the same two.</summary>
    private static string Combined(string one, string other)
    {
        var bytes = Guid.Parse(one).ToByteArray();
        var others = Guid.Parse(other).ToByteArray();
        return new Guid(bytes.Select((part, i) => (byte)(part ^ others[i])).ToArray()).ToString();
    }

    public static JsonObject ToJson(AddOnService service, HerokuState state) => new JsonObject
    {
        ["id"] = service.Id,
        ["cli_plugin_name"] = null,
        ["human_name"] = service.HumanName,
        ["name"] = service.Name,
        ["state"] = "ga",
        ["supported_generations"] = state.Generations.Select(generation => (JsonNode)generation.ToReference()).ToJsonArray(),
        ["supports_multiple_installations"] = true,
        ["supports_sharing"] = service.SupportsSharing,
    }.WithTimes(service);

    public static JsonObject ToJson(Plan plan) => new JsonObject
    {
        ["id"] = plan.Id,
        ["addon_service"] = plan.Service.ToReference(),
        ["compliance"] = null,
        ["default"] = plan == plan.Service.Plans[0],
        ["description"] = $"{plan.Service.HumanName} {plan.HumanName}",
        ["human_name"] = plan.HumanName,
        ["installable_inside_private_network"] = false,
        ["installable_outside_private_network"] = true,
        ["name"] = plan.Name,
        ["price"] = PriceOf(plan),
        ["space_default"] = false,
        ["state"] = "ga",
        ["visible"] = true,
    }.WithTimes(plan);

    public static JsonObject PriceOf(Plan plan) => new() { ["cents"] = plan.Cents, ["contract"] = false, ["unit"] = "month" };

    private static JsonObject ToJson(AllowedAddOnService allowed) => new()
    {
        ["id"] = allowed.Id,
        ["added_at"] = allowed.CreatedAt.ToWire(),
        ["added_by"] = allowed.AddedBy.ToReference(),
        ["addon_service"] = new JsonObject { ["id"] = allowed.Service.Id, ["name"] = allowed.Service.Name, ["human_name"] = allowed.Service.HumanName },
    };

    private sealed class RegionCapability(AddOnService service, Region region) : Entity
    {
        public AddOnService Service => service;

        public Region Region => region;
    }
}
