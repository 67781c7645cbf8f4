using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using System.Xml;
using System.Xml.Linq;
using ChatPS.Sandbox.Http;
using ChatPS.Sandbox.Platforms.Hathora.Model;

namespace ChatPS.Sandbox.Platforms.Hathora.Routes;

/// <summary>
/// Where the source of a build goes: parts to presigned addresses, then the list of them. The real service has those in an object store,
/// whose answers are XML and whose addresses are their own keys.
/// </summary>
internal static class BuildUploadRoutes
{
    private const string Path = "/build-uploads/";
    private const string SecretName = "uploadId";
    private const int MaxParts = 10_000;

    public static void MapBuildUploads(this HathoraService hathora)
    {
        hathora.MapOpen("PUT", Path + "{buildId}", request => PutPart(hathora, request));
        hathora.MapOpen("POST", Path + "{buildId}", request => Complete(hathora, request));
        hathora.MapOpen("POST", Path + "{buildId}/form", request => PostForm(hathora, request));
    }

    /// <summary>Makes room for an archive of that size.</summary>
    public static Upload NewUpload(HathoraService hathora, double size = 1)
    {
        var parts = Math.Ceiling(size / hathora.MaxChunkSize);
        return parts <= MaxParts
            ? new() { Secret = HathoraState.NewSecret(), PartCount = (int)parts, MaxChunkSize = hathora.MaxChunkSize }
            : throw HathoraAnswer.BadRequest($"An upload has at most {MaxParts} parts.");
    }

    /// <summary>Tells where the parts go.</summary>
    public static JsonObject AddAddresses(JsonObject json, Build build, HathoraService hathora)
    {
        var upload = build.Upload!;
        json["completeUploadPostRequestUrl"] = Address("");
        json["maxChunkSize"] = upload.MaxChunkSize;
        json["uploadParts"] = Enumerable.Range(1, upload.PartCount)
            .Select(number => (JsonNode)new JsonObject
            {
                ["putRequestUrl"] = Address(string.Create(CultureInfo.InvariantCulture, $"partNumber={number}&")),
                ["partNumber"] = number,
            })
            .ToJsonArray();
        return json;

        string Address(string part) => new Uri(hathora.BaseUri, $"{Path}{Uri.EscapeDataString(build.Id)}?{part}{SecretName}={upload.Secret}").AbsoluteUri;
    }

    /// <summary>Tells where the whole goes at once, as a form with a file.</summary>
    public static JsonObject AddForm(JsonObject json, Build build, HathoraService hathora)
    {
        json["uploadUrl"] = new Uri(hathora.BaseUri, $"{Path}{Uri.EscapeDataString(build.Id)}/form").AbsoluteUri;
        json["uploadBodyParams"] = new JsonArray(new JsonObject { ["value"] = build.Upload!.Secret, ["key"] = SecretName });
        return json;
    }

    private static SandboxResponse PutPart(HathoraService hathora, SandboxRequest request)
    {
        var upload = UploadOf(hathora, request, request.Query[SecretName]);
        if (request.Query.Int("partNumber") is not { } number || number < 1 || number > upload.PartCount)
            throw Fault(400, "InvalidArgument", "There is no part of that number.");
        if (request.Body.Length > upload.MaxChunkSize)
            throw Fault(400, "EntityTooLarge", "The part is larger than a chunk may be.");
        upload.Parts[(int)number] = request.Body;
        return SandboxResponse.Empty(200).With("ETag", ETagOf(request.Body));
    }

    private static SandboxResponse Complete(HathoraService hathora, SandboxRequest request)
    {
        var upload = UploadOf(hathora, request, request.Query[SecretName]);
        var listed = PartsIn(request);
        for (var i = 0; i < listed.Count; i++)
        {
            if (i > 0 && listed[i].Number <= listed[i - 1].Number)
                throw Fault(400, "InvalidPartOrder", "The parts have to be in the order of their numbers.");
            if (!upload.Parts.TryGetValue(listed[i].Number, out var part) || ETagOf(part).Trim('"') != listed[i].ETag.Trim('"'))
                throw Fault(400, "InvalidPart", $"Part {listed[i].Number} was not uploaded, or not with that entity tag.");
        }

        if (listed.Count != upload.PartCount)
            throw Fault(400, "InvalidPart", $"The upload has {upload.PartCount} parts, and {listed.Count} are listed.");
        upload.Content = [.. upload.Parts.Values.SelectMany(part => part.ToArray())];
        return Xml(200, new XElement("CompleteMultipartUploadResult", new XElement("ETag", ETagOf(upload.Content))));
    }

    private static SandboxResponse PostForm(HathoraService hathora, SandboxRequest request)
    {
        var upload = UploadOf(hathora, request, request.Parts.FirstOrDefault(part => part.Name == SecretName)?.Text);
        var file = request.Parts.FirstOrDefault(part => part.Name == "file") ?? throw Fault(400, "InvalidArgument", "The form has no file.");
        upload.Content = file.Body.ToArray();
        return SandboxResponse.Empty(204);
    }

    private static Upload UploadOf(HathoraService hathora, SandboxRequest request, string? secret)
    {
        var upload = hathora.State.Orgs.SelectMany(org => org.Builds).FirstOrDefault(build => build.Id == request.Route("buildId"))?.Upload;
        if (upload is null || upload.Secret != secret)
            throw Fault(403, "AccessDenied", "The address is not a valid one.");
        return upload.Content is null ? upload : throw Fault(404, "NoSuchUpload", "The upload is complete already.");
    }

    private static List<(int Number, string ETag)> PartsIn(SandboxRequest request)
    {
        try
        {
            var list = XDocument.Load(new MemoryStream(request.Body.ToArray())).Root!;
            if (list.Name.LocalName == "CompleteMultipartUpload")
                return [.. list.Elements().Select(part => (int.Parse(Value(part, "PartNumber"), CultureInfo.InvariantCulture), Value(part, "ETag")))];
        }
        catch (Exception error) when (error is XmlException or FormatException)
        {
            // Answered below.
        }

        throw Fault(400, "MalformedXML", "The body is not a list of parts.");

        // Clients differ in whether they write the namespace.
        static string Value(XElement part, string name) => part.Elements().FirstOrDefault(element => element.Name.LocalName == name)?.Value.Trim() ?? "";
    }

    private static string ETagOf(ReadOnlyMemory<byte> content) => $"\"{Convert.ToHexString(SHA256.HashData(content.Span), 0, 16).ToLowerInvariant()}\"";

    private static SandboxAnswerException Fault(int status, string code, string message) =>
        new(Xml(status, new XElement("Error", new XElement("Code", code), new XElement("Message", message))));

    private static SandboxResponse Xml(int status, XElement body) =>
        SandboxResponse.Text(status, """<?xml version="1.0" encoding="UTF-8"?>""" + "\n" + body, "application/xml");
}
