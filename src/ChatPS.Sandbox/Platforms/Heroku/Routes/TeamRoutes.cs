using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using ChatPS.Sandbox.Http;
using ChatPS.Sandbox.Platforms.Heroku.Model;

namespace ChatPS.Sandbox.Platforms.Heroku.Routes;

/// <summary>Teams and what they are asked about themselves. The API of 2015 knows them as organizations.</summary>
internal static partial class TeamRoutes
{
    private static readonly SortOrder<Team> Order = new(("name", team => team.Name));
    private static readonly SortOrder<Feature> FeatureOrder = new(("name", feature => feature.Name));
    private static readonly SortOrder<TeamInvoice> InvoiceOrder = new(("number", invoice => invoice.Number.ToString(CultureInfo.InvariantCulture)));

    public static void MapTeams(this HerokuService heroku)
    {
        foreach (var teams in (string[])["/teams", "/organizations"])
        {
            heroku.Map("GET", teams, call => call.List(
                call.State.Teams.Where(team => team.RoleOf(call.Me) is not null), Order, team => ToJson(team, call.Me)));
            heroku.Map("PATCH", teams + "/{team_identity}", Update);
        }

        heroku.Map("POST", "/teams", Create);
        heroku.Map("GET", "/teams/{team_identity}", call => HerokuAnswer.Json(ToJson(call.Team(), call.Me)));
        heroku.Map("DELETE", "/teams/{team_identity}", Delete);
        heroku.Map("GET", "/teams/{team_identity}/delinquency", Delinquency);
        heroku.Map("GET", "/teams/{team_identity}/features", call =>
        {
            var team = call.Team();
            return call.List(call.State.TeamFeatures, FeatureOrder, feature => feature.ToJson(team.Features));
        });
        heroku.Map("GET", "/teams/{team_identity}/features/{team_feature_identity}", call =>
            HerokuAnswer.Json(
                (call.State.TeamFeatures.Find(call.Route("team_feature_identity")) ?? throw HerokuAnswer.NotFound("feature")).ToJson(call.Team().Features)));
        heroku.Map("GET", "/teams/{team_preferences_identity}/preferences", call => Preferences(call.Team(name: "team_preferences_identity")));
        heroku.Map("PATCH", "/teams/{team_preferences_identity}/preferences", UpdatePreferences);
        heroku.Map("GET", "/teams/{team_identity}/invoices", call => call.List(call.Team("admin").Invoices, InvoiceOrder, ToJson));
        heroku.Map("GET", "/teams/{team_identity}/invoices/{team_invoice_identity}", call =>
            HerokuAnswer.Json(ToJson(
                call.Team("admin").Invoices.Find(invoice => $"{invoice.Number}" == call.Route("team_invoice_identity"))
                ?? throw HerokuAnswer.NotFound("invoice"))));
        heroku.Map("GET", "/teams/{team_identity}/permissions", call => call.List(
            AppsOf(call, call.Team()), AppRoutes.Order, PermissionsToJson));
    }

    /// <summary>The team's apps that the caller may look at.</summary>
    public static IEnumerable<App> AppsOf(HerokuCall call, Team team) => call.State.AppsOf(call.Me).Where(app => app.Team == team);

    private static SandboxResponse Create(HerokuCall call)
    {
        call.NeedSolvency(verification: true);
        var name = FreeName(call, call.RequiredText("name"));
        var team = new Team { Id = call.State.NewId(), CreatedAt = call.Time, Name = name };
        team.Members.Add(new() { Id = call.State.NewId(), CreatedAt = call.Time, Account = call.Me, Role = "admin" });
        call.State.Teams.Add(team);
        return HerokuAnswer.Json(ToJson(team, call.Me), 201);
    }

    private static SandboxResponse Update(HerokuCall call)
    {
        // The default is the caller's own affair; the name is everybody's.
        var team = call.Team(call.Has("name") ? "admin" : null);
        if (call.Text("name") is { } name && name != team.Name)
            team.Name = FreeName(call, name);
        if (call.Flag("default") is { } chosen)
        {
            if (chosen)
                call.Me.DefaultTeam = team;
            else if (call.Me.DefaultTeam == team)
                call.Me.DefaultTeam = null;
        }

        team.UpdatedAt = call.Time;
        return HerokuAnswer.Json(ToJson(team, call.Me));
    }

