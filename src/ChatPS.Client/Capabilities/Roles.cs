using ChatPS.Client.Http;

namespace ChatPS.Client.Capabilities;

/// <summary>What is to change about a role's permissions; what is not given stays.</summary>
internal sealed record RoleChange
{
    /// <summary>All that it is to have.</summary>
    public IReadOnlyList<string>? Permissions { get; init; }

    public IReadOnlyList<string> Add { get; init; } = [];

    public IReadOnlyList<string> Remove { get; init; } = [];

    /// <summary>Whether it goes back to what a new server gives it, before anything is added or removed.</summary>
    public bool Reset { get; init; }
}

internal interface IRoleReader : IItemReader<ChatRole>
{
    /// <summary>Some roles by their names or ids, in this order.</summary>
    Task<IReadOnlyList<Outcome<ChatRole>>> GetEachAsync(IReadOnlyList<string> roles, CallContext context);
}
