using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;

namespace ChatPS.Client.Catalog;

/// <summary>Everything one platform offers: the only place that knows a path.</summary>
internal sealed class OperationCatalog
{
    private static readonly ConcurrentDictionary<string, Lazy<OperationCatalog>> Loaded = new(StringComparer.OrdinalIgnoreCase);

    private readonly Dictionary<string, Operation> _byId;

    internal OperationCatalog(IReadOnlyList<Operation> operations)
    {
        Operations = operations;
        _byId = operations.ToDictionary(operation => operation.Id, StringComparer.OrdinalIgnoreCase);
    }

    public required string Platform { get; init; }

    public required string ApiVersion { get; init; }

    /// <summary>The service's public address; null where everybody runs their own.</summary>
    public Uri? BaseUri { get; init; }

    /// <summary>Further addresses of the service, by what they are for.</summary>
    public required IReadOnlyDictionary<string, Uri> Hosts { get; init; }

    public IReadOnlyList<Operation> Operations { get; }

    public Operation this[string id] => TryGet(id, out var operation)
        ? operation
        : throw new KeyNotFoundException($"{Platform} has no operation '{id}'.");

    /// <summary>The catalog of a platform, parsed at the first call and kept for the process.</summary>
    public static OperationCatalog Load(string platform) =>
        Loaded.GetOrAdd(platform, name => new(() => CatalogReader.Read(name))).Value;

    public bool TryGet(string id, [NotNullWhen(true)] out Operation? operation) => _byId.TryGetValue(id, out operation);

    /// <summary>The operations that have every word of a text in their id, group or path; all of them when there is no text.</summary>
    public IEnumerable<Operation> Search(string? text)
    {
        var words = text?.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries) ?? [];
        return Operations.Where(o => words.All(word => Has(o.Id, word) || Has(o.Group, word) || Has(o.Path, word)));

        static bool Has(string value, string word) => value.Contains(word, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>The ids that somebody may have meant by one that doesn't exist.</summary>
    public IEnumerable<string> Nearest(string id, int count = 3) => Operations
        .Select(o => (o.Id, Distance: EditDistance.Between(id.ToUpperInvariant(), o.Id.ToUpperInvariant())))
        .OrderBy(o => o.Id.Contains(id, StringComparison.OrdinalIgnoreCase) ? 0 : 1)
        .ThenBy(o => o.Distance)
        .Where(o => o.Distance <= Math.Max(2, o.Id.Length / 4) || o.Id.Contains(id, StringComparison.OrdinalIgnoreCase))
        .Select(o => o.Id)
        .Take(count);

    /// <summary>The operation that a path belongs to; where several would take it, the one that spells out most of it.</summary>
    /// <param name="method">The HTTP method.</param>
    /// <param name="path">The path below the base address.</param>
    public Operation? Match(string method, string path)
    {
        var segments = path.Trim('/').Split('/');
        return Operations
            .Where(o => o.Method.Equals(method, StringComparison.OrdinalIgnoreCase) && Fits(o.Path.Trim('/').Split('/')))
            .MaxBy(o => o.Path.Split('/').Count(IsLiteral));

        bool Fits(string[] template) => template.Length == segments.Length
            && template.Zip(segments).All(pair => IsLiteral(pair.First) ? pair.First == pair.Second : pair.Second.Length > 0);

        static bool IsLiteral(string segment) => !segment.Contains('{');
    }
}
