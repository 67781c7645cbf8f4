using ChatPS.Sandbox.Platforms.Heroku.Routes;

namespace ChatPS.Sandbox.Platforms.Heroku;

/// <summary>The operations beyond the apps' core.</summary>
internal sealed partial class HerokuService
{
    private void MapResources()
    {
        this.MapTeams();
        this.MapTeamMembers();
        this.MapTeamApps();
        this.MapOAuth();
        this.MapOAuthClients();
        this.MapKeys();
        this.MapPreferences();
        this.MapBilling();
        this.MapAddOnCatalog();
        this.MapAddOns();
        this.MapAttachments();
        this.MapLogDrains();
        this.MapEndpoints();
        this.MapWebhooks();
        this.MapBlobs();
        this.MapSlugs();
        this.MapBuilds();
        this.MapAppSetups();
        this.MapPipelines();
    }
}
