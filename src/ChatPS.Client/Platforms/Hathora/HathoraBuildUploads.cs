using System.Globalization;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using ChatPS.Client.Capabilities;
using ChatPS.Client.Http;
using ChatPS.Client.Sessions;

namespace ChatPS.Client.Platforms.Hathora;

/// <summary>
/// Sends the sources of builds to the store that takes them: in parts, several at the same time, and then the list of them. The store is not
/// the API: no token goes there, and its addresses are their own keys.
/// </summary>
internal sealed class HathoraBuildUploads(Connection connection)
{
    private const int UsualPartLimit = 4;

    /// <summary>Divides a source as the platform wants it.</summary>
    /// <exception cref="ChatException">What the platform wants does not add up.</exception>
    public BuildUpload Plan(Wire.CreatedBuild build, SourceArchive source)
    {
        var chunk = (long)build.MaxChunkSize;
        var wanted = (build.UploadParts ?? []).OrderBy(part => part.PartNumber).ToArray();
        if (chunk <= 0 || wanted.Length != (source.Length + chunk - 1) / chunk || wanted.Where((part, i) => part.PartNumber != i + 1).Any())
            throw new ChatException(ChatErrorReason.InvalidResponse, $"The server wants {wanted.Length} parts of {chunk} bytes for the {source.Length} bytes of the build {build.BuildId}.");
        return new BuildUpload(
            source,
            [.. wanted.Select((part, i) => new BuildUploadPart(i + 1, i * chunk, Math.Min(chunk, source.Length - (i * chunk)), Hidden(part.PutRequestUrl)))],
            Hidden(build.CompleteUploadPostRequestUrl));
    }

    /// <summary>Sends the parts that are not there yet, and then says that all are.</summary>
    /// <exception cref="ChatException">A part did not get there, however often it was tried. Those that did are marked in the upload.</exception>
    public async Task SendAsync(BuildUpload upload, FileUpload source, int? partLimit, CallContext context)
    {
        if (upload.IsComplete)
            return;
        var missing = new Queue<BuildUploadPart>(upload.Parts.Where(part => part.ETag is null));
        var progress = new Progress(upload, source.Name, context.Log);
        ChatException? failure = null;
        await Task.WhenAll(Enumerable.Range(0, Math.Min(partLimit ?? UsualPartLimit, missing.Count)).Select(_ => SendPartsAsync())).ConfigureAwait(false);
        if (failure is not null)
            throw failure;
        await CompleteAsync(upload, context).ConfigureAwait(false);

        async Task SendPartsAsync()
        {
            while (Next() is { } part)
            {
                try
                {
                    part.ETag = await PutAsync(part, source, progress, context).ConfigureAwait(false);
                }
                catch (ChatException e)
                {
                    // Those under way may come to their end, and are remembered then.
                    failure = e.As(e.Reason, $"part {part.Number} of {upload.Parts.Count} did not get there. {e.Message}", e.Advice);
                }
            }
        }

        BuildUploadPart? Next()
        {
            lock (missing)
                return failure is null && missing.TryDequeue(out var part) ? part : null;
        }
    }

    private async Task<string> PutAsync(BuildUploadPart part, FileUpload source, Progress progress, CallContext context)
    {
        var body = new StreamBody(() => new StreamPart(source.Open(), part.Offset, part.Length), (done, _) => progress.Report(part, done));
        var answer = await connection.Api.SendAsync(ApiRequest.Elsewhere("PUT", AddressOf(part.Address)) with { Body = body }, context).ConfigureAwait(false);
        return answer.Header("ETag") ?? throw new ChatException(ChatErrorReason.InvalidResponse, "The store took it, but did not say as what (ETag).");
    }

    private async Task CompleteAsync(BuildUpload upload, CallContext context)
    {
        var list = new XElement("CompleteMultipartUpload", upload.Parts.Select(part => new XElement(
            "Part", new XElement("PartNumber", part.Number.ToString(CultureInfo.InvariantCulture)), new XElement("ETag", part.ETag))));
        // Said twice it means the same.
        var answer = await connection.Api.SendAsync(
            ApiRequest.Elsewhere("POST", AddressOf(upload.Completion)) with
            {
                Body = new RawBody(Encoding.UTF8.GetBytes(list.ToString(SaveOptions.DisableFormatting)), "application/xml"),
                IsIdempotent = true,
            },
            context).ConfigureAwait(false);
        if (ErrorIn(answer) is { } error)
            throw new ChatException(ChatErrorReason.ServerError, $"The store did not put the parts together: {connection.Mask.Apply(error)}");
        upload.IsComplete = true;
    }

    // Such a store may begin to answer before it has done its work, and then tell of a failure under a good status.
    private static string? ErrorIn(ApiResponse answer)
    {
        try
        {
            var root = XDocument.Load(new MemoryStream(answer.Content)).Root!;
            return root.Name.LocalName == "Error" ? string.Join(": ", root.Elements().Where(e => e.Name.LocalName is "Code" or "Message").Select(e => e.Value)) : null;
        }
        catch (XmlException)
        {
            return null;
        }
    }

    private Secret Hidden(string? address)
    {
        connection.Mask.AddAddress(address);
        return new Secret(address ?? "");
    }

    private static Uri AddressOf(Secret address) => Uri.TryCreate(address.Reveal(), UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https"
        ? uri
        : throw new ChatException(ChatErrorReason.InvalidResponse, "The server gave no address for it.");

    /// <summary>How far the whole is, when its parts go side by side and may begin again.</summary>
    private sealed class Progress(BuildUpload upload, string name, ICallLog log)
    {
        private readonly long[] _done = [.. upload.Parts.Select(part => part.ETag is null ? 0 : part.Length)];

        public void Report(BuildUploadPart part, long done)
        {
            lock (_done)
            {
                _done[part.Number - 1] = done;
                log.Progress($"Uploading {name}", _done.Sum(), upload.Source.Length);
            }
        }
    }
}
