using ChatPS.Client.Capabilities;
using ChatPS.Client.Http;
using ChatPS.Client.Paging;
using ChatPS.Client.Sessions;
using static ChatPS.Client.Platforms.Heroku.HerokuOperations;

namespace ChatPS.Client.Platforms.Heroku;

/// <summary>The code of apps, ready to run.</summary>
internal sealed class HerokuSlugs(Connection connection) : Resource(connection), IAppItemReader<ChatAppSlug>, IAppItemCreator<NewSlug, ChatAppSlug>
{
    public IAsyncEnumerable<ChatAppSlug> ListAsync(string app, PageWindow window, CallContext context) =>
        throw new ChatException(ChatErrorReason.NotSupported, "Heroku lists no slugs.")
        {
            Advice = "Name one by its id: Get-ChatAppRelease and Get-ChatAppBuild tell which slugs an app has.",
        };

    public Task<ChatAppSlug> GetAsync(string app, string item, CallContext context) => SendAsync(
        Call(SlugInfo).Path("app_identity", app).Path("slug_identity", item), HerokuJson.Default.Slug, slug => ToSlug(slug, app), context);

    public async Task<ChatAppSlug> CreateAsync(string app, NewSlug item, CallContext context)
    {
        var call = Call(SlugCreate).Path("app_identity", app)
            .Body("process_types", item.ProcessTypes)
            .Body("buildpack_provided_description", item.BuildpackDescription)
            .Body("checksum", item.Checksum)
            .Body("commit", item.Commit)
            .Body("commit_description", item.CommitDescription)
            .Body("stack", item.Stack);
        var slug = await SendAsync(call, HerokuJson.Default.Slug, slug => ToSlug(slug, app), context).ConfigureAwait(false);
        if (item.Content is not { } content)
            return slug;
        try
        {
            await UploadAsync(content, slug.BlobMethod ?? "PUT", slug.BlobUrl, context).ConfigureAwait(false);
            return slug;
        }
        catch (ChatException e)
        {
            throw e.As(e.Reason, $"The slug {slug.Id} was added, but its archive was not uploaded: {e.Message}",
                "Run the command again, which adds another slug; the one without an archive is never used.");
        }
    }

    private ChatAppSlug ToSlug(Wire.Slug slug, string app) => new()
    {
        Session = Connection.Session,
        Unnamed = slug.Unnamed,
        AppId = app,
        Id = slug.Id,
        ProcessTypes = slug.ProcessTypes ?? [],
        BuildpackDescription = slug.BuildpackProvidedDescription,
        Checksum = slug.Checksum,
        Commit = slug.Commit,
        CommitDescription = slug.CommitDescription,
        Size = slug.Size,
        Stack = slug.Stack?.Name,
        StackId = slug.Stack?.Id,
        BlobMethod = slug.Blob?.Method?.ToUpperInvariant(),
        BlobUrl = slug.Blob?.Url,
        CreatedAt = slug.CreatedAt,
        UpdatedAt = slug.UpdatedAt,
    };
}
