using ChatPS.Client.Capabilities;
using ChatPS.Client.Http;
using ChatPS.Client.Paging;
using ChatPS.Client.Sessions;
using static ChatPS.Client.Platforms.Heroku.HerokuOperations;

namespace ChatPS.Client.Platforms.Heroku;

/// <summary>What can be switched on for one's own account.</summary>
internal sealed class HerokuAccountFeatures(Connection connection) : Resource(connection),
    IItemReader<ChatAccountFeature>, IItemEditor<FeatureChange, ChatAccountFeature>
{
    public IAsyncEnumerable<ChatAccountFeature> ListAsync(PageWindow window, CallContext context) =>
        List(Call(AccountFeatureList), window, HerokuJson.Default.Feature, ToFeature, context);

    public Task<ChatAccountFeature> GetAsync(string item, CallContext context) => SendAsync(Call(AccountFeatureInfo), item, context);

    public Task<ChatAccountFeature> UpdateAsync(string item, FeatureChange change, CallContext context) =>
        SendAsync(Call(AccountFeatureUpdate).Body("enabled", change.Enabled), item, context);

    private Task<ChatAccountFeature> SendAsync(ApiCall call, string item, CallContext context) =>
        SendAsync(call.Path("account_feature_identity", item), HerokuJson.Default.Feature, ToFeature, context);

    private ChatAccountFeature ToFeature(Wire.Feature feature) => new()
    {
        Session = Connection.Session,
        Unnamed = feature.Unnamed,
        Id = feature.Id,
        Name = feature.Name,
        DisplayName = feature.DisplayName,
        Description = feature.Description,
        Enabled = feature.Enabled,
        State = feature.State,
        DocumentationUrl = feature.DocUrl,
        FeedbackEmail = feature.FeedbackEmail,
        CreatedAt = feature.CreatedAt,
        UpdatedAt = feature.UpdatedAt,
    };
}
