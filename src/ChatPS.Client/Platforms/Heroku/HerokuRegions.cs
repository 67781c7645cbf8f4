using ChatPS.Client.Capabilities;
using ChatPS.Client.Http;
using ChatPS.Client.Paging;
using ChatPS.Client.Sessions;
using static ChatPS.Client.Platforms.Heroku.HerokuOperations;

namespace ChatPS.Client.Platforms.Heroku;

/// <summary>Where apps can run.</summary>
internal sealed class HerokuRegions(Connection connection) : Resource(connection), IItemReader<ChatRegion>
{
    public IAsyncEnumerable<ChatRegion> ListAsync(PageWindow window, CallContext context) =>
        List(Call(RegionList), window, HerokuJson.Default.Region, ToRegion, context);

    public Task<ChatRegion> GetAsync(string item, CallContext context) =>
        SendAsync(Call(RegionInfo).Path("region_identity", item), HerokuJson.Default.Region, ToRegion, context);

    private ChatRegion ToRegion(Wire.Region region) => new()
    {
        Session = Connection.Session,
        Unnamed = region.Unnamed,
        Id = region.Id,
        Name = region.Name,
        Description = region.Description,
        Country = region.Country,
        Locale = region.Locale,
        PrivateCapable = region.PrivateCapable,
        Provider = region.Provider?.Name,
        ProviderRegion = region.Provider?.Region,
        CreatedAt = region.CreatedAt,
        UpdatedAt = region.UpdatedAt,
    };
}
