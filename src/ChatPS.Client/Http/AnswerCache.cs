namespace ChatPS.Client.Http;

/// <summary>
/// Answers to reads that the server may confirm by their ETag instead of sending them again. Bounded: those not asked for
/// longest go first.
/// </summary>
internal sealed class AnswerCache
{
    private const int LargestAnswer = 256 * 1024;
    private const int MostBytes = 4 * 1024 * 1024;

    private readonly Dictionary<string, LinkedListNode<Kept>> _byKey = new(StringComparer.Ordinal);
    private readonly LinkedList<Kept> _byUse = new();
    private long _bytes;

    /// <summary>What is known already of a request's answer.</summary>
    public Kept? Find(ApiRequest request, Uri uri)
    {
        if (!IsKept(request))
            return null;
        lock (_byKey)
        {
            if (!_byKey.TryGetValue(KeyOf(request, uri), out var node))
                return null;
            _byUse.Remove(node);
            _byUse.AddLast(node);
            return node.Value;
        }
    }

    public void Keep(ApiRequest request, Uri uri, ApiResponse answer)
    {
        if (!IsKept(request) || !answer.IsSuccess || answer.Content.Length > LargestAnswer || answer.Header("ETag") is not { Length: > 0 } tag)
            return;
        var key = KeyOf(request, uri);
        lock (_byKey)
        {
            if (_byKey.TryGetValue(key, out var old))
                Drop(old);
            _byKey[key] = _byUse.AddLast(new Kept(key, tag, answer));
            _bytes += answer.Content.Length;
            while (_bytes > MostBytes)
                Drop(_byUse.First!);
        }
    }

    private static bool IsKept(ApiRequest request) => request is { Method: "GET", Download: null, IsElsewhere: false }
        && !request.Headers.Any(h => h.Key.Equals("If-None-Match", StringComparison.OrdinalIgnoreCase));

    // A page of a list is told by a header here, not by the address.
    private static string KeyOf(ApiRequest request, Uri uri) =>
        string.Join('\n', [uri.AbsoluteUri, .. request.Headers.Select(h => $"{h.Key}:{h.Value}")]);

    private void Drop(LinkedListNode<Kept> node)
    {
        _byUse.Remove(node);
        _byKey.Remove(node.Value.Key);
        _bytes -= node.Value.Answer.Content.Length;
    }

    /// <summary>An answer and the tag by which the server knows it.</summary>
    internal sealed record Kept(string Key, string ETag, ApiResponse Answer);
}
