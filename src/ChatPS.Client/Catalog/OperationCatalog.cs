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

    /// <summary>The operations with a text in their id, group or path; all of them when there is no text.</summary>
    public IEnumerable<Operation> Search(string? text)
    {
        return string.IsNullOrEmpty(text) ? Operations : Operations.Where(o => Has(o.Id) || Has(o.Group) || Has(o.Path));

        bool Has(string value) => value.Contains(text, StringComparison.OrdinalIgnoreCase);
    }
}
