using System.Security;

namespace ChatPS;

/// <summary>What an account has permitted: to itself, or to an application. The secrets it comes with stay out of sight; ConvertFrom-SecureString -AsPlainText shows one.</summary>
public sealed class ChatToken : ChatObject
{
    /// <summary>
    /// The platform's id of the permission, by which it is read and ended. A platform that knows a token by nothing but its secret (HipChat)
    /// has none: there it is made of the secret, which it does not tell, and tells tokens apart.
    /// </summary>
    public required string Id { get; init; }

    /// <summary>The same as <see cref="Id"/>, under the name by which other cmdlets take it from the pipeline.</summary>
    public string TokenId => Id;

    /// <summary>What it is for.</summary>
    public string? Description { get; init; }

    /// <summary>The id of the team that it belongs to; null for a token of an account.</summary>
    public string? TeamId { get; init; }

    /// <summary>Whether it lets anybody in: active or revoked on Hathora, active or disabled on Mattermost; null where the platform does not tell.</summary>
    public string? Status { get; init; }

    /// <summary>What it is good for, such as global or read.</summary>
    public IReadOnlyList<string> Scope { get; init => field = Lists.Indexable(value); } = [];

    /// <summary>The secret itself, where the platform tells it; Connect-ChatService -Token takes it.</summary>
    public SecureString? Token { get; init; }

    /// <summary>The platform's id of the secret, which another one gets when it is renewed.</summary>
    public string? AccessTokenId { get; init; }

    /// <summary>What gets the next token when this one has ended.</summary>
    public SecureString? RefreshToken { get; init; }

    /// <summary>What the application exchanges for a token.</summary>
    public SecureString? AuthorizationCode { get; init; }

    /// <summary>When the token, or the code in its place, ends; null for one that does not.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>The id of the application that it is for; null for one of your own.</summary>
    public string? ClientId { get; init; }

    /// <summary>The name of the application that it is for.</summary>
    public string? ClientName { get; init; }

    /// <summary>Where the application has people sent after they agreed.</summary>
    public string? ClientRedirectUri { get; init; }

    /// <summary>The id of the account that it speaks for.</summary>
    public string? UserId { get; init; }

    /// <summary>The name of the account that it speaks for: on Heroku the e-mail address.</summary>
    public string? UserName { get; init; }

    /// <summary>The last four characters of the secret, to tell one from another (Hathora).</summary>
    public string? LastFour { get; init; }

    /// <summary>Who made it, where the platform tells it (Hathora).</summary>
    public string? CreatedBy { get; init; }

    /// <summary>The only room that it is good for; null for one that is bound to none.</summary>
    public string? RoomId { get; init; }

    /// <summary>When it was made.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>When it was last changed.</summary>
    public DateTimeOffset? UpdatedAt { get; init; }

    /// <summary>What it is for, or else the id.</summary>
    /// <returns>A text for people.</returns>
    public override string ToString() => Description ?? Id;

    internal override string? ShownAs => Description ?? Id;

    internal override bool HasViewsOfPlatforms => true;
}
