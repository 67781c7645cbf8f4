using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using ChatPS.Sandbox.Http;
using ChatPS.Sandbox.Platforms.Heroku.Model;

namespace ChatPS.Sandbox.Platforms.Heroku.Routes;

/// <summary>The add-ons of apps.</summary>
internal static partial class AddOnRoutes
{
    private static readonly SortOrder<AddOn> Order = new(("name", addOn => addOn.Name));

    public static void MapAddOns(this HerokuService heroku)
    {
        heroku.Map("GET", "/addons", call => List(call, addOn => addOn.App.PermissionsOf(call.Me).Count > 0));
        heroku.Map("GET", "/addons/{add_on_identity}", call => Answer(call, AddOnOf(call)));
        heroku.Map("GET", "/users/{account_identity}/addons", call =>
        {
            var account = call.OwnAccount();
            return List(call, addOn => addOn.App.IsJoinedBy(account));
        });
        heroku.Map("GET", "/teams/{team_identity}/addons", call =>
        {
            var team = call.Team();
            return List(call, addOn => addOn.App.Team == team && addOn.App.PermissionsOf(call.Me).Count > 0);
        });
        heroku.Map("GET", "/apps/{app_identity}/addons", call =>
        {
            var app = call.App();
            return List(call, addOn => addOn.App == app);
        });
        heroku.Map("POST", "/apps/{app_identity}/addons", Create);
        heroku.Map("GET", "/apps/{app_identity}/addons/{add_on_identity}", call => Answer(call, AddOnOfApp(call)));
        heroku.Map("PATCH", "/apps/{app_identity}/addons/{add_on_identity}", Update);
        heroku.Map("DELETE", "/apps/{app_identity}/addons/{add_on_identity}", Delete);
        heroku.Map("POST", "/actions/addons/resolve", Resolve);
        heroku.Map("POST", "/addons/{add_on_identity}/actions/provision", call => SetState(call, "provisioned"));
        heroku.Map("POST", "/addons/{add_on_identity}/actions/deprovision", call => SetState(call, "deprovisioned"));
        heroku.Map("GET", "/addons/{add_on_identity}/config", call => HerokuAnswer.Json(ConfigToJson(AddOnOf(call))));
        heroku.Map("PATCH", "/addons/{add_on_identity}/config", UpdateConfig);
    }

    /// <summary>The add-on of the path, of an app that the caller has the permission on.</summary>
    public static AddOn AddOnOf(HerokuCall call, string permission = "view")
    {
        var addOn = call.State.AddOns.Find(call.Route("add_on_identity")) ?? throw HerokuAnswer.NotFound("add-on");
        _ = call.AppOf(addOn.App.Id, permission);
        return addOn;
    }

    /// <summary>An add-on by its id or name, as those see it who may look at its app; null when there is none such.</summary>
    public static AddOn? Find(HerokuCall call, string identity) =>
        call.State.AddOns.Find(identity) is { } addOn && addOn.App.PermissionsOf(call.Me).Count > 0 ? addOn : null;

    /// <summary>Adds an add-on with its first attachment and the config var that follows from it.</summary>
    public static AddOn NewAddOn(this HerokuState state, App app, Plan plan, string? name, string? attachment, Account user, DateTimeOffset time)
    {
        var id = state.NewId();
        var provider = $"{plan.Service.Alias.ToLowerInvariant()}-{id[..8]}";
        var addOn = new AddOn
        {
            Id = id,
            CreatedAt = time,
            App = app,
            Plan = plan,
            Name = name ?? $"{plan.Service.Name.Split('-')[^1]}-{id[..8]}",
            ProviderId = provider,
            Address = $"{plan.Service.Scheme}://{provider}:{OAuthRoutes.NewSecret()}@{provider}.example.com",
        };
        state.AddOns.Add(addOn);
        state.Attach(addOn, app, attachment, null, user, time);
        if (plan.Service.DrainsLog)
            app.LogDrains.Add(LogDrainRoutes.NewDrain(state.NewId(), $"https://{provider}.example.com/log", addOn, time));
        return addOn;
    }

