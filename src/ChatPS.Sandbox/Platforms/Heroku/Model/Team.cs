namespace ChatPS.Sandbox.Platforms.Heroku.Model;

/// <summary>People who share apps and a bill.</summary>
internal sealed partial class Team : NamedEntity
{
    public string Type { get; init; } = "team";

    public bool CreditCardCollections { get; set; } = true;

    public bool ProvisionedLicenses { get; set; }

    public int? MembershipLimit { get; set; } = 25;

    public List<TeamMember> Members { get; } = [];

    /// <summary>The address that stands for the team as owner of its apps.</summary>
    public string OwnerEmail => Name + "@herokumanager.com";

    /// <summary>The role of an account: admin, member, viewer, collaborator; null for a stranger.</summary>
    public string? RoleOf(Account account) => Members.Find(member => member.Account == account)?.Role;
}

internal sealed class TeamMember : Entity
{
    public required Account Account { get; init; }

    public required string Role { get; set; }

    /// <summary>Whether the member signs in with the team's identity provider.</summary>
    public bool Federated { get; set; }
}
