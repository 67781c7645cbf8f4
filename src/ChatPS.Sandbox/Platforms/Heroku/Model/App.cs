namespace ChatPS.Sandbox.Platforms.Heroku.Model;

/// <summary>An app and all that is its own. Other resources of an app stand in the files of their kind.</summary>
internal sealed partial class App : NamedEntity
{
    public static readonly IReadOnlyList<string> AllPermissions = ["view", "deploy", "operate", "manage"];

    /// <summary>Who owns a personal app, or who made a team's.</summary>
    public required Account Owner { get; set; }

    /// <summary>The team that owns the app; null for a personal one.</summary>
    public Team? Team { get; set; }

    /// <summary>Whether the team's other members may not join.</summary>
    public bool Locked { get; set; }

    public required Region Region { get; init; }

    public required Generation Generation { get; init; }

    public required Stack Stack { get; set; }

    /// <summary>The stack of the next build.</summary>
    public required Stack BuildStack { get; set; }

    public bool Maintenance { get; set; }

    /// <summary>Whether certificates are managed automatically.</summary>
    public bool Acm { get; set; }

    public bool? InternalRouting { get; init; }

    public string? BuildpackProvidedDescription { get; set; }

    public int? RepoSize { get; set; }

    /// <summary>The random part of the app's address.</summary>
    public required string UrlSuffix { get; init; }

    /// <summary>The app's own address.</summary>
    public string Hostname => $"{Name}-{UrlSuffix}.herokuapp.com";

    /// <summary>Those who take part, the owner included.</summary>
    public List<Collaborator> Collaborators { get; } = [];

    public List<Domain> Domains { get; } = [];

    /// <summary>The names of the features switched on.</summary>
    public HashSet<string> Features { get; } = [];

    /// <summary>What the account may do: view, deploy, operate, manage; empty for a stranger.</summary>
    public IReadOnlyList<string> PermissionsOf(Account account)
    {
        if (Team is null && Owner == account)
            return AllPermissions;
        var collaborator = Collaborators.Find(collaborator => collaborator.User == account);
        return Team?.RoleOf(account) switch
        {
            "admin" => AllPermissions,
            // Who hasn't joined an open app may at least look at it.
            "member" or "viewer" => collaborator?.Permissions ?? (Locked ? [] : ["view"]),
            _ => collaborator?.Permissions ?? [],
        };
    }

    /// <summary>Whether the account takes part, not only may look.</summary>
    public bool IsJoinedBy(Account account) => Collaborators.Exists(collaborator => collaborator.User == account);
}

/// <summary>Somebody who takes part in an app.</summary>
internal sealed class Collaborator : Entity
{
    public required Account User { get; init; }

    public static readonly IReadOnlyList<string> Usual = ["view", "deploy", "operate"];

    /// <summary>What the collaborator may do, as far as the app's owner can choose that.</summary>
    public IReadOnlyList<string> Permissions { get; set; } = Usual;
}

internal sealed class Domain : Entity
{
    public required string Hostname { get; init; }

    /// <summary>Whether the domain is the app's own address, which came with it.</summary>
    public bool BuiltIn { get; init; }

    /// <summary>Where the domain's DNS record has to point; null for the app's own address.</summary>
    public string? Cname { get; init; }

    /// <summary>The id of the endpoint that answers for the domain.</summary>
    public string? SniEndpointId { get; set; }

    public string Status { get; set; } = "succeeded";
}
