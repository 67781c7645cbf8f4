namespace ChatPS.Sandbox.Platforms.Heroku.Model;

/// <summary>What a team has beside members and apps.</summary>
internal sealed partial class Team
{
    public List<TeamInvitation> Invitations { get; } = [];

    public List<AllowedAddOnService> AllowedServices { get; } = [];

    public List<TeamInvoice> Invoices { get; } = [];

    /// <summary>The names of the features switched on.</summary>
    public HashSet<string> Features { get; } = [];

    /// <summary>Whether members may only use the add-ons allowed; null while nobody has decided.</summary>
    public bool? AddOnsControls { get; set; }
}

/// <summary>An invitation to a team. No mail brings its token: the token is the invitation's id.</summary>
internal sealed class TeamInvitation : Entity
{
    public required Team Team { get; init; }

    public required string Email { get; init; }

    /// <summary>The id of the account invited, or what will be it once there is one.</summary>
    public required string UserId { get; init; }

    public string? UserName { get; init; }

    public required Account InvitedBy { get; init; }

    public string? Role { get; set; }
}

/// <summary>An add-on service that a team's members may use while add-ons are controlled.</summary>
internal sealed class AllowedAddOnService : Entity
{
    public required AddOnService Service { get; init; }

    public required Account AddedBy { get; init; }
}

/// <summary>A month's bill of a team. Amounts are cents.</summary>
internal sealed class TeamInvoice : Entity
{
    public required int Number { get; init; }

    public required DateOnly Month { get; init; }

    public required int PlatformTotal { get; init; }

    public required int AddOnsTotal { get; init; }

    public required int DatabaseTotal { get; init; }

    public required double DynoUnits { get; init; }
}
