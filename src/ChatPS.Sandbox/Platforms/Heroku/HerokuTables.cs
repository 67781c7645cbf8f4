using ChatPS.Sandbox.Platforms.Heroku.Model;
using ChatPS.Sandbox.Platforms.Heroku.Routes;

namespace ChatPS.Sandbox.Platforms.Heroku;

/// <summary>Tables beyond the apps' core.</summary>
internal sealed partial class HerokuState
{
    public Table<OAuthClient> OAuthClients { get; } = new();

    public Table<OAuthAuthorization> Authorizations { get; } = new();

    public Table<OAuthToken> OAuthTokens { get; } = new();

    public Table<Feature> TeamFeatures { get; } = new(feature => feature.Name);

    public Table<AddOnService> AddOnServices { get; } = new(service => service.Name);

    public Table<AddOn> AddOns { get; } = new(addOn => addOn.Name);

    public Table<AddOnAttachment> Attachments { get; } = new();

    public Table<AppSetup> AppSetups { get; } = new();

    public Table<Pipeline> Pipelines { get; } = new(pipeline => pipeline.Name);

    public Table<PipelinePromotion> Promotions { get; } = new();

    /// <summary>What was or can be uploaded, by the secret ends of its addresses.</summary>
    public Dictionary<string, Blob> Blobs { get; } = [];

    /// <summary>Where the content of slugs lies, by their ids.</summary>
    public Dictionary<string, string> SlugBlobs { get; } = [];

    /// <summary>Accounts that may set a new password, by the token that a mail would bring them.</summary>
    public Dictionary<string, Account> PasswordResets { get; } = [];

    /// <summary>Forgets what belonged to an app.</summary>
    private void RemoveRest(App app)
    {
        foreach (var attachment in Attachments.Where(attachment => attachment.App == app || attachment.AddOn.App == app).ToList())
            Attachments.Remove(attachment);
        foreach (var addOn in AddOns.Where(addOn => addOn.App == app).ToList())
            AddOns.Remove(addOn);
        foreach (var pipeline in Pipelines)
            pipeline.Couplings.RemoveAll(coupling => coupling.App == app);
    }

    /// <summary>Forgets what belonged to an account.</summary>
    private void RemoveRest(Account account)
    {
        foreach (var authorization in Authorizations.Where(authorization => authorization.User == account || authorization.Client?.Owner == account).ToList())
            this.Revoke(authorization);
        foreach (var client in OAuthClients.Where(client => client.Owner == account).ToList())
            OAuthClients.Remove(client);
        foreach (var pipeline in Pipelines.Where(pipeline => pipeline.User == account).ToList())
            Pipelines.Remove(pipeline);
    }
}
