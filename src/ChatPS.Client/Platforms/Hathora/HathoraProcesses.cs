using ChatPS.Client.Capabilities;
using ChatPS.Client.Http;
using ChatPS.Client.Paging;
using ChatPS.Client.Sessions;
using static ChatPS.Client.Platforms.Hathora.HathoraOperations;

namespace ChatPS.Client.Platforms.Hathora;

/// <summary>What an app runs, and has run lately. What a process runs its deployment says; it is only told where.</summary>
internal sealed class HathoraProcesses(Connection connection) : HathoraResource(connection),
    IProcessReader, IProcessCounter, IAppItemCreator<NewProcess, ChatProcess>, IProcessWaiter, IProcessStopper
{
    private const string Starting = "starting";

    private static readonly TimeSpan PollInterval = TimeSpan.FromSeconds(1);

    public IAsyncEnumerable<ChatProcess> ListAsync(string app, ProcessFilter filter, PageWindow window, CallContext context) =>
        List(() => FilteredAsync(GetLatestProcesses, app, filter, context), window, HathoraJson.Default.Process, ToProcess, context);

    public async Task<ChatProcess> GetAsync(string app, string process, ProcessFilter filter, CallContext context) =>
        await ProcessAsync(await CallForProcessAsync(GetProcess, app, process, context).ConfigureAwait(false), context).ConfigureAwait(false);

    public async Task<ChatProcessCount> CountAsync(string app, ProcessFilter filter, CallContext context)
    {
        var call = await FilteredAsync(GetProcessesCountExperimental, app, filter, context).ConfigureAwait(false);
        var id = await Names.AppIdAsync(app, context).ConfigureAwait(false);
        return await SendAsync(call, HathoraJson.Default.ProcessCount, count => new ChatProcessCount
        {
            Session = Connection.Session,
            Unnamed = count.Unnamed,
            AppId = id,
            Status = filter.Status ?? [],
            Region = filter.Region ?? [],
            Count = (long)count.Count,
        }, context).ConfigureAwait(false);
    }

    public async Task<ChatProcess> CreateAsync(string app, NewProcess item, CallContext context)
    {
        if (item.Region is not { } region)
            throw new ChatException(ChatErrorReason.InvalidRequest, "A process needs a region to run in.") { Advice = "Name it with -Region; Get-ChatRegion shows them." };
        Unsupported.IfGiven(item.Command, ChatPlatform.Hathora, "Command");
        Unsupported.IfGiven(item.Type, ChatPlatform.Hathora, "Type");
        Unsupported.IfGiven(item.Size, ChatPlatform.Hathora, "Size");
        Unsupported.IfGiven(item.Attach, ChatPlatform.Hathora, "Attach");
        Unsupported.IfGiven(item.ForceNoTty, ChatPlatform.Hathora, "ForceNoTty");
        Unsupported.IfGiven(item.Environment, ChatPlatform.Hathora, "Environment");
        Unsupported.IfGiven(item.TimeToLive, ChatPlatform.Hathora, "TimeToLive");
        var call = await CallForAppAsync(CreateProcess, app, context).ConfigureAwait(false);
        return await ProcessAsync(call.Path("region", region), context).ConfigureAwait(false);
    }

    public async Task<ChatProcess> WaitAsync(ChatProcess process, CallContext context)
    {
        while (process.State == Starting)
        {
            await Task.Delay(PollInterval, Connection.Clock, context.Cancellation).ConfigureAwait(false);
            process = await GetAsync(process.AppId, process.Id, new ProcessFilter(), context).ConfigureAwait(false);
        }
        return process;
    }

    public async Task StopAsync(string app, string process, CallContext context) =>
        await SendAsync(await CallForProcessAsync(StopProcess, app, process, context).ConfigureAwait(false), context).ConfigureAwait(false);

    public Task StopTypeAsync(string app, string type, CallContext context) => throw Unsupported.Of(ChatPlatform.Hathora, "Type");

    private async Task<ApiCall> FilteredAsync(string operation, string app, ProcessFilter filter, CallContext context) =>
        (await CallForAppAsync(operation, app, context).ConfigureAwait(false)).Query("status", filter.Status).Query("region", filter.Region);

    private async Task<ApiCall> CallForProcessAsync(string operation, string app, string process, CallContext context) =>
        (await CallForAppAsync(operation, app, context).ConfigureAwait(false)).Path("processId", process);

    private Task<ChatProcess> ProcessAsync(ApiCall call, CallContext context) => SendAsync(call, HathoraJson.Default.Process, ToProcess, context);

    private ChatProcess ToProcess(Wire.Process process) => new()
    {
        Session = Connection.Session,
        Unnamed = process.Unnamed,
        AppId = process.AppId,
        Id = process.ProcessId,
        State = process.Status,
        Region = process.Region,
        ExposedPort = process.ExposedPort?.ToModel(),
        AdditionalPorts = [.. (process.AdditionalExposedPorts ?? []).Select(port => port.ToModel())],
        DeploymentId = process.DeploymentId,
        FleetId = process.FleetId,
        Hosting = process.Hosting,
        RoomsAllocated = process.RoomsAllocated,
        RoomsPerProcess = process.RoomsPerProcess,
        ExitReason = process.SummaryExitReason,
        CreatedAt = process.CreatedAt,
        ScheduledAt = process.ScheduledAt,
        BootedAt = process.BootedAt,
        StartedAt = process.StartedAt,
        StoppingAt = process.StoppingAt,
        TerminatedAt = process.TerminatedAt,
    };
}
