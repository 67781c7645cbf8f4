using System.Net.Http.Headers;
using System.Text;

namespace ChatPS.Client.Http;

/// <summary>A multipart/related body, which the HTTP client's own library makes and RestSharp does not.</summary>
internal static class RelatedContent
{
    /// <param name="body">What is sent.</param>
    /// <param name="alive">Called whenever a piece of a file has gone.</param>
    /// <exception cref="ChatException">A file cannot be opened.</exception>
    public static MultipartContent Of(RelatedBody body, Action alive)
    {
        var content = new MultipartContent("related");
        try
        {
            foreach (var (name, value) in body.Parts)
                Add(content, new StringContent(value?.ToJsonString() ?? "null", Encoding.UTF8, "application/json"), name, fileName: null);
            foreach (var file in body.Files)
                Add(content, new UploadContent(new StreamBody(file.Open, file.Report), alive), file.Field, file.Name);
            return content;
        }
        catch
        {
            content.Dispose();
            throw;
        }
    }

    private static void Add(MultipartContent content, HttpContent part, string name, string? fileName)
    {
        part.Headers.ContentDisposition = new ContentDispositionHeaderValue("attachment") { Name = Quoted(name), FileName = fileName is null ? null : Quoted(fileName) };
        content.Add(part);
    }

    // Not a token, so it needs the marks, and inside them two characters need another one.
    private static string Quoted(string value) =>
        $"\"{value.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";
}
