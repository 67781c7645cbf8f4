using ChatPS.Sandbox.Http;
using ChatPS.Sandbox.Platforms.Heroku.Model;

namespace ChatPS.Sandbox.Platforms.Heroku.Routes;

/// <summary>Uploads beside the API: the address is the key, so no credentials are needed.</summary>
internal static class BlobRoutes
{
    private const string Prefix = "/blobs/";

    public static void MapBlobs(this HerokuService heroku)
    {
        heroku.MapOpen("PUT", Prefix + "{key}", request =>
        {
            var blob = heroku.State.Blobs.GetValueOrDefault(request.Route("key")) ?? throw HerokuAnswer.NotFound("blob");
            blob.Content = request.Body;
            blob.Uploaded?.Invoke(request.Body);
            return SandboxResponse.Empty(200);
        });
        heroku.MapOpen("GET", Prefix + "{key}", request =>
            heroku.State.Blobs.GetValueOrDefault(request.Route("key"))?.Content is { } content
                ? SandboxResponse.Bytes(200, content, "application/octet-stream")
                : throw HerokuAnswer.NotFound("blob"));
    }

    /// <summary>Makes room for an upload, or for bytes that are there already; its address.</summary>
    public static string NewBlob(this HerokuService heroku, Action<ReadOnlyMemory<byte>>? uploaded = null, ReadOnlyMemory<byte>? content = null)
    {
        var key = OAuthRoutes.NewSecret();
        heroku.State.Blobs.Add(key, new() { Uploaded = uploaded, Content = content });
        return new Uri(heroku.BaseUri, Prefix + key).AbsoluteUri;
    }

    /// <summary>The upload behind an address of this service; null for any other address.</summary>
    public static Blob? BlobAt(this HerokuService heroku, string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Authority == heroku.BaseUri.Authority && uri.AbsolutePath.StartsWith(Prefix, StringComparison.Ordinal)
            ? heroku.State.Blobs.GetValueOrDefault(uri.AbsolutePath[Prefix.Length..])
            : null;
}
