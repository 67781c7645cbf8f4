using ChatPS.Client.Http;

namespace ChatPS.Client.Capabilities;

/// <summary>An application that is to be able to ask people for access.</summary>
/// <param name="Name">The name that people see.</param>
/// <param name="RedirectUris">Where people are sent after they agreed; the platform may want exactly one.</param>
internal sealed record NewOAuthClient(string Name, IReadOnlyList<string> RedirectUris)
{
    public OAuthClientDetail Detail { get; init; } = new();
}

/// <summary>What is to change about an OAuth client; what is null stays.</summary>
internal sealed record OAuthClientChange
{
    public string? Name { get; init; }

    public IReadOnlyList<string>? RedirectUris { get; init; }

    public OAuthClientDetail Detail { get; init; } = new();

    /// <summary>Whether another secret takes the place of the one it has.</summary>
    public bool RotateSecret { get; init; }
}

/// <summary>What some platforms tell people of an application before they let it in.</summary>
internal sealed record OAuthClientDetail
{
    public Given<string> Description { get; init; }

    /// <summary>Where people read more of it.</summary>
    public string? Homepage { get; init; }

    public Given<string> IconUrl { get; init; }

    /// <summary>Whether nobody is asked any more.</summary>
    public bool? Trusted { get; init; }
}
