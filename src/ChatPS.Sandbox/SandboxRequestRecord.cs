namespace ChatPS.Sandbox;

/// <summary>One request that a service received, for tests to check what went over the wire.</summary>
public sealed class SandboxRequestRecord
{
    internal SandboxRequestRecord(
        string platform, DateTimeOffset time, string method, string target, IReadOnlyList<KeyValuePair<string, string>> headers, string body) =>
        (Platform, Time, Method, Target, Headers, Body) = (platform, time, method, target, headers, body);

    /// <summary>The platform that was asked.</summary>
    public string Platform { get; }

    /// <summary>When the request was read, by the sandbox's clock.</summary>
    public DateTimeOffset Time { get; }

    /// <summary>The HTTP method, as sent.</summary>
    public string Method { get; }

    /// <summary>Path and query, as sent (still escaped).</summary>
    public string Target { get; }

    /// <summary>The header lines in the order they came. They hold the caller's token: not for printing.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Headers { get; }

    /// <summary>The body as UTF-8 text, at most the first 65,536 bytes of it.</summary>
    public string Body { get; }

    /// <summary>The status that was answered; 0 when the connection was dropped without an answer.</summary>
    public int Status { get; internal set; }

    /// <summary>The value of a header, or null.</summary>
    /// <param name="name">The header's name, in any case.</param>
    /// <returns>The first value.</returns>
    public string? Header(string name)
    {
        foreach (var header in Headers)
            if (header.Key.Equals(name, StringComparison.OrdinalIgnoreCase))
                return header.Value;
        return null;
    }

    /// <summary>Method, target and status: no header and no body, hence no secret of theirs.</summary>
    /// <returns>One line.</returns>
    public override string ToString() => $"{Platform} {Method} {Target} {Status}";
}
