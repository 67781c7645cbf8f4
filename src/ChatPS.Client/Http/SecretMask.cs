using System.Collections.Concurrent;
using System.Text.Json;

namespace ChatPS.Client.Http;

/// <summary>
/// The last line of defence: whatever text leaves the client for a log or an error passes through here, where the
/// secrets that the session knows are starred out, also when it was the server that sent them back.
/// </summary>
internal sealed class SecretMask
{
    // Shorter ones would star out ordinary words; no platform issues tokens that short.
    private const int ShortestMasked = 6;

    // A key in an address is longer than the numbers, dates and words beside it.
    private const int ShortestKey = 16;

    private readonly ConcurrentDictionary<string, byte> _values = new(StringComparer.Ordinal);

    public void Add(Secret? secret)
    {
        if (secret?.Reveal() is { Length: >= ShortestMasked } value)
        {
            _values.TryAdd(value, 0);
            _values.TryAdd(Uri.EscapeDataString(value), 0);
            // As it stands in the JSON that was sent, when a server repeats that.
            _values.TryAdd(JsonEncodedText.Encode(value).Value, 0);
        }
    }

    /// <summary>The user name and password that an address may have in it.</summary>
    public void AddUserOf(string? address)
    {
        if (address is null)
            return;
        var user = Uri.TryCreate(address, UriKind.Absolute, out var uri) ? uri.UserInfo : Before(address);
        Add(new Secret(user));
        if (user.Split(':', 2) is [_, var password])
            Add(new Secret(password));
    }

    // Addresses of databases may be of forms of their own, such as name:password@tcp(host:port)/database.
    private static string Before(string address)
    {
        var end = address.LastIndexOf('@');
        var begin = address.IndexOf("://", StringComparison.Ordinal) is >= 0 and var at && at < end ? at + 3 : 0;
        return end < 0 ? "" : address[begin..end];
    }

    /// <summary>An address that is its own key: the whole of it, and what its query lets one in by.</summary>
    public void AddAddress(string? address)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out var uri))
            return;
        Add(new Secret(address));
        foreach (var pair in uri.Query.TrimStart('?').Split('&'))
        {
            var value = pair[(pair.IndexOf('=', StringComparison.Ordinal) + 1)..];
            if (value.Length >= ShortestKey)
            {
                Add(new Secret(value));
                Add(new Secret(Uri.UnescapeDataString(value)));
            }
        }
    }

    public string Apply(string text)
    {
        foreach (var value in _values.Keys)
            text = text.Replace(value, "***", StringComparison.Ordinal);
        return text;
    }
}
