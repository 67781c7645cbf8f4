using ChatPS.Client.Capabilities;
using ChatPS.Client.Http;
using ChatPS.Client.Paging;
using ChatPS.Client.Sessions;
using static ChatPS.Client.Platforms.Heroku.HerokuOperations;

namespace ChatPS.Client.Platforms.Heroku;

/// <summary>What an app runs: the dynos of its formation, and one-off ones.</summary>
internal sealed class HerokuDynos(Connection connection) : Resource(connection),
    IProcessReader, IAppItemCreator<NewProcess, ChatProcess>, IProcessStopper, IProcessRestarter
{
    public IAsyncEnumerable<ChatProcess> ListAsync(string app, ProcessFilter filter, PageWindow window, CallContext context)
    {
        Unsupported.IfGiven(filter.Region, ChatPlatform.Heroku, "Region");
        return List(Call(DynoList).Path("app_identity", app), window, HerokuJson.Default.Dyno, dyno => ToProcess(dyno, app), context);
    }

    public Task<ChatProcess> GetAsync(string app, string process, ProcessFilter filter, CallContext context)
    {
        Unsupported.IfGiven(filter.Region, ChatPlatform.Heroku, "Region");
        return SendAsync(Of(DynoInfo, app, process), app, context);
    }

    public Task<ChatProcess> CreateAsync(string app, NewProcess item, CallContext context)
    {
        Unsupported.IfGiven(item.Region, ChatPlatform.Heroku, "Region");
        if (string.IsNullOrEmpty(item.Command))
            throw new ChatException(ChatErrorReason.InvalidRequest, "A one-off dyno needs something to run.") { Advice = "Give it with -Command." };
        foreach (var value in item.Environment?.Values ?? [])
            Connection.Mask.Add(value);
        return SendAsync(
            Call(DynoCreate).Path("app_identity", app)
                .Body("command", item.Command)
                .Body("type", item.Type)
                .Body("size", item.Size)
                .Body("attach", item.Attach)
                .Body("force_no_tty", item.ForceNoTty)
                .Body("env", item.Environment)
                .Body("time_to_live", (long?)item.TimeToLive?.TotalSeconds),
            app, context);
    }

    public Task StopAsync(string app, string process, CallContext context) => SendAsync(Of(DynoStop, app, process), context);

    public Task StopTypeAsync(string app, string type, CallContext context) => SendAsync(OfType(DynoStopFormation, app, type), context);

    public Task RestartAsync(string app, string process, CallContext context) => SendAsync(Of(DynoRestart, app, process), context);

    public Task RestartTypeAsync(string app, string type, CallContext context) => SendAsync(OfType(DynoRestartFormation, app, type), context);

    public Task RestartAllAsync(string app, CallContext context) => SendAsync(Call(DynoRestartAll).Path("app_identity", app), context);

    private ApiCall Of(string operation, string app, string dyno) => Call(operation).Path("app_identity", app).Path("dyno_identity", dyno);

    private ApiCall OfType(string operation, string app, string type) => Call(operation).Path("app_identity", app).Path("dyno_formation_type", type);

    private Task<ChatProcess> SendAsync(ApiCall call, string app, CallContext context) =>
        SendAsync(call, HerokuJson.Default.Dyno, dyno => ToProcess(dyno, app), context);

    private ChatProcess ToProcess(Wire.Dyno dyno, string app)
    {
        Connection.Mask.Add(dyno.AttachUrl is null ? null : new Secret(dyno.AttachUrl));
        return new ChatProcess
        {
            Session = Connection.Session,
            Unnamed = dyno.Unnamed,
            AppId = dyno.App?.Id ?? app,
            AppName = dyno.App?.Name,
            Id = dyno.Id,
            Name = dyno.Name,
            Type = dyno.Type,
            State = dyno.State,
            Size = dyno.Size,
            Command = dyno.Command,
            Release = dyno.Release?.Version,
            ReleaseId = dyno.Release?.Id,
            AttachUrl = Secret.Keep(dyno.AttachUrl),
            CreatedAt = dyno.CreatedAt,
            UpdatedAt = dyno.UpdatedAt,
        };
    }
}
