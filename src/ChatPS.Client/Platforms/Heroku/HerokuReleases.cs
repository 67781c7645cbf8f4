using ChatPS.Client.Capabilities;
using ChatPS.Client.Http;
using ChatPS.Client.Paging;
using ChatPS.Client.Sessions;
using static ChatPS.Client.Platforms.Heroku.HerokuOperations;

namespace ChatPS.Client.Platforms.Heroku;

/// <summary>The states of code and configuration of an app, and the way back to one.</summary>
internal sealed class HerokuReleases(Connection connection) : Resource(connection),
    IReleaseReader, IAppItemCreator<NewRelease, ChatAppRelease>, IReleaseRestorer
{
    public IAsyncEnumerable<ChatAppRelease> ListAsync(string app, PageWindow window, CallContext context) =>
        List(Call(ReleaseList).Path("app_identity", app), window, HerokuJson.Default.Release, release => ToRelease(release, app), context);

    public Task<ChatAppRelease> GetAsync(string app, string item, CallContext context) =>
        SendAsync(Call(ReleaseInfo).Path("release_identity", item), app, context);

    public async Task<ChatAppRelease> GetCurrentAsync(string app, CallContext context)
    {
        // It is among the last ones: those after it failed or are still under way.
        await foreach (var release in ListAsync(app, new PageWindow { Descending = true }, context).ConfigureAwait(false))
        {
            if (release.Current)
                return release;
        }
        throw new ChatException(ChatErrorReason.NotFound, $"The app {app} runs no release.") { Advice = "Deploy something first: New-ChatAppRelease." };
    }

    public Task<ChatAppRelease> CreateAsync(string app, NewRelease item, CallContext context) => SendAsync(
        Call(ReleaseCreate).Body("slug", item.Slug).Body("oci_image", item.Image).Body("description", item.Description), app, context);

    public async Task<ChatAppRelease> RestoreAsync(string app, string release, CallContext context)
    {
        // Here, and only here, the version of a release does not stand for its id.
        var id = Guid.TryParse(release, out _) ? release : (await GetAsync(app, release, context).ConfigureAwait(false)).Id;
        return await SendAsync(Call(ReleaseRollback).Body("release", id), app, context).ConfigureAwait(false);
    }

    private Task<ChatAppRelease> SendAsync(ApiCall call, string app, CallContext context) =>
        SendAsync(call.Path("app_identity", app), HerokuJson.Default.Release, release => ToRelease(release, app), context);

    private ChatAppRelease ToRelease(Wire.Release release, string app) => new()
    {
        Session = Connection.Session,
        Unnamed = release.Unnamed,
        AppId = release.App?.Id ?? app,
        AppName = release.App?.Name,
        Id = release.Id,
        Version = release.Version,
        Description = release.Description,
        Status = release.Status,
        Current = release.Current,
        CanRestore = release.EligibleForRollback,
        SlugId = release.Slug?.Id,
        ImageId = release.Artifacts?.Find(artifact => artifact.Type is not "slug")?.Id,
        AddonPlans = release.AddonPlanNames ?? [],
        User = release.User?.Email,
        UserId = release.User?.Id,
        OutputUrl = release.OutputStreamUrl,
        CreatedAt = release.CreatedAt,
        UpdatedAt = release.UpdatedAt,
    };
}
