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

    /// <summary>A parameter of a header's value, bare or quoted; a quoted one may hold semicolons and escaped quotes.</summary>
    private static string? Parameter(string? header, string name)
    {
        var rest = header.AsSpan();
        while (rest.IndexOf(';') is >= 0 and var semicolon)
        {
            rest = rest[(semicolon + 1)..].TrimStart();
            var equals = rest.IndexOf('=');
            if (equals < 0)
                return null;
            var found = rest[..equals].Trim().Equals(name, StringComparison.OrdinalIgnoreCase);
            rest = rest[(equals + 1)..].TrimStart();
            var value = Value(ref rest);
            if (found)
                return value;
        }

        return null;
    }

    /// <summary>Takes a value off the text.</summary>
    private static string Value(ref ReadOnlySpan<char> rest)
    {
        if (rest.IsEmpty || rest[0] != '"')
        {
            var end = rest.IndexOf(';') is >= 0 and var semicolon ? semicolon : rest.Length;
            var bare = rest[..end].Trim().ToString();
            rest = rest[end..];
            return bare;
        }

        var text = new StringBuilder();
        var at = 1;
        for (; at < rest.Length && rest[at] != '"'; at++)
        {
            if (rest[at] == '\\' && at + 1 < rest.Length && rest[at + 1] is '"' or '\\')
                at++;
            text.Append(rest[at]);
        }

        rest = at < rest.Length ? rest[(at + 1)..] : [];
        return text.ToString();
    }
}
