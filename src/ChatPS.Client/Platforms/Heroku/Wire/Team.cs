namespace ChatPS.Client.Platforms.Heroku.Wire;

internal sealed class Team : WireObject
{
    public string Id { get; set; } = "";

    public string Name { get; set; } = "";

    /// <summary>Whether it is the caller's.</summary>
    public bool? Default { get; set; }

    /// <summary>The caller's.</summary>
    public string? Role { get; set; }

    public double? MembershipLimit { get; set; }

    public Reference? EnterpriseAccount { get; set; }

    public Reference? IdentityProvider { get; set; }

    public DateTimeOffset? CreatedAt { get; set; }

    public DateTimeOffset? UpdatedAt { get; set; }
}
