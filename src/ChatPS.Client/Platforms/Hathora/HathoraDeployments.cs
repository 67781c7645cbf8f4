using System.Collections.ObjectModel;
using System.Net;
using System.Security;
using ChatPS.Client.Capabilities;
using ChatPS.Client.Http;
using ChatPS.Client.Paging;
using ChatPS.Client.Sessions;
using static ChatPS.Client.Platforms.Hathora.HathoraOperations;

namespace ChatPS.Client.Platforms.Hathora;

/// <summary>Deployments of apps. Nobody knows which of their variables are secrets, so all are masked.</summary>
internal sealed class HathoraDeployments(Connection connection) : HathoraResource(connection), IDeploymentReader, IAppItemCreator<NewDeployment, ChatDeployment>
{
    private const double UsualCpu = 0.5;
    private const double UsualMemoryPerCpu = 2048;
    private const int UsualRooms = 1;
    private const int UsualPort = 8000;
    private const string UsualTransport = "tcp";

    public IAsyncEnumerable<ChatDeployment> ListAsync(string app, DeploymentFilter filter, PageWindow window, CallContext context) => List(
        async () => (await CallForAppAsync(GetDeployments, app, context).ConfigureAwait(false)).Query("deploymentTag", filter.Tag).Query("buildTag", filter.BuildTag),
        window,
        HathoraJson.Default.Deployment,
        ToDeployment,
        context);

    public async Task<ChatDeployment> GetAsync(string app, string deployment, CallContext context) => await DeploymentAsync(
        (await CallForAppAsync(GetDeployment, app, context).ConfigureAwait(false)).Path("deploymentId", deployment), context).ConfigureAwait(false);

    public async Task<ChatDeployment> LatestAsync(string app, CallContext context) =>
        await DeploymentAsync(await CallForAppAsync(GetLatestDeployment, app, context).ConfigureAwait(false), context).ConfigureAwait(false);

    public async Task<ChatDeployment> CreateAsync(string app, NewDeployment item, CallContext context)
    {
        foreach (var value in item.Environment?.Values ?? [])
            Connection.Mask.Add(value);
        var from = item switch
        {
            { From: { } deployment } => deployment,
            { FromId: { } id } => await GetAsync(app, id, context).ConfigureAwait(false),
            { FromLatest: true } => await LatestAsync(app, context).ConfigureAwait(false),
            _ => null,
        };
        var cpu = item.Cpu ?? from?.Cpu ?? UsualCpu;
        var call = await CallForAppAsync(CreateDeployment, app, context).ConfigureAwait(false);
        return await DeploymentAsync(call
            .Body("buildId", item.Build ?? from?.BuildId ?? throw new ChatException(ChatErrorReason.InvalidRequest, "There is no build to deploy.") { Advice = "Name it with -Build." })
            .Body("deploymentTag", item.Tag)
            .Body("fleetId", await FleetAsync(item, from, context).ConfigureAwait(false))
            .Body("requestedCPU", cpu)
            .Body("requestedMemoryMB", item.MemoryMB ?? from?.MemoryMB ?? cpu * UsualMemoryPerCpu)
            .Body("requestedGPU", item.Gpu ?? from?.Gpu)
            .Body("roomsPerProcess", item.RoomsPerProcess ?? from?.RoomsPerProcess ?? UsualRooms)
            .Body("transportType", item.Transport ?? from?.Transport ?? UsualTransport)
            .Body("containerPort", item.Port ?? from?.Port ?? UsualPort)
            .Body("additionalContainerPorts", item.AdditionalPorts?.Select(ToWire) ?? from?.AdditionalPorts.Select(port => ToWire(new(port.Name, port.Port, port.Transport))))
            .Body("env", Environment(item, from).Select(variable => new Dictionary<string, object> { ["name"] = variable.Key, ["value"] = variable.Value }))
            .Body("idleTimeoutEnabled", item.IdleTimeout ?? from?.IdleTimeout ?? true), context).ConfigureAwait(false);
    }

    private async Task<string?> FleetAsync(NewDeployment item, ChatDeployment? from, CallContext context)
    {
        if (!item.Fleet.IsGiven)
            return from?.FleetId;
        return item.Fleet.Value is { } fleet ? (await Names.FleetAsync(item.FleetTeam, fleet, context).ConfigureAwait(false)).Id : null;
    }

    // Variables that are not named stay as they were.
    private static Dictionary<string, Secret> Environment(NewDeployment item, ChatDeployment? from)
    {
        var result = new Dictionary<string, Secret>(StringComparer.Ordinal);
        foreach (var (name, value) in from?.Environment ?? ReadOnlyDictionary<string, SecureString>.Empty)
            result[name] = new Secret(new NetworkCredential("", value).Password);
        foreach (var (name, value) in item.Environment ?? ReadOnlyDictionary<string, Secret?>.Empty)
        {
            if (value is null)
                result.Remove(name);
            else
                result[name] = value;
        }
        return result;
    }

    private static Dictionary<string, object> ToWire(ContainerPort port) =>
        new() { ["name"] = port.Name, ["port"] = port.Port, ["transportType"] = port.Transport.ToLowerInvariant() };

    private Task<ChatDeployment> DeploymentAsync(ApiCall call, CallContext context) => SendAsync(call, HathoraJson.Default.Deployment, ToDeployment, context);

    private ChatDeployment ToDeployment(Wire.Deployment deployment)
    {
        var environment = new Dictionary<string, SecureString>(StringComparer.Ordinal);
        foreach (var variable in deployment.Env ?? [])
        {
            Connection.Mask.Add(new Secret(variable.Value));
            environment[variable.Name] = new NetworkCredential("", variable.Value).SecurePassword;
        }
        return new()
        {
            Session = Connection.Session,
            Unnamed = deployment.Unnamed,
            Id = deployment.DeploymentId,
            AppId = deployment.AppId,
            BuildId = deployment.BuildId,
            BuildTag = deployment.BuildTag,
            DeploymentTag = deployment.DeploymentTag,
            Cpu = deployment.RequestedCpu,
            MemoryMB = deployment.RequestedMemoryMB,
            Gpu = deployment.RequestedGpu ?? deployment.ExperimentalRequestedGpu,
            RoomsPerProcess = (int)deployment.RoomsPerProcess,
            Port = (int)(deployment.DefaultContainerPort?.Number ?? 0),
            Transport = deployment.DefaultContainerPort?.TransportType ?? "",
            AdditionalPorts = [.. (deployment.AdditionalContainerPorts ?? []).Select(port => port.ToModel())],
            Environment = new ReadOnlyDictionary<string, SecureString>(environment),
            IdleTimeout = deployment.IdleTimeoutEnabled,
            FleetId = deployment.FleetId,
            CreatedBy = deployment.CreatedBy,
            CreatedAt = deployment.CreatedAt,
        };
    }
}
