using ChatPS.Client.Capabilities;
using ChatPS.Client.Http;
using ChatPS.Client.Paging;
using ChatPS.Client.Sessions;
using static ChatPS.Client.Platforms.Heroku.HerokuOperations;

namespace ChatPS.Client.Platforms.Heroku;

/// <summary>The kinds of add-ons there are.</summary>
internal sealed class HerokuAddonServices(Connection connection) : Resource(connection), IItemReader<ChatAddonService>
{
    public IAsyncEnumerable<ChatAddonService> ListAsync(PageWindow window, CallContext context) =>
        List(Call(AddOnServiceList), window, HerokuJson.Default.AddOnService, ToService, context);

    public Task<ChatAddonService> GetAsync(string item, CallContext context) =>
        SendAsync(Call(AddOnServiceInfo).Path("add_on_service_identity", item), HerokuJson.Default.AddOnService, ToService, context);

    private ChatAddonService ToService(Wire.AddOnService service) => new()
    {
        Session = Connection.Session,
        Unnamed = service.Unnamed,
        Id = service.Id,
        Name = service.Name,
        DisplayName = service.HumanName,
        State = service.State,
        SupportsMultipleInstallations = service.SupportsMultipleInstallations,
        SupportsSharing = service.SupportsSharing,
        Generations = [.. (service.SupportedGenerations ?? []).Select(generation => generation.Name).OfType<string>()],
        CliPlugin = service.CliPluginName,
        CreatedAt = service.CreatedAt,
        UpdatedAt = service.UpdatedAt,
    };
}
