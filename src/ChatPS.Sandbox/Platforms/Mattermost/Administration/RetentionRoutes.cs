using System.Text.Json;
using System.Text.Json.Nodes;
using ChatPS.Sandbox.Http;

namespace ChatPS.Sandbox.Platforms.Mattermost.Administration;

/// <summary>How long messages are kept: on the whole server, and by policies for teams and channels of their own.</summary>
internal static class RetentionRoutes
{
    public static void Map(MattermostService service)
    {
        service.On("GET", "/data_retention/policy", Global);
        service.On("GET", "/data_retention/policies", List);
        service.On("GET", "/data_retention/policies_count", Count);
        service.On("POST", "/data_retention/policies", Create);
        service.On("GET", "/data_retention/policies/{policy_id}", call => Shown(call, Found(call)));
        service.On("PATCH", "/data_retention/policies/{policy_id}", Patch);
        service.On("DELETE", "/data_retention/policies/{policy_id}", Delete);
        service.On("GET", "/data_retention/policies/{policy_id}/teams", call => Wrapped("teams", Teams(call, Found(call)), call.Page, Node));
        service.On("POST", "/data_retention/policies/{policy_id}/teams", call => Assign(call, "team_ids", SetTeam, Found(call).Id));
        service.On("DELETE", "/data_retention/policies/{policy_id}/teams", call => Assign(call, "team_ids", SetTeam, null));
        service.On("POST", "/data_retention/policies/{policy_id}/teams/search", SearchTeams);
        service.On("GET", "/data_retention/policies/{policy_id}/channels", call => Wrapped("channels", Channels(call, Found(call)), call.Page, channel => Node(call, channel)));
        service.On("POST", "/data_retention/policies/{policy_id}/channels", call => Assign(call, "channel_ids", SetChannel, Found(call).Id));
        service.On("DELETE", "/data_retention/policies/{policy_id}/channels", call => Assign(call, "channel_ids", SetChannel, null));
        service.On("POST", "/data_retention/policies/{policy_id}/channels/search", SearchChannels);
        service.On("GET", "/users/{user_id}/data_retention/team_policies", TeamPoliciesOf);
        service.On("GET", "/users/{user_id}/data_retention/channel_policies", ChannelPoliciesOf);
    }

    private static Dictionary<string, RetentionPolicy> Policies(Call call) => call.State.Administration.Policies;

    private static void NeedLicense(Call call) => call.NeedLicense("ent.data_retention.generic.license.error", "data_retention");

    private static RetentionPolicy Found(Call call)
    {
        call.NeedAdmin();
        NeedLicense(call);
        return Policies(call).GetValueOrDefault(call.Id("policy_id"))
            ?? throw new Problem(404, "app.data_retention.policy_not_found.app_error", "There is no such policy.");
    }

    private static SandboxResponse Global(Call call)
    {
        NeedLicense(call);
        return SandboxResponse.Json(new JsonObject
        {
            ["message_deletion_enabled"] = false,
            ["file_deletion_enabled"] = false,
            ["message_retention_cutoff"] = 0,
            ["file_retention_cutoff"] = 0,
        });
    }

    private static SandboxResponse List(Call call)
    {
        call.NeedAdmin();
        NeedLicense(call);
        return Wrapped("policies", Policies(call).Values.OrderBy(policy => policy.DisplayName, StringComparer.OrdinalIgnoreCase), call.Page, policy => ToJson(call, policy));
    }

    private static SandboxResponse Count(Call call)
    {
        call.NeedAdmin();
        NeedLicense(call);
        return SandboxResponse.Json(new JsonObject { ["total_count"] = Policies(call).Count });
    }

    private static SandboxResponse Create(Call call)
    {
        var body = call.Body("policy");
        call.NeedAdmin();
        NeedLicense(call);
        var policy = new RetentionPolicy { Id = call.State.NewId(), DisplayName = "", PostDuration = 0 };
        Change(policy, body);
        var (teams, channels) = (Ids(call, body, "team_ids", SetTeam), Ids(call, body, "channel_ids", SetChannel));
        if (policy.DisplayName.Length == 0 || policy.PostDuration == 0 || teams.Count + channels.Count == 0)
            throw new Problem(400, "app.data_retention.invalid_policy.app_error", "A policy needs a name, a time, and a team or a channel.");
        Policies(call).Add(policy.Id, policy);
        teams.ForEach(set => set(policy.Id));
        channels.ForEach(set => set(policy.Id));
        return SandboxResponse.Json(ToJson(call, policy), 201);
    }

    private static SandboxResponse Patch(Call call)
    {
        var (policy, body) = (Found(call), call.Body("policy"));
        // A list that is given is the whole of it.
        var (teams, channels) = (Ids(call, body, "team_ids", SetTeam), Ids(call, body, "channel_ids", SetChannel));
        Change(policy, body);
        if (body["team_ids"] is JsonArray)
            Teams(call, policy).ToList().ForEach(team => team.PolicyId = null);
        if (body["channel_ids"] is JsonArray)
            Channels(call, policy).ToList().ForEach(channel => channel.PolicyId = null);
        teams.ForEach(set => set(policy.Id));
        channels.ForEach(set => set(policy.Id));
        return Shown(call, policy);
    }

