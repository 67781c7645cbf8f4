using System.Text.Json;
using System.Text.Json.Nodes;
using ChatPS.Client.Capabilities;
using ChatPS.Client.Http;
using ChatPS.Client.Paging;
using ChatPS.Client.Sessions;
using static ChatPS.Client.Platforms.Hathora.HathoraOperations;

namespace ChatPS.Client.Platforms.Hathora;

/// <summary>Applications of organizations.</summary>
internal sealed class HathoraApps(Connection connection) : HathoraResource(connection), IAppReader, IAppCreator, IAppEditor, IAppRemover
{
    private const string Anonymous = "anonymous";
    private const string Nickname = "nickname";
    private const string Google = "google";
    private const string ClientId = "clientId";
    private const string StaticProcesses = "staticProcessAllocation";
    private const string LoadBalancer = "loadBalancer";
    private const string Enabled = "enabled";
    private const string Autoscaler = "processAutoscalerConfig";
    private const string Metric = "targetMetric";
    private const string MetricValue = "metricValue";

    public IAsyncEnumerable<ChatApp> ListAsync(AppFilter filter, PageWindow window, CallContext context)
    {
        Unsupported.IfGiven(filter.User, ChatPlatform.Hathora, filter.User?.IsMe == true ? "Me" : "User");
        return List(() => CallForTeamAsync(GetApps, filter.Team, context), window, HathoraJson.Default.App, ToApp, context);
    }

    public async Task<ChatApp> GetAsync(string app, string? team, CallContext context) =>
        ToApp(await Names.AppAsync(app, team, context).ConfigureAwait(false));

    public async Task<ChatApp> CreateAsync(NewApp app, CallContext context)
    {
        Unsupported.IfGiven(app.Region, ChatPlatform.Hathora, "Region");
        Unsupported.IfGiven(app.Stack, ChatPlatform.Hathora, "Stack");
        Unsupported.IfGiven(app.Space, ChatPlatform.Hathora, "Space");
        Unsupported.IfGiven(app.Personal, ChatPlatform.Hathora, "Personal");
        Unsupported.IfGiven(app.Locked, ChatPlatform.Hathora, "Locked");
        Unsupported.IfGiven(app.InternalRouting, ChatPlatform.Hathora, "InternalRouting");
        Unsupported.IfGiven(app.Features, ChatPlatform.Hathora, "Feature");
        if (app.Name is not { } name)
            throw NoName("An app of Hathora needs a name.");
        var call = await CallForTeamAsync(CreateApp, app.Team, context).ConfigureAwait(false);
        return await AppAsync(call
            .Body("appName", name)
            .Body("authConfiguration", SignIn(null, app.SignIn))
            .Body("loadBalancer", app.Scale.LoadBalancer is { } balanced ? Balanced(balanced) : null), context).ConfigureAwait(false);
    }

    public async Task<ChatApp> UpdateAsync(string app, AppChange change, CallContext context)
    {
        Unsupported.IfGiven(change.BuildStack, ChatPlatform.Hathora, "BuildStack");
        Unsupported.IfGiven(change.Maintenance, ChatPlatform.Hathora, "Maintenance");
        Unsupported.IfGiven(change.ManagedCertificates, ChatPlatform.Hathora, "ManagedCertificates");
        Unsupported.IfGiven(change.RefreshCertificates, ChatPlatform.Hathora, "RefreshCertificates");
        Unsupported.IfGiven(change.Locked, ChatPlatform.Hathora, "Locked");
        Unsupported.IfGiven(change.Owner, ChatPlatform.Hathora, "Owner");
        Unsupported.IfGiven(change.Team, ChatPlatform.Hathora, "Team");
        if (change.Replace)
            return await ReplaceAsync(app, change, context).ConfigureAwait(false);
        if (change is { Name: null, SignIn.IsGiven: false, Scale.IsGiven: false })
            return await GetAsync(app, null, context).ConfigureAwait(false);
        // The ways to sign in and the scale are each sent as a whole, so what is to stay is read first.
        var present = change.SignIn.IsGiven || change.Scale.IsGiven ? await Names.AppAsync(app, null, context).ConfigureAwait(false) : null;
        var call = present is null ? await CallForAppAsync(PatchApp, app, context).ConfigureAwait(false) : Call(PatchApp).Path("appId", present.AppId);
        return await AppAsync(call
            .Body("appName", change.Name)
            .Body("authConfiguration", change.SignIn.IsGiven ? SignIn(present!.AuthConfiguration, change.SignIn) : null)
            .Body("serviceConfig", change.Scale.IsGiven ? Scale(present!.ServiceConfig, change.Scale) : null), context).ConfigureAwait(false);
    }

