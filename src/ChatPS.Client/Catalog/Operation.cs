namespace ChatPS.Client.Catalog;

/// <summary>One call that a platform offers.</summary>
internal sealed record Operation
{
    public required string Id { get; init; }

    public required string Group { get; init; }

    public required string Method { get; init; }

    /// <summary>The path template; every {name} in it is a parameter in <see cref="ParameterPlace.Path"/>.</summary>
    public required string Path { get; init; }

    /// <summary>One name may stand in several places, once in each.</summary>
    public IReadOnlyList<OperationParameter> Parameters { get; init; } = [];

    /// <summary>The type of the body when it isn't an object made of body parameters; named as a parameter's type is.</summary>
    public string? BodyType { get; init; }

    public bool BodyRequired { get; init; }

    /// <summary>The body's content type, where it isn't JSON.</summary>
    public string? Media { get; init; }

    public ResultKind Kind { get; init; }

    /// <summary>The type of the answer or of its items; "file" for bytes.</summary>
    public string? ResultType { get; init; }

    /// <summary>
    /// The member that holds the array of a <see cref="ResultKind.Wrapped"/> answer or the map of <see cref="ResultKind.Posts"/>.
    /// On a <see cref="ResultKind.List"/> the member to look in when the server, for once, wrapped it.
    /// </summary>
    public string? Items { get; init; }

    /// <summary>The platform's own word for how the answer is divided into pages.</summary>
    public string? Paging { get; init; }

    /// <summary>The scheme, where it isn't the platform's usual one; "none" where no token is needed, "player" where a player acts.</summary>
    public string? Auth { get; init; }

    /// <summary>The scopes of which a token needs one, where the sources tell.</summary>
    public IReadOnlyList<string> Scopes { get; init; } = [];

    /// <summary>Whether no token is needed, though one may be sent.</summary>
    public bool IsOpen => Auth == "none";

    /// <summary>Whether it acts for somebody who plays, with a token of his own.</summary>
    public bool IsForPlayers => Auth == "player";

    /// <summary>Changes nothing on the server: some POST searches, and not quite every GET.</summary>
    public bool IsRead { get; init; }

    /// <summary>Sent twice it does no more than sent once.</summary>
    public bool IsIdempotent => IsRead || Method is "GET" or "HEAD" or "PUT" or "DELETE";

    public bool IsDeprecated { get; init; }

    /// <summary>The server version that brought it, or "newest".</summary>
    public string? Since { get; init; }

    /// <summary>The key of <see cref="OperationCatalog.Hosts"/>, where it isn't the base address that answers.</summary>
    public string? Host { get; init; }
}
