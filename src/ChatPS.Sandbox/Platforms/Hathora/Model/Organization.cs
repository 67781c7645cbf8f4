namespace ChatPS.Sandbox.Platforms.Hathora.Model;

/// <summary>Somebody with an account.</summary>
internal sealed record User(string Id, string Email, DateTimeOffset CreatedAt)
{
    public DateTimeOffset? LastLogin { get; init; }

    /// <summary>Whether the address was confirmed, or the mail to confirm it was sent again.</summary>
    public int VerificationMails { get; set; }
}

/// <summary>Those who share apps, builds, fleets and a bill.</summary>
internal sealed partial class Organization
{
    private int _builds;

    public required string Id { get; init; }

    public required string Name { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required string StripeCustomerId { get; init; }

    public int MaxRequestedMemoryMB { get; init; } = 8192;

    public int MaxProcessConnections { get; init; } = 1000;

    public int MaxCloudBaseline { get; init; } = 512;

    public int LogRetentionHours { get; init; } = 72;

    /// <summary>How long a process takes new rooms.</summary>
    public int MaxLifespanHours { get; init; } = 72;

    public int ConcurrentVcpusLimit { get; init; } = 100;

    public int MonthlyVcpuHoursLimit { get; init; } = 5000;

    public string? DefaultFleetId { get; set; }

    public List<Member> Members { get; } = [];

    public List<Invite> Invites { get; } = [];

    public List<OrgToken> Tokens { get; } = [];

    public List<Build> Builds { get; } = [];

    public Member? MemberOf(string email) => Members.Find(member => member.User.Email.Equals(email, StringComparison.OrdinalIgnoreCase));

    /// <summary>Builds are counted once and for all, also those that are deleted.</summary>
    public int NextBuildNumber() => ++_builds;
}

/// <summary>Somebody's part in an organization.</summary>
internal sealed class Member
{
    public required User User { get; init; }

    public required Access Access { get; init; }

    public required string InvitedBy { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset JoinedAt { get; init; }
}

/// <summary>An invitation that waits for its answer.</summary>
internal sealed class Invite
{
    public required Organization Org { get; init; }

    public required string Email { get; init; }

    public required Access Access { get; set; }

    public required string InvitedBy { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }
}

/// <summary>A token that is an organization's rather than a person's.</summary>
internal sealed class OrgToken
{
    public required string Id { get; init; }

    public required Organization Org { get; init; }

    public required string Name { get; init; }

    public required string Value { get; init; }

    public required Access Access { get; init; }

    public required string CreatedBy { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public bool Revoked { get; set; }
}
