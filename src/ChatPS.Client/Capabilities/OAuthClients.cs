namespace ChatPS.Client.Capabilities;

/// <summary>An application that is to be able to ask people for access.</summary>
internal sealed record NewOAuthClient(string Name, string RedirectUri);

/// <summary>What is to change about an OAuth client; what is null stays.</summary>
internal sealed record OAuthClientChange
{
    public string? Name { get; init; }

    public string? RedirectUri { get; init; }

    /// <summary>Whether another secret takes the place of the one it has.</summary>
    public bool RotateSecret { get; init; }
}