    public async Task RemoveAsync(string app, CallContext context) =>
        await SendAsync(await CallForAppAsync(DeleteApp, app, context).ConfigureAwait(false), context).ConfigureAwait(false);

    private async Task<ChatApp> ReplaceAsync(string app, AppChange change, CallContext context)
    {
        if (change.Name is not { } name)
            throw NoName("What replaces all of an app has to say its name.");
        var call = await CallForAppAsync(UpdateApp, app, context).ConfigureAwait(false);
        return await AppAsync(call
            .Body("appName", name)
            .Body("authConfiguration", SignIn(null, change.SignIn))
            .Body("serviceConfig", change.Scale.IsGiven ? Scale(null, change.Scale) : null), context).ConfigureAwait(false);
    }

    private static ChatException NoName(string message) => new(ChatErrorReason.InvalidRequest, message) { Advice = "Give it with -Name: lower-case letters, digits and hyphens." };

    // A way is there or it is not; what it holds is of no matter but for Google's.
    private static JsonObject SignIn(JsonObject? present, PlayerSignIn change)
    {
        var result = Copy(present);
        Set(result, Anonymous, change.Anonymous, () => []);
        Set(result, Nickname, change.Nickname, () => []);
        Set(result, Google, change.GoogleClientId.IsGiven ? change.GoogleClientId.Value is not null : null, () => new JsonObject { [ClientId] = change.GoogleClientId.Value });
        return result;
    }

    private JsonObject Scale(JsonObject? present, AppScale change)
    {
        var result = Copy(present);
        if (change.StaticProcesses is { } processes)
            result[StaticProcesses] = new JsonArray([.. processes.Select(Allocation)]);
        result[StaticProcesses] ??= new JsonArray();
        if (change.LoadBalancer is { } balanced)
            result[LoadBalancer] = Balanced(balanced);
        Set(result, Autoscaler, change.ScaleAtRequests.IsGiven ? change.ScaleAtRequests.Value is not null : null, () => new JsonObject
        {
            [Metric] = new JsonObject { ["metricName"] = "concurrent-requests", [MetricValue] = change.ScaleAtRequests.Value },
        });
        return result;
    }

    private JsonObject Allocation(StaticProcess process)
    {
        // Nothing as the most means no limit, so it is said; elsewhere it means the platform's choice.
        var result = new JsonObject { ["region"] = Names.Region(process.Region), ["minProcesses"] = process.Min, ["maxProcesses"] = process.Max };
        if (process.Target is { } target)
            result["targetProcesses"] = target;
        if (process.Autoscaling is { } scales)
            result["autoscalingEnabled"] = scales;
        return result;
    }

    private static JsonObject Balanced(bool enabled) => new() { [Enabled] = enabled };

    private static JsonObject Copy(JsonObject? present) => present is null ? [] : (JsonObject)present.DeepClone();

    private static void Set(JsonObject target, string name, bool? isThere, Func<JsonObject> make)
    {
        if (isThere == true)
            target[name] = make();
        else if (isThere == false)
            target.Remove(name);
    }

    private Task<ChatApp> AppAsync(ApiCall call, CallContext context) => SendAsync(call, HathoraJson.Default.App, ToApp, context);

    private ChatApp ToApp(Wire.App app)
    {
        Connection.Mask.Add(app.AppSecret is { } secret ? new Secret(secret) : null);
        return new()
        {
            Session = Connection.Session,
            Unnamed = app.Unnamed,
            Id = app.AppId,
            Name = app.AppName,
            Team = Names.TeamNameOf(app.OrgId),
            TeamId = app.OrgId,
            Anonymous = app.AuthConfiguration?[Anonymous] is not null,
            Nickname = app.AuthConfiguration?[Nickname] is not null,
            GoogleClientId = (string?)app.AuthConfiguration?[Google]?[ClientId],
            AppSecret = Secret.Keep(app.AppSecret),
            LoadBalancer = (bool?)app.ServiceConfig?[LoadBalancer]?[Enabled],
            StaticProcesses = [.. (app.ServiceConfig?[StaticProcesses].Deserialize(HathoraJson.Default.StaticProcessArray) ?? []).Select(process => process.ToModel())],
            ScaleAtRequests = (double?)app.ServiceConfig?[Autoscaler]?[Metric]?[MetricValue],
            LatestDeploymentId = app.Deployment?.DeploymentId,
            LatestBuildId = app.Deployment?.BuildId,
            LatestBuildTag = app.Deployment?.BuildTag,
            CreatedBy = app.CreatedBy,
            CreatedAt = app.CreatedAt,
            ReleasedAt = app.Deployment?.CreatedAt,
        };
    }
}