    private static SandboxResponse List(HerokuCall call, Func<AddOn, bool> which) => call.List(call.State.AddOns.Where(which), Order, addOn => ToJson(addOn, call));

    private static SandboxResponse Create(HerokuCall call)
    {
        var app = call.App("operate");
        call.NeedSolvency(verification: true);
        var plan = PlanOf(call, call.Body.Identity("plan") ?? throw HerokuAnswer.Missing("plan"));
        var name = FreeName(call, call.Text("name"));
        if (app.Team is { AddOnsControls: true } team && team.RoleOf(call.Me) != "admin"
            && !team.AllowedServices.Exists(allowed => allowed.Service == plan.Service))
            throw HerokuAnswer.Forbidden($"The team {team.Name} doesn't allow the add-on service {plan.Service.Name}.");
        var attachment = AttachmentRoutes.FreeName(call.State, app, call.Body.Object("attachment")?.Text("name"));
        var config = call.Body.Map("config");
        var addOn = call.State.NewAddOn(app, plan, name, attachment, call.Me, call.Time);
        foreach (var (key, value) in config ?? [])
            addOn.Config[key] = value;
        return Answer(call, addOn, 201);
    }

    private static SandboxResponse Update(HerokuCall call)
    {
        var addOn = AddOnOfApp(call, "operate");
        call.NeedSolvency();
        var plan = call.Body.Identity("plan") is { } identity ? PlanOf(call, identity, addOn.Service) : addOn.Plan;
        if (plan.Service != addOn.Service)
            throw HerokuAnswer.Invalid($"The plan {plan.Name} is not one of {addOn.Service.Name}.");
        var name = call.Text("name") is { } given && given != addOn.Name ? FreeName(call, given) : null;
        addOn.Name = name ?? addOn.Name;
        if (plan != addOn.Plan)
        {
            addOn.Plan = plan;
            call.State.AddRelease(
                addOn.App, call.Me, call.Time, $"Change {addOn.Name} to {plan.Name}", addOnPlanNames: call.State.PlanNamesOf(addOn.App));
        }

        addOn.UpdatedAt = call.Time;
        return Answer(call, addOn);
    }

    private static SandboxResponse Delete(HerokuCall call)
    {
        var addOn = AddOnOfApp(call, "operate");
        var answer = Answer(call, addOn);
        foreach (var attachment in call.State.Attachments.Where(attachment => attachment.AddOn == addOn).ToList())
            call.State.Detach(attachment, call.Me, call.Time);
        addOn.App.LogDrains.RemoveAll(drain => drain.AddOn == addOn);
        call.State.AddOns.Remove(addOn);
        return answer;
    }

    /// <summary>The add-ons that a word may mean: an id, a name or an attachment's name.</summary>
    private static SandboxResponse Resolve(HerokuCall call)
    {
        var identity = call.RequiredText("addon");
        var app = call.Text("app") is { } named ? call.AppOf(named) : null;
        var service = call.Text("addon_service");
        var name = identity.Split("::")[^1];
        var found = call.State.Attachments
            .Where(attachment => attachment.App.PermissionsOf(call.Me).Count > 0)
            .Where(attachment => app is null || attachment.App == app)
            .Where(attachment => name == attachment.AddOn.Id || name == attachment.AddOn.Name
                || (app is not null && (name.Equals(attachment.Name, StringComparison.OrdinalIgnoreCase) || name == attachment.ConfigVar)))
            .Select(attachment => attachment.AddOn)
            .Where(addOn => service is null || service == addOn.Service.Name || service == addOn.Service.Id)
            .Distinct()
            .ToList();
        return found.Count > 0 ? HerokuAnswer.Json(found.Select(addOn => (JsonNode)ToJson(addOn, call)).ToJsonArray()) : throw HerokuAnswer.NotFound("add-on");
    }

    private static SandboxResponse SetState(HerokuCall call, string state)
    {
        var addOn = AddOnOf(call, "operate");
        (addOn.State, addOn.UpdatedAt) = (state, call.Time);
        return Answer(call, addOn);
    }