    private static SandboxResponse Delete(HerokuCall call)
    {
        var team = call.Team("admin");
        if (call.State.Apps.Any(app => app.Team == team))
            throw HerokuAnswer.Invalid("The team has apps: transfer or delete them first.");
        var json = ToJson(team, call.Me);
        call.State.Teams.Remove(team);
        foreach (var account in call.State.Accounts.Where(account => account.DefaultTeam == team))
            account.DefaultTeam = null;
        foreach (var pipeline in call.State.Pipelines.Where(pipeline => pipeline.Team == team).ToList())
            call.State.Pipelines.Remove(pipeline);
        return HerokuAnswer.Json(json);
    }

    private static SandboxResponse Delinquency(HerokuCall call)
    {
        _ = call.Team();
        return HerokuAnswer.Json(new JsonObject { ["scheduled_suspension_time"] = null, ["scheduled_deletion_time"] = null });
    }

    private static SandboxResponse UpdatePreferences(HerokuCall call)
    {
        var team = call.Team("admin", "team_preferences_identity");
        if (call.Has("addons-controls"))
            team.AddOnsControls = call.Flag("addons-controls");
        return Preferences(team);
    }

    private static SandboxResponse Preferences(Team team) =>
        HerokuAnswer.Json(new JsonObject { ["default-permission"] = null, ["addons-controls"] = team.AddOnsControls });

    private static string FreeName(HerokuCall call, string name)
    {
        if (!TeamName().IsMatch(name))
            throw HerokuAnswer.Invalid("The name of a team has 3 to 30 lower-case letters, digits and hyphens, and begins with a letter.");
        return call.State.Teams.Find(name) is null ? name : throw HerokuAnswer.Invalid($"The name {name} is already taken.");
    }

    public static JsonObject ToJson(Team team, Account caller) => new JsonObject
    {
        ["id"] = team.Id,
        ["credit_card_collections"] = team.CreditCardCollections,
        ["default"] = caller.DefaultTeam == team,
        ["enterprise_account"] = null,
        ["identity_provider"] = null,
        ["membership_limit"] = team.MembershipLimit,
        ["name"] = team.Name,
        ["provisioned_licenses"] = team.ProvisionedLicenses,
        ["role"] = team.RoleOf(caller),
        ["type"] = team.Type,
    }.WithTimes(team);

    private static JsonObject ToJson(TeamInvoice invoice)
    {
        var total = invoice.PlatformTotal + invoice.AddOnsTotal + invoice.DatabaseTotal;
        return new JsonObject
        {
            ["id"] = invoice.Id,
            ["addons_total"] = invoice.AddOnsTotal,
            ["charges_total"] = total,
            ["credits_total"] = 0,
            ["database_total"] = invoice.DatabaseTotal,
            ["dyno_units"] = invoice.DynoUnits,
            ["number"] = invoice.Number,
            ["payment_status"] = "Paid",
            ["period_end"] = BillingRoutes.Day(invoice.Month.AddMonths(1)),
            ["period_start"] = BillingRoutes.Day(invoice.Month),
            ["platform_total"] = invoice.PlatformTotal,
            ["state"] = 1,
            ["total"] = total,
            ["weighted_dyno_hours"] = invoice.DynoUnits * 24 * DateTime.DaysInMonth(invoice.Month.Year, invoice.Month.Month),
        }.WithTimes(invoice);
    }

    private static JsonObject PermissionsToJson(App app) => new()
    {
        ["id"] = app.Id,
        ["name"] = app.Name,
        ["team_id"] = app.Team!.Id,
        ["type"] = "app",
        ["users"] = app.Team.Members.Select(member => member.Account)
            .Union(app.Collaborators.Select(collaborator => collaborator.User))
            .Select(account => (Account: account, Permissions: app.PermissionsOf(account)))
            .Where(user => user.Permissions.Count > 0)
            .Select(user => (JsonNode)new JsonObject
            {
                ["email"] = user.Account.Email,
                ["id"] = user.Account.Id,
                ["permissions"] = user.Permissions.ToJsonArray(),
            }).ToJsonArray(),
    };

    [GeneratedRegex("^[a-z][a-z0-9-]{2,29}$")]
    private static partial Regex TeamName();
}
