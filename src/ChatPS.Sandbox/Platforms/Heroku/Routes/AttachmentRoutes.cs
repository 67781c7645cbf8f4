using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using ChatPS.Sandbox.Http;
using ChatPS.Sandbox.Platforms.Heroku.Model;

namespace ChatPS.Sandbox.Platforms.Heroku.Routes;

/// <summary>Which apps use which add-ons, and under which names.</summary>
internal static partial class AttachmentRoutes
{
    private static readonly SortOrder<AddOnAttachment> Order = new(("name", attachment => attachment.Name));
    private static readonly string[] Colors = ["AMBER", "AQUA", "BRONZE", "CHARCOAL", "COBALT", "COPPER", "CRIMSON", "CYAN", "GOLD", "GREEN", "IVORY", "JADE"];

    public static void MapAttachments(this HerokuService heroku)
    {
        heroku.Map("GET", "/addon-attachments", call => List(call, attachment => attachment.App.PermissionsOf(call.Me).Count > 0));
        heroku.Map("POST", "/addon-attachments", Create);
        heroku.Map("GET", "/addon-attachments/{add_on_attachment_identity}", call => HerokuAnswer.Json(ToJson(AttachmentOf(call, "view"))));
        heroku.Map("DELETE", "/addon-attachments/{add_on_attachment_identity}", Delete);
        heroku.Map("GET", "/addons/{add_on_identity}/addon-attachments", call =>
        {
            var addOn = AddOnRoutes.AddOnOf(call);
            return List(call, attachment => attachment.AddOn == addOn);
        });
        heroku.Map("GET", "/apps/{app_identity}/addon-attachments", call =>
        {
            var app = call.App();
            return List(call, attachment => attachment.App == app);
        });
        heroku.Map("GET", "/apps/{app_identity}/addon-attachments/{add_on_attachment_scoped_identity}", call =>
        {
            var (app, identity) = (call.App(), call.Route("add_on_attachment_scoped_identity"));
            return HerokuAnswer.Json(ToJson(
                call.State.Attachments.FirstOrDefault(attachment => attachment.App == app && Means(identity, attachment))
                ?? throw HerokuAnswer.NotFound("attachment")));
        });
        heroku.Map("POST", "/actions/addon-attachments/resolve", Resolve);
    }

    /// <summary>Lets an app use an add-on: its config var appears with a release.</summary>
    public static AddOnAttachment Attach(this HerokuState state, AddOn addOn, App app, string? name, string? space, Account user, DateTimeOffset time)
    {
        var attachment = new AddOnAttachment
        {
            Id = state.NewId(),
            CreatedAt = time,
            AddOn = addOn,
            App = app,
            Name = name ?? NewName(state, addOn.Service, app),
            Namespace = space,
        };
        state.Attachments.Add(attachment);
        var vars = new SortedDictionary<string, string>(app.ConfigVars.ToDictionary(), StringComparer.Ordinal) { [attachment.ConfigVar] = addOn.Address };
        state.AddRelease(app, user, time, $"Attach {attachment.Name} ({addOn.Name})", configVars: vars, addOnPlanNames: state.PlanNamesOf(app));
        return attachment;
    }

    /// <summary>Ends an app's use of an add-on: its config var goes with a release.</summary>
    public static void Detach(this HerokuState state, AddOnAttachment attachment, Account user, DateTimeOffset time)
    {
        state.Attachments.Remove(attachment);
        var vars = new SortedDictionary<string, string>(attachment.App.ConfigVars.ToDictionary(), StringComparer.Ordinal);
        vars.Remove(attachment.ConfigVar);
        state.AddRelease(
            attachment.App,
            user,
            time,
            $"Detach {attachment.Name} ({attachment.AddOn.Name})",
            configVars: vars,
            addOnPlanNames: state.PlanNamesOf(attachment.App));
    }

    /// <summary>The plans of the add-ons that an app uses, as its releases name them.</summary>
    public static IReadOnlyList<string> PlanNamesOf(this HerokuState state, App app) =>
        [.. state.Attachments.Where(attachment => attachment.App == app).Select(attachment => attachment.AddOn.Plan.Name).Distinct().Order(StringComparer.Ordinal)];

