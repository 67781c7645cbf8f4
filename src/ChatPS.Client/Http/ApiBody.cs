using System.Text.Json.Nodes;

namespace ChatPS.Client.Http;

/// <summary>What a request carries. Every attempt reads it anew, so that a repetition sends the whole of it.</summary>
internal abstract record ApiBody;

internal sealed record JsonBody(JsonNode? Value) : ApiBody;

internal sealed record FormBody(IReadOnlyList<KeyValuePair<string, string>> Fields) : ApiBody;

internal sealed record MultipartBody(IReadOnlyList<KeyValuePair<string, string>> Fields, IReadOnlyList<ApiFile> Files) : ApiBody;

/// <summary>Files and what is said of them, as parts that belong together rather than the fields of a form.</summary>
/// <param name="Parts">What is said, each part as JSON by its name.</param>
/// <param name="Files">The files.</param>
internal sealed record RelatedBody(IReadOnlyList<KeyValuePair<string, JsonNode?>> Parts, IReadOnlyList<ApiFile> Files) : ApiBody;

/// <summary>Text or bytes of the caller's own making.</summary>
internal sealed record RawBody(byte[] Content, string ContentType) : ApiBody;

/// <summary>Content that is read while it is sent.</summary>
/// <param name="Open">Opens the content; called once for every attempt.</param>
/// <param name="Report">Is told how many bytes have gone, and how many there are if that is known.</param>
internal sealed record StreamBody(Func<Stream> Open, Action<long, long?>? Report = null) : ApiBody
{
    /// <summary>Null for none: the signature of an address that was made for one upload may leave no room for it.</summary>
    public string? ContentType { get; init; }
}

/// <summary>A file of a multipart body.</summary>
/// <param name="Field">The form field.</param>
/// <param name="Name">The file's name as the server shall see it.</param>
/// <param name="Open">Opens the content; called once for every attempt.</param>
/// <param name="Report">Is told how many bytes have gone, and how many there are if that is known; in parts that belong together only.</param>
internal sealed record ApiFile(string Field, string Name, Func<Stream> Open, Action<long, long?>? Report = null);