    private static void Change(RetentionPolicy policy, JsonObject body)
    {
        var days = body.Int("post_duration") ?? policy.PostDuration;
        if (days < -1)
            throw new Problem(400, "app.data_retention.invalid_policy.app_error", "The time isn't valid.");
        (policy.DisplayName, policy.PostDuration) = (body.Text("display_name") ?? policy.DisplayName, days);
    }

    private static SandboxResponse Delete(Call call)
    {
        var policy = Found(call);
        Teams(call, policy).ToList().ForEach(team => team.PolicyId = null);
        Channels(call, policy).ToList().ForEach(channel => channel.PolicyId = null);
        Policies(call).Remove(policy.Id);
        return Call.Ok();
    }

    private static SandboxResponse Assign(Call call, string what, Func<Call, string, Action<string?>?> find, string? policyId)
    {
        Found(call);
        var ids = call.BodyList(what);
        foreach (var set in ids.ConvertAll(id => find(call, id) ?? throw Problem.InvalidBody(what)))
            set(policyId);
        return Call.Ok();
    }

    private static List<Action<string?>> Ids(Call call, JsonObject body, string name, Func<Call, string, Action<string?>?> find) =>
        body.Texts(name).ConvertAll(id => find(call, id) ?? throw Problem.InvalidBody(name));

    private static Action<string?>? SetTeam(Call call, string id) => call.State.Teams[id] is { } team ? policy => team.PolicyId = policy : null;

    private static Action<string?>? SetChannel(Call call, string id) => call.State.Channels[id] is { } channel ? policy => channel.PolicyId = policy : null;

    private static IEnumerable<Team> Teams(Call call, RetentionPolicy policy) => call.State.Teams.Sorted.Where(team => team.PolicyId == policy.Id);

    private static IEnumerable<Channel> Channels(Call call, RetentionPolicy policy) => call.State.Channels.Sorted.Where(channel => channel.PolicyId == policy.Id);

    private static SandboxResponse SearchTeams(Call call)
    {
        var term = call.Body("team_search").Text("term") ?? "";
        return SandboxResponse.Json(new JsonArray([.. Teams(call, Found(call)).Where(team => Fits(term, team.Name, team.DisplayName)).Select(Node)]));
    }

    private static SandboxResponse SearchChannels(Call call)
    {
        var body = call.Body("channel_search");
        var (term, teams, isOpen, isPrivate) = (body.Text("term") ?? "", body.Texts("team_ids"), body.Bool("public"), body.Bool("private"));
        var found = Channels(call, Found(call)).Where(channel => Fits(term, channel.Name, channel.DisplayName)
            && (teams.Count == 0 || teams.Contains(channel.TeamId))
            && ((isOpen != true && isPrivate != true) || (isOpen == true && channel.Type == "O") || (isPrivate == true && channel.Type == "P"))
            && channel.DeleteAt != 0 == (body.Bool("deleted") == true));
        return SandboxResponse.Json(new JsonArray([.. found.Select(channel => Node(call, channel))]));
    }

    private static bool Fits(string term, params string[] names) => names.Any(name => name.Contains(term, StringComparison.OrdinalIgnoreCase));

    private static SandboxResponse TeamPoliciesOf(Call call)
    {
        var user = call.User();
        call.NeedSelf(user);
        NeedLicense(call);
        return Wrapped("policies", user.Teams.Where(team => team.PolicyId is not null), call.Page, team => new JsonObject
        {
            ["team_id"] = team.Id,
            ["post_duration"] = Policies(call)[team.PolicyId!].PostDuration,
        });
    }

    private static SandboxResponse ChannelPoliciesOf(Call call)
    {
        var user = call.User();
        call.NeedSelf(user);
        NeedLicense(call);
        return Wrapped("policies", user.Channels.Where(channel => channel.PolicyId is not null), call.Page, channel => new JsonObject
        {
            ["channel_id"] = channel.Id,
            ["post_duration"] = Policies(call)[channel.PolicyId!].PostDuration,
        });
    }

    private static SandboxResponse Shown(Call call, RetentionPolicy policy) => SandboxResponse.Json(ToJson(call, policy));

    private static JsonObject ToJson(Call call, RetentionPolicy policy) => new()
    {
        ["id"] = policy.Id,
        ["display_name"] = policy.DisplayName,
        ["post_duration"] = policy.PostDuration,
        ["team_count"] = Teams(call, policy).Count(),
        ["channel_count"] = Channels(call, policy).Count(),
    };

    private static SandboxResponse Wrapped<T>(string name, IEnumerable<T> items, Func<IEnumerable<T>, List<T>> page, Func<T, JsonNode?> write)
    {
        var all = items.ToList();
        return SandboxResponse.Json(new JsonObject { [name] = new JsonArray([.. page(all).Select(write)]), ["total_count"] = all.Count });
    }

    private static JsonNode? Node(Team team) => JsonSerializer.SerializeToNode(team, MattermostJson.Default.Team);

    private static JsonNode? Node(Call call, Channel channel) =>
        JsonSerializer.SerializeToNode(channel.WithTeam(call.State.Teams[channel.TeamId]), MattermostJson.Default.Channel);
}
