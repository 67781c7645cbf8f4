namespace ChatPS.Sandbox.Platforms.HipChat.Model;

/// <summary>Somebody with an account.</summary>
internal sealed class User : IPictured
{
    public required long Id { get; init; }

    public required string Name { get; set; }

    public required string MentionName { get; set; }

    public required string Email { get; set; }

    public required string Password { get; set; }

    public required DateTimeOffset Created { get; init; }

    /// <summary>Changes with everything else.</summary>
    public required string Version { get; set; }

    public string Title { get; set; } = "";

    public string Timezone { get; set; } = "UTC";

    public IReadOnlyList<string> Roles { get; set; } = ["user"];

    public bool IsGroupAdmin { get; set; }

    public bool IsGuest { get; init; }

    public bool IsDeleted { get; set; }

    public DateTimeOffset? LastActive { get; set; }

    /// <summary>How she shows herself; null for somebody who isn't online.</summary>
    public Presence? Presence { get; set; }

    /// <inheritdoc/>
    public StoredFile? Picture { get; set; }

    /// <summary>The rooms that her client enters by itself.</summary>
    public List<Room> AutoJoin { get; } = [];

    /// <summary>What a token of hers may be for.</summary>
    public IEnumerable<string> AllowedScopes => IsGroupAdmin ? Scope.Ids : Scope.Ids.Except(Scope.OfAdministrators);

    /// <summary>What a token of hers is for unless she asks for something else.</summary>
    public IReadOnlyList<string> UsualScopes => IsGroupAdmin ? Scope.Ids : Scope.OfMembers;
}

/// <summary>How somebody who is online shows herself.</summary>
internal sealed record Presence(string? Show, string? Status, int Idle = 0);
