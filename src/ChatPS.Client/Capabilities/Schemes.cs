using ChatPS.Client.Http;
using ChatPS.Client.Paging;

namespace ChatPS.Client.Capabilities;

/// <summary>What a scheme is made of.</summary>
internal sealed record NewScheme
{
    public required string Name { get; init; }

    public string? DisplayName { get; init; }

    public string? Description { get; init; }

    /// <summary>What may have it, in the platform's word.</summary>
    public required string Scope { get; init; }
}

/// <summary>What is to change about a scheme; what is null stays.</summary>
internal sealed record SchemeChange
{
    public string? Name { get; init; }

    public string? DisplayName { get; init; }

    public string? Description { get; init; }
}

internal interface ISchemeReader
{
    /// <param name="scope">What may have them; null for all.</param>
    /// <param name="window">The part of the list that is wanted.</param>
    /// <param name="context">The call.</param>
    IAsyncEnumerable<ChatScheme> ListAsync(string? scope, PageWindow window, CallContext context);

    /// <param name="scheme">An id or a name.</param>
    /// <param name="context">The call.</param>
    Task<ChatScheme> GetAsync(string scheme, CallContext context);
}
