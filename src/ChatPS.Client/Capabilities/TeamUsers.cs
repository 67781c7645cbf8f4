using ChatPS.Client.Http;
using ChatPS.Client.Paging;

namespace ChatPS.Client.Capabilities;

/// <summary>What a member is to be in a team; one of the two is given.</summary>
/// <param name="Admin">Whether the member runs the team.</param>
/// <param name="Roles">The roles in the platform's words, with blanks between them.</param>
internal sealed record TeamUserChange(bool? Admin, string? Roles);

internal interface ITeamUserNames
{
    /// <summary>The users' ids, in the order of their ids, names or e-mail addresses, from as few requests as the platform allows.</summary>
    Task<IReadOnlyList<Outcome<string>>> UserIdsAsync(IReadOnlyList<string> users, CallContext context);
}

internal interface ITeamUserReader : ITeamUserNames
{
    /// <param name="team">A team's id or name; null for the session's.</param>
    /// <param name="window">The part that is wanted.</param>
    /// <param name="context">The call.</param>
    IAsyncEnumerable<ChatTeamUser> ListAsync(string? team, PageWindow window, CallContext context);

    /// <summary>Some members, in the order of the ids.</summary>
    Task<IReadOnlyList<Outcome<ChatTeamUser>>> GetAsync(string? team, IReadOnlyList<string> userIds, CallContext context);

    /// <summary>How many members there are; null where the platform doesn't say.</summary>
    Task<long?> CountAsync(string? team, CallContext context);
}

/// <summary>What the operations on a team's members have in common.</summary>
internal interface ITeamUserWriter : ITeamUserNames
{
    /// <summary>How many members are worth gathering for one request; 1 where each has a request of its own.</summary>
    int BatchSize { get; }
}

internal interface ITeamUserAdder : ITeamUserWriter
{
    /// <param name="team">A team's id or name.</param>
    /// <param name="userIds">At most <see cref="ITeamUserWriter.BatchSize"/> users.</param>
    /// <param name="wanted">Whether anybody looks at the members, whose names may cost another request.</param>
    /// <param name="context">The call.</param>
    /// <returns>The memberships, in the order of the users.</returns>
    Task<IReadOnlyList<Outcome<ChatTeamUser>>> AddAsync(string team, IReadOnlyList<string> userIds, bool wanted, CallContext context);
}

internal interface ITeamUserEditor : ITeamUserWriter
{
    /// <returns>The membership; null when nobody wants it.</returns>
    Task<ChatTeamUser?> UpdateAsync(string team, string userId, TeamUserChange change, bool wanted, CallContext context);
}

internal interface ITeamUserRemover : ITeamUserWriter
{
    Task RemoveAsync(string team, string userId, CallContext context);
}
