namespace ChatPS;

/// <summary>Somebody who works on an app.</summary>
public sealed class ChatAppCollaborator : ChatAppObject
{
    /// <summary>The platform's id of the collaboration, which is not the user's.</summary>
    public required string Id { get; init; }

    /// <summary>The same as <see cref="Id"/>, under the name by which other cmdlets take it from the pipeline.</summary>
    public string AppCollaboratorId => Id;

    /// <summary>The id of the account.</summary>
    public required string UserId { get; init; }

    /// <summary>The e-mail address of the account.</summary>
    public required string Email { get; init; }

    /// <summary>What the account is to the app or its team: owner, admin, member, viewer or collaborator.</summary>
    public string? AppRole { get; init; }

    /// <summary>What the account may do with the app, where the platform tells it: view, deploy, operate, manage.</summary>
    public IReadOnlyList<string> Permissions { get; init => field = Lists.Indexable(value); } = [];

    /// <summary>Whether the account signs in by an identity provider.</summary>
    public bool? Federated { get; init; }

    /// <summary>When the collaboration began.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>When the collaboration was last changed.</summary>
    public DateTimeOffset? UpdatedAt { get; init; }

    /// <summary>The collaborator's e-mail address.</summary>
    /// <returns><see cref="Email"/>.</returns>
    public override string ToString() => Email;

    internal override string? ShownAs => Email;
}
