using ChatPS.Client.Capabilities;
using ChatPS.Client.Http;
using ChatPS.Client.Paging;
using ChatPS.Client.Sessions;
using static ChatPS.Client.Platforms.Heroku.HerokuOperations;

namespace ChatPS.Client.Platforms.Heroku;

/// <summary>What can be switched on for an app.</summary>
internal sealed class HerokuAppFeatures(Connection connection) : Resource(connection),
    IAppItemReader<ChatAppFeature>, IAppItemEditor<FeatureChange, ChatAppFeature>
{
    public IAsyncEnumerable<ChatAppFeature> ListAsync(string app, PageWindow window, CallContext context) =>
        List(Call(AppFeatureList).Path("app_identity", app), window, HerokuJson.Default.Feature, feature => ToFeature(feature, app), context);

    public Task<ChatAppFeature> GetAsync(string app, string item, CallContext context) => SendAsync(Call(AppFeatureInfo), app, item, context);

    public Task<ChatAppFeature> UpdateAsync(string app, string item, FeatureChange change, CallContext context) =>
        SendAsync(Call(AppFeatureUpdate).Body("enabled", change.Enabled), app, item, context);

    private Task<ChatAppFeature> SendAsync(ApiCall call, string app, string item, CallContext context) => SendAsync(
        call.Path("app_identity", app).Path("app_feature_identity", item), HerokuJson.Default.Feature, feature => ToFeature(feature, app), context);

    private ChatAppFeature ToFeature(Wire.Feature feature, string app) => new()
    {
        Session = Connection.Session,
        Unnamed = feature.Unnamed,
        AppId = app,
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