    /// <summary>The name given, in the form that config vars have, if it is one and the app has no other of it; null for none given.</summary>
    public static string? FreeName(HerokuState state, App app, string? name)
    {
        if (name is null)
            return null;
        var upper = name.ToUpperInvariant();
        if (!AttachmentName().IsMatch(upper))
            throw HerokuAnswer.Invalid("The name of an attachment begins with a letter and has letters, digits and underscores.");
        return state.Attachments.Any(attachment => attachment.App == app && attachment.Name == upper)
            ? throw HerokuAnswer.Invalid($"The app {app.Name} has an attachment {upper} already.")
            : upper;
    }

    private static SandboxResponse List(HerokuCall call, Func<AddOnAttachment, bool> which) =>
        call.List(call.State.Attachments.Where(which), Order, ToJson);

    private static SandboxResponse Create(HerokuCall call)
    {
        var app = call.AppOf(call.RequiredText("app"), "operate");
        var addOn = AddOnRoutes.Find(call, call.RequiredText("addon")) ?? throw HerokuAnswer.NotFound("add-on");
        if (app != addOn.App && !addOn.Service.SupportsSharing)
            throw HerokuAnswer.Invalid($"Add-ons of {addOn.Service.Name} can't be shared.");
        var name = FreeName(call.State, app, call.Text("name"));
        return HerokuAnswer.Json(ToJson(call.State.Attach(addOn, app, name, call.Text("namespace"), call.Me, call.Time)), 201);
    }

    private static SandboxResponse Delete(HerokuCall call)
    {
        var attachment = AttachmentOf(call, "operate");
        if (call.State.Attachments.Count(other => other.AddOn == attachment.AddOn) == 1)
            throw HerokuAnswer.Invalid("It is the add-on's last attachment: delete the add-on instead.");
        call.State.Detach(attachment, call.Me, call.Time);
        return HerokuAnswer.Json(ToJson(attachment));
    }

    private static SandboxResponse Resolve(HerokuCall call)
    {
        var identity = call.RequiredText("addon_attachment");
        var app = call.Text("app") is { } named ? call.AppOf(named) : null;
        var service = call.Text("addon_service");
        var found = call.State.Attachments
            .Where(attachment => attachment.App.PermissionsOf(call.Me).Count > 0 && (app is null || attachment.App == app))
            .Where(attachment => service is null || service == attachment.AddOn.Service.Name || service == attachment.AddOn.Service.Id)
            .Where(attachment => Means(identity.Split("::")[^1], attachment))
            .ToList();
        return found.Count > 0 ? HerokuAnswer.Json(found.Select(ToJson).ToJsonArray()) : throw HerokuAnswer.NotFound("attachment");
    }

    private static AddOnAttachment AttachmentOf(HerokuCall call, string permission)
    {
        var attachment = call.State.Attachments.Find(call.Route("add_on_attachment_identity")) ?? throw HerokuAnswer.NotFound("attachment");
        _ = call.AppOf(attachment.App.Id, permission);
        return attachment;
    }

    private static bool Means(string identity, AddOnAttachment attachment) =>
        identity == attachment.Id || identity.Equals(attachment.Name, StringComparison.OrdinalIgnoreCase) || identity == attachment.ConfigVar;

    /// <summary>The service's usual name, then one with a colour each.</summary>
    private static string NewName(HerokuState state, AddOnService service, App app)
    {
        var taken = state.Attachments.Where(attachment => attachment.App == app).Select(attachment => attachment.Name).ToHashSet();
        var whole = service.Name.ToUpperInvariant().Replace('-', '_');
        return Colors.Select(color => $"{whole}_{color}").Prepend(service.Alias).FirstOrDefault(name => !taken.Contains(name))
            ?? $"{whole}_{taken.Count}";
    }

    private static JsonObject ToJson(AddOnAttachment attachment) => new JsonObject
    {
        ["id"] = attachment.Id,
        ["addon"] = AddOnRoutes.ToReference(attachment.AddOn),
        ["app"] = attachment.App.ToReference(),
        ["log_input_url"] = null,
        ["name"] = attachment.Name,
        ["namespace"] = attachment.Namespace,
        ["web_url"] = $"https://{attachment.AddOn.ProviderId}.example.com/",
    }.WithTimes(attachment);

    [GeneratedRegex("^[A-Z][A-Z0-9_]+$")]
    private static partial Regex AttachmentName();
}
