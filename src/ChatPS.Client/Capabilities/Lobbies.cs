using ChatPS.Client.Http;
using ChatPS.Client.Paging;

namespace ChatPS.Client.Capabilities;

/// <summary>What a lobby is to be; what is null the platform decides.</summary>
/// <param name="Region">Where its room shall run.</param>
/// <param name="Visibility">public, private or local.</param>
internal sealed record NewLobby(string Region, string Visibility)
{
    /// <summary>The id its room shall have.</summary>
    public string? Room { get; init; }

    public string? ShortCode { get; init; }

    public string? Config { get; init; }

    /// <summary>The token of the player who makes it; null for a player who is nobody in particular.</summary>
    public Secret? PlayerToken { get; init; }
}

/// <summary>Reads lobbies.</summary>
internal interface ILobbyReader
{
    /// <summary>The public lobbies of an app whose rooms run.</summary>
    /// <param name="app">The app's id or name.</param>
    /// <param name="region">Where their rooms run; null for everywhere.</param>
    /// <param name="window">The part of the list that is wanted.</param>
    /// <param name="context">The call.</param>
    IAsyncEnumerable<ChatLobby> ListAsync(string app, string? region, PageWindow window, CallContext context);

    Task<ChatLobby> GetByRoomAsync(string app, string room, CallContext context);

    Task<ChatLobby> GetByShortCodeAsync(string app, string shortCode, CallContext context);
}
