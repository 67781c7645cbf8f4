namespace ChatPS;

/// <summary>The account that a session is signed in to.</summary>
public sealed class ChatAccount : ChatObject
{
    /// <summary>The platform's id of the account.</summary>
    public required string Id { get; init; }

    /// <summary>The same as <see cref="Id"/>, under the name by which other cmdlets take it from the pipeline.</summary>
    public string AccountId => Id;

    /// <summary>The e-mail address one signs in with.</summary>
    public required string Email { get; init; }

    /// <summary>The person's name.</summary>
    public string? Name { get; init; }

    /// <summary>Whether third parties may watch how the account uses the platform.</summary>
    public bool AllowTracking { get; init; }

    /// <summary>Whether the account tries out what is not finished yet.</summary>
    public bool Beta { get; init; }

    /// <summary>Whether the platform knows how the account pays.</summary>
    public bool Verified { get; init; }

    /// <summary>Whether signing in needs a second factor.</summary>
    public bool TwoFactorAuthentication { get; init; }

    /// <summary>Whether somebody else's server signs the account in.</summary>
    public bool Federated { get; init; }

    /// <summary>The name of the server that signs the account in.</summary>
    public string? IdentityProvider { get; init; }

    /// <summary>The id of the server that signs the account in.</summary>
    public string? IdentityProviderId { get; init; }

    /// <summary>The number that text messages go to.</summary>
    public string? SmsNumber { get; init; }

    /// <summary>The country the person lives in.</summary>
    public string? CountryOfResidence { get; init; }

    /// <summary>The name of the team that new apps belong to unless another one is named.</summary>
    public string? DefaultTeam { get; init; }

    /// <summary>The id of the team that new apps belong to unless another one is named.</summary>
    public string? DefaultTeamId { get; init; }

    /// <summary>When the account last signed in.</summary>
    public DateTimeOffset? LastLoginAt { get; init; }

    /// <summary>Since when the account may do nothing; null for an account in good standing.</summary>
    public DateTimeOffset? SuspendedAt { get; init; }

    /// <summary>Since when bills are unpaid.</summary>
    public DateTimeOffset? DelinquentAt { get; init; }

    /// <summary>When the account was created.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>When the account was last changed.</summary>
    public DateTimeOffset? UpdatedAt { get; init; }

    /// <summary>The e-mail address.</summary>
    /// <returns><see cref="Email"/>.</returns>
    public override string ToString() => Email;

    internal override string? ShownAs => Email;
}
