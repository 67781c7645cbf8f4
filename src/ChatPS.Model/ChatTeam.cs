namespace ChatPS;

/// <summary>What rooms and people are gathered in: a Mattermost team, a Gitter group, a Heroku team; on Hathora the organization that owns apps.</summary>
public sealed class ChatTeam : ChatObject
{
    /// <summary>The platform's id of the team.</summary>
    public required string Id { get; init; }

    /// <summary>The same as <see cref="Id"/>, under the name by which other cmdlets take it from the pipeline.</summary>
    public string TeamId => Id;

    /// <summary>The name that addresses the team: a Mattermost team's name, a Gitter group's URI. A team without a name has its id here.</summary>
    public required string Name { get; init; }

    /// <summary>The name people see.</summary>
    public string? DisplayName { get; init; }

    /// <summary>What the team is about.</summary>
    public string? Description { get; init; }

    /// <summary>Whether people can join without an invitation.</summary>
    public bool IsOpen { get; init; }

    /// <summary>The team's address for mail.</summary>
    public string? Email { get; init; }

    /// <summary>What you are in the team, where the platform tells it: admin, member, viewer or collaborator.</summary>
    public string? MyRole { get; init; }

    /// <summary>What your token may do in the team, such as processes:read-write, where the platform tells it.</summary>
    public IReadOnlyList<string> MyScopes { get; init => field = Lists.Indexable(value); } = [];

    /// <summary>Whether it is the team that your new apps go to; null on platforms without apps.</summary>
    public bool? IsDefault { get; init; }

    /// <summary>How many members the team may have; null for no limit, or where the platform tells none.</summary>
    public int? MembershipLimit { get; init; }

    /// <summary>What the platform has switched on for the team, in its own words (Hathora).</summary>
    public IReadOnlyList<string> Features { get; init => field = Lists.Indexable(value); } = [];

    /// <summary>How many connections a process may have at a time (Hathora); null for no limit.</summary>
    public double? ConnectionLimit { get; init; }

    /// <summary>How much memory a process may ask for, in megabytes (Hathora).</summary>
    public double? MemoryLimitMB { get; init; }

    /// <summary>How many vCPU hours the team may use in a month (Hathora); null for no limit. Get-ChatUsageLimit tells what it has used.</summary>
    public double? MonthlyVcpuHoursLimit { get; init; }

    /// <summary>How many vCPUs the team may use at a time (Hathora); null for no limit.</summary>
    public double? ConcurrentVcpusLimit { get; init; }

    /// <summary>How many vCPUs of cloud nodes the team may keep ready (Hathora); null for no limit.</summary>
    public int? CloudBaselineLimit { get; init; }

    /// <summary>How long a process may run (Hathora); null for no limit.</summary>
    public TimeSpan? ProcessLifetime { get; init; }

    /// <summary>How long logs are kept (Hathora); null where the platform does not say.</summary>
    public TimeSpan? LogRetention { get; init; }

    /// <summary>Whether the team has machines of its own (Hathora).</summary>
    public bool? IsSingleTenant { get; init; }

    /// <summary>The id of the fleet that runs what names no other one (Hathora).</summary>
    public string? DefaultFleetId { get; init; }

    /// <summary>The id by which the payment service knows the team (Hathora).</summary>
    public string? StripeCustomerId { get; init; }

    /// <summary>The name of the enterprise account the team belongs to.</summary>
    public string? EnterpriseAccount { get; init; }

    /// <summary>The id of the enterprise account the team belongs to.</summary>
    public string? EnterpriseAccountId { get; init; }

    /// <summary>The name of the identity provider by which members sign in.</summary>
    public string? IdentityProvider { get; init; }

    /// <summary>The id of the identity provider by which members sign in.</summary>
    public string? IdentityProviderId { get; init; }

    /// <summary>Whether the team is archived.</summary>
    public bool IsArchived => ArchivedAt is not null;

    /// <summary>When the team was created.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>When the team was last changed.</summary>
    public DateTimeOffset? UpdatedAt { get; init; }

    /// <summary>When the team was archived.</summary>
    public DateTimeOffset? ArchivedAt { get; init; }

    /// <summary>The team's name.</summary>
    /// <returns><see cref="Name"/>.</returns>
    public override string ToString() => Name;

    internal override string? ShownAs => Name;
}
