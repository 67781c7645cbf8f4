using System.Text;

namespace ChatPS.Sandbox.Http;

/// <summary>One part of a multipart body.</summary>
internal sealed record MultipartPart(string? Name, string? FileName, string? ContentType, ReadOnlyMemory<byte> Body)
{
    public string Text => Encoding.UTF8.GetString(Body.Span);

    public static IReadOnlyList<MultipartPart> Parse(string? contentType, ReadOnlyMemory<byte> body)
    {
        if (contentType?.StartsWith("multipart/", StringComparison.OrdinalIgnoreCase) != true || Parameter(contentType, "boundary") is not { } boundary)
            return [];
        var parts = new List<MultipartPart>();
        var delimiter = Encoding.ASCII.GetBytes("--" + boundary);
        var at = body.Span.IndexOf(delimiter);
        while (at >= 0)
        {
            var rest = body[(at + delimiter.Length)..];
            if (rest.Span.StartsWith("--"u8))
                break;
            var next = rest.Span.IndexOf(delimiter);
            if (next < 0)
                break;
            if (ParseOne(rest[..next]) is { } part)
                parts.Add(part);
            at = at + delimiter.Length + next;
        }

        return parts;
    }

    private static MultipartPart? ParseOne(ReadOnlyMemory<byte> raw)
    {
        var end = raw.Span.IndexOf("\r\n\r\n"u8);
        if (end < 0)
            return null;
        var head = Encoding.UTF8.GetString(raw.Span[..end]);
        var content = raw[(end + 4)..];
        if (content.Span.EndsWith("\r\n"u8))
            content = content[..^2];
        string? disposition = null, type = null;
        foreach (var line in head.Split("\r\n", StringSplitOptions.RemoveEmptyEntries))
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            if (colon < 0)
                continue;
            var value = line[(colon + 1)..].Trim();
            if (line.AsSpan(0, colon).Equals("Content-Disposition", StringComparison.OrdinalIgnoreCase))
                disposition = value;
            else if (line.AsSpan(0, colon).Equals("Content-Type", StringComparison.OrdinalIgnoreCase))
                type = value;
        }

        var encodedName = Parameter(disposition, "filename*");
        var fileName = encodedName?.Split('\'') is [_, _, var escaped] ? Uri.UnescapeDataString(escaped) : Parameter(disposition, "filename");
        return new(Parameter(disposition, "name"), fileName, type, content);
    }

    /// <summary>A parameter of a header's value, bare or quoted.</summary>
    private static string? Parameter(string? header, string name)
    {
        foreach (var piece in (header ?? "").Split(';').Skip(1))
        {
            var at = piece.IndexOf('=', StringComparison.Ordinal);
            if (at > 0 && piece.AsSpan(0, at).Trim().Equals(name, StringComparison.OrdinalIgnoreCase))
                return piece[(at + 1)..].Trim().Trim('"').Replace("\\\"", "\"", StringComparison.Ordinal);
        }

        return null;
    }
}
