using ChatPS.Client.Capabilities;
using ChatPS.Client.Http;
using ChatPS.Client.Paging;
using ChatPS.Client.Sessions;
using static ChatPS.Client.Platforms.Heroku.HerokuOperations;

namespace ChatPS.Client.Platforms.Heroku;

/// <summary>The add-ons of apps.</summary>
internal sealed class HerokuAddons(Connection connection) : Resource(connection),
    IAddonReader, IAppItemCreator<NewAddon, ChatAddon>, IAppItemEditor<AddonChange, ChatAddon>, IAppItemRemover<ChatAddon>
{
    public IAsyncEnumerable<ChatAddon> ListAsync(AddonFilter filter, PageWindow window, CallContext context)
    {
        if (filter is { App: null, Team: null, User: null })
            filter = new AddonFilter { App = Connection.Session.App, Team = Connection.Session.Team };
        var call = filter switch
        {
            { App: { } app } => Call(AddOnListByApp).Path("app_identity", app),
            { User: { } user } => Call(AddOnListByUser).Path("account_identity", HerokuAccounts.IdentityOf(user)),
            { Team: { } team } => Call(AddOnListByTeam).Path("team_identity", team),
            _ => Call(AddOnList),
        };
        return List(call, window, HerokuJson.Default.AddOn, ToAddon, context);
    }

    public Task<ChatAddon> GetAsync(string addon, string? app, CallContext context) => AddonAsync(
        (app is null ? Call(AddOnInfo) : Call(AddOnInfoByApp).Path("app_identity", app)).Path("add_on_identity", addon), context);

    public Task<ChatAddon> CreateAsync(string app, NewAddon item, CallContext context)
    {
        foreach (var (name, value) in item.Config ?? [])
        {
            if (value is Secret secret)
                Connection.Mask.Add(secret);
            else if (Secret.IsNameOfOne(name))
                Connection.Mask.Add(new Secret(JsonValues.ToText(value)));
        }
        return AddonAsync(Call(AddOnCreate).Path("app_identity", app)
            .Body("plan", item.Plan)
            .Body("name", item.Name)
            .Body("attachment", item.Attachment is { } attachment ? new Dictionary<string, string> { ["name"] = attachment } : null)
            .Body("config", item.Config)
            .Body("confirm", item.Confirm), context);
    }

    public async Task<ChatAddon> UpdateAsync(string app, string item, AddonChange change, CallContext context)
    {
        // The schema wants the plan named, also where it is to stay.
        var plan = change.Plan ?? (await GetAsync(item, app, context).ConfigureAwait(false)).PlanId;
        return await AddonAsync(
            Call(AddOnUpdate).Path("app_identity", app).Path("add_on_identity", item).Body("name", change.Name).Body("plan", plan), context).ConfigureAwait(false);
    }

    public Task RemoveAsync(string app, string item, CallContext context) =>
        SendAsync(Call(AddOnDelete).Path("app_identity", app).Path("add_on_identity", item), context);

    private Task<ChatAddon> AddonAsync(ApiCall call, CallContext context) => SendAsync(call, HerokuJson.Default.AddOn, ToAddon, context);

    private ChatAddon ToAddon(Wire.AddOn addon) => new()
    {
        Session = Connection.Session,
        Unnamed = addon.Unnamed,
        AppId = addon.App?.Id ?? "",
        AppName = addon.App?.Name,
        Id = addon.Id,
        Name = addon.Name,
        Service = addon.AddonService?.Name,
        ServiceId = addon.AddonService?.Id,
        Plan = addon.Plan?.Name,
        PlanId = addon.Plan?.Id,
        State = addon.State,
        Message = addon.ProvisionMessage,
        ConfigVars = addon.ConfigVars ?? [],
        BilledTo = addon.BillingEntity?.Name,
        BilledToId = addon.BillingEntity?.Id,
        BilledToKind = addon.BillingEntity?.Type,
        PriceCents = addon.BilledPrice?.Cents,
        PriceUnit = addon.BilledPrice?.Unit,
        PriceByContract = addon.BilledPrice?.Contract,
        ProviderId = addon.ProviderId,
        Url = addon.WebUrl,
        CreatedAt = addon.CreatedAt,
        UpdatedAt = addon.UpdatedAt,
    };
}
