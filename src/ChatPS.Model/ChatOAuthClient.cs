using System.Security;

namespace ChatPS;

/// <summary>An application that asks people for access to their accounts.</summary>
public sealed class ChatOAuthClient : ChatObject
{
    /// <summary>The platform's id of the application, which it shows when it asks.</summary>
    public required string Id { get; init; }

    /// <summary>The same as <see cref="Id"/>, under the name by which other cmdlets take it from the pipeline.</summary>
    public string OAuthClientId => Id;

    /// <summary>The name that people see.</summary>
    public required string Name { get; init; }

    /// <summary>Where people are sent after they agreed.</summary>
    public string? RedirectUri { get; init; }

    /// <summary>What the application shows to be itself; it stays out of sight until ConvertFrom-SecureString -AsPlainText shows it.</summary>
    public SecureString? Secret { get; init; }

    /// <summary>Whether people whose bills are unpaid can use it all the same.</summary>
    public bool? IgnoresDelinquent { get; init; }

    /// <summary>When it was registered.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>When it was last changed.</summary>
    public DateTimeOffset? UpdatedAt { get; init; }

    /// <summary>The name.</summary>
    /// <returns><see cref="Name"/>.</returns>
    public override string ToString() => Name;

    internal override string? ShownAs => Name;
}
