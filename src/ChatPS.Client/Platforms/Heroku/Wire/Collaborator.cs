namespace ChatPS.Client.Platforms.Heroku.Wire;

internal sealed class Collaborator : WireObject
{
    public string Id { get; set; } = "";

    public Reference? App { get; set; }

    /// <summary>owner, admin, member, collaborator …</summary>
    public string? Role { get; set; }

    /// <summary>Of team apps mostly.</summary>
    public Reference[]? Permissions { get; set; }

    public CollaboratorUser? User { get; set; }

    public DateTimeOffset? CreatedAt { get; set; }

    public DateTimeOffset? UpdatedAt { get; set; }
}

internal sealed class CollaboratorUser
{
    public string? Id { get; set; }

    public string? Email { get; set; }

    public bool? Federated { get; set; }
}
