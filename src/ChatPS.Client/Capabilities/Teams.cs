using ChatPS.Client.Http;
using ChatPS.Client.Paging;

namespace ChatPS.Client.Capabilities;

/// <summary>Which teams a list is to have.</summary>
internal sealed record TeamFilter
{
    /// <summary>Words for the platform's own search.</summary>
    public string? Search { get; init; }

    /// <summary>Only the teams that this user belongs to.</summary>
    public UserRef? User { get; init; }

    public bool IncludeArchived { get; init; }

    /// <summary>The scheme that the teams have: its id or name.</summary>
    public string? Scheme { get; init; }

    /// <summary>The enterprise account whose teams are wanted: its id or name.</summary>
    public string? EnterpriseAccount { get; init; }
}

/// <summary>What a team is made of; what is null the platform decides.</summary>
internal sealed record NewTeam
{
    public required string Name { get; init; }

    public string? DisplayName { get; init; }

    public string? Description { get; init; }

    /// <summary>Whether people can join without an invitation.</summary>
    public bool Open { get; init; }

    /// <summary>The enterprise account the team shall belong to: its id or name.</summary>
    public string? EnterpriseAccount { get; init; }
}

/// <summary>What is to change about a team; what is null stays.</summary>
internal sealed record TeamChange
{
    /// <summary>The name that addresses the team.</summary>
    public string? Name { get; init; }

    public string? DisplayName { get; init; }

    public string? Description { get; init; }

    public bool? Open { get; init; }

    public bool? Archived { get; init; }

    /// <summary>Whether it is the team that your new apps go to.</summary>
    public bool? Default { get; init; }

    /// <summary>The scheme the team gets: its id or name; given as null, none.</summary>
    public Given<string> Scheme { get; init; }

    /// <summary>Whether only members of the groups tied to it may be in it.</summary>
    public bool? GroupConstrained { get; init; }

    /// <summary>The team's picture; given as null, none.</summary>
    public Given<FileUpload> Avatar { get; init; }

    /// <summary>Whether the link by which people join is to be another one.</summary>
    public bool RenewInvite { get; init; }
}

internal interface ITeamReader
{
    IAsyncEnumerable<ChatTeam> ListAsync(TeamFilter filter, PageWindow window, CallContext context);

    /// <param name="team">An id or a name.</param>
    /// <param name="context">The call.</param>
    Task<ChatTeam> GetAsync(string team, CallContext context);

    /// <summary>How many a list has; null where the platform doesn't say.</summary>
    Task<long?> CountAsync(TeamFilter filter, CallContext context);
}

internal interface ITeamCreator
{
    Task<ChatTeam> CreateAsync(NewTeam team, CallContext context);
}

internal interface ITeamEditor
{
    Task<ChatTeam> UpdateAsync(string team, TeamChange change, CallContext context);
}

internal interface ITeamRemover
{
    /// <param name="team">An id or a name.</param>
    /// <param name="permanent">Beyond recovery, where the platform knows the difference.</param>
    /// <param name="context">The call.</param>
    Task RemoveAsync(string team, bool permanent, CallContext context);
}

internal interface ITeamRestorer
{
    Task<ChatTeam> RestoreAsync(string team, CallContext context);
}

internal interface ITeamStatisticReader
{
    /// <param name="team">An id or a name; null for the account's own, where there is one.</param>
    /// <param name="context">The call.</param>
    Task<ChatTeamStatistic> GetStatisticAsync(string? team, CallContext context);
}