    private static SandboxResponse UpdateConfig(HerokuCall call)
    {
        var addOn = AddOnOf(call, "operate");
        foreach (var item in call.Body["config"] as JsonArray ?? throw HerokuAnswer.Missing("config"))
        {
            var entry = item as JsonObject ?? throw HerokuAnswer.Invalid("The parameter config has to be a list of objects with name and value.");
            var name = entry.Text("name") ?? throw HerokuAnswer.Missing("config.name");
            addOn.Config[name] = entry.ContainsKey("value") ? entry.Text("value") : throw HerokuAnswer.Missing("config.value");
        }

        addOn.UpdatedAt = call.Time;
        return HerokuAnswer.Json(ConfigToJson(addOn));
    }

    private static AddOn AddOnOfApp(HerokuCall call, string permission = "view")
    {
        var app = call.App(permission);
        return call.State.AddOns.Find(call.Route("add_on_identity")) is { } addOn && addOn.App == app ? addOn : throw HerokuAnswer.NotFound("add-on");
    }

    /// <summary>A plan by its id or name, or a service's default one by the service's name.</summary>
    private static Plan PlanOf(HerokuCall call, string identity, AddOnService? service = null) =>
        (service is null ? null : AddOnCatalogRoutes.Find(service.Plans, identity, withinService: true))
        ?? AddOnCatalogRoutes.Find(call.State.AddOnServices.SelectMany(known => known.Plans), identity)
        ?? call.State.AddOnServices.Find(identity)?.Plans[0]
        ?? throw HerokuAnswer.NotFound("plan");

    private static string? FreeName(HerokuCall call, string? name)
    {
        if (name is null)
            return null;
        if (!AddOnName().IsMatch(name))
            throw HerokuAnswer.Invalid("The name of an add-on begins with a letter and has letters, digits, hyphens and underscores.");
        return call.State.AddOns.Find(name) is null ? name : throw HerokuAnswer.Invalid($"The name {name} is already taken.");
    }

    private static SandboxResponse Answer(HerokuCall call, AddOn addOn, int status = 200) => HerokuAnswer.Json(ToJson(addOn, call), status);

    private static JsonObject ToJson(AddOn addOn, HerokuCall call) => new JsonObject
    {
        ["id"] = addOn.Id,
        ["actions"] = new JsonArray(),
        ["addon_service"] = call.Expands("addon_service") ? AddOnCatalogRoutes.ToJson(addOn.Service, call.State) : addOn.Service.ToReference(),
        ["app"] = addOn.App.ToReference(),
        ["billed_price"] = AddOnCatalogRoutes.PriceOf(addOn.Plan),
        ["billing_entity"] = addOn.App.Team is { } team
            ? new JsonObject { ["id"] = team.Id, ["name"] = team.Name, ["type"] = "team" }
            : new JsonObject { ["id"] = addOn.App.Id, ["name"] = addOn.App.Name, ["type"] = "app" },
        ["config_vars"] = call.State.Attachments.Where(attachment => attachment.AddOn == addOn && attachment.App == addOn.App)
            .Select(attachment => attachment.ConfigVar).ToJsonArray(),
        ["name"] = addOn.Name,
        ["plan"] = call.Expands("plan") ? AddOnCatalogRoutes.ToJson(addOn.Plan) : addOn.Plan.ToReference(),
        ["provider_id"] = addOn.ProviderId,
        ["provision_message"] = "The add-on is ready to use.",
        ["state"] = addOn.State,
        ["web_url"] = $"https://{addOn.ProviderId}.example.com/",
    }.WithTimes(addOn);

    public static JsonObject ToReference(AddOn addOn) => new() { ["id"] = addOn.Id, ["name"] = addOn.Name, ["app"] = addOn.App.ToReference() };

    private static JsonArray ConfigToJson(AddOn addOn) =>
        addOn.Config.Select(pair => (JsonNode)new JsonObject { ["name"] = pair.Key, ["value"] = pair.Value }).ToJsonArray();

    [GeneratedRegex("^[a-zA-Z][A-Za-z0-9_-]+$")]
    private static partial Regex AddOnName();
}
