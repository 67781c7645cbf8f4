using ChatPS.Client.Capabilities;
using ChatPS.Client.Http;
using ChatPS.Client.Paging;
using ChatPS.Client.Sessions;
using static ChatPS.Client.Platforms.Heroku.HerokuOperations;

namespace ChatPS.Client.Platforms.Heroku;

/// <summary>Where the logs of apps are sent to.</summary>
internal sealed class HerokuLogDrains(Connection connection) : Resource(connection),
    IAppItemReader<ChatLogDrain>, IAppItemCreator<NewLogDrain, ChatLogDrain>, IAppItemRemover<ChatLogDrain>, IAddonLogDrains
{
    public IAsyncEnumerable<ChatLogDrain> ListAsync(string app, PageWindow window, CallContext context) =>
        List(Call(LogDrainList).Path("app_identity", app), window, HerokuJson.Default.LogDrain, drain => ToLogDrain(drain, app), context);

    public Task<ChatLogDrain> GetAsync(string app, string item, CallContext context) => SendAsync(
        Call(LogDrainInfo).Path("app_identity", app).Path("log_drain_query_identity", Masked(item)), app, context);

    public Task<ChatLogDrain> CreateAsync(string app, NewLogDrain item, CallContext context) => SendAsync(
        Call(LogDrainCreate).Path("app_identity", app).Body("url", Masked(item.Url)), app, context);

    public Task RemoveAsync(string app, string item, CallContext context) => SendAsync(
        Call(LogDrainDelete).Path("app_identity", app).Path("log_drain_query_identity", Masked(item)), context);

    IAsyncEnumerable<ChatLogDrain> IAddonLogDrains.ListAsync(string addon, PageWindow window, CallContext context) =>
        List(Call(LogDrainListByAddOn).Path("add_on_identity", addon), window, HerokuJson.Default.LogDrain, drain => ToLogDrain(drain, ""), context);

    // Of an add-on's drains there is only the list.
    async Task<ChatLogDrain> IAddonLogDrains.GetAsync(string addon, string drain, CallContext context)
    {
        await foreach (var one in ((IAddonLogDrains)this).ListAsync(addon, PageWindow.All, context).ConfigureAwait(false))
        {
            if (one.Id == drain || one.Url == drain)
                return one;
        }
        throw new ChatException(ChatErrorReason.NotFound, $"The add-on {addon} has no log drain {WebAddress.WithoutUser(drain)}.")
        {
            Advice = "Look at those it has with Get-ChatLogDrain -Addon.",
        };
    }

    public Task<ChatLogDrain> UpdateAsync(string addon, string drain, string url, CallContext context) => SendAsync(
        Call(LogDrainUpdate).Path("add_on_identity", addon).Path("log_drain_query_identity", Masked(drain)).Body("url", Masked(url)), "", context);

    private Task<ChatLogDrain> SendAsync(ApiCall call, string app, CallContext context) =>
        SendAsync(call, HerokuJson.Default.LogDrain, drain => ToLogDrain(drain, app), context);

    private ChatLogDrain ToLogDrain(Wire.LogDrain drain, string app) => new()
    {
        Session = Connection.Session,
        Unnamed = drain.Unnamed,
        AppId = drain.App?.Id ?? app,
        AppName = drain.App?.Name,
        Id = drain.Id,
        Url = drain.Url,
        Token = Secret.Keep(drain.Token),
        AddonId = drain.Addon?.Id,
        AddonName = drain.Addon?.Name,
        CreatedAt = drain.CreatedAt,
        UpdatedAt = drain.UpdatedAt,
    };
}
