using ChatPS.Client.Http;

namespace ChatPS.Client.Capabilities;

/// <summary>How a player signs in to an app: with nothing given as nobody in particular.</summary>
internal sealed record NewPlayerToken
{
    public string? Nickname { get; init; }

    /// <summary>What Google says of the player.</summary>
    public Secret? GoogleIdToken { get; init; }
}
