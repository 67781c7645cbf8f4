namespace ChatPS.Common;

/// <summary>Names a lobby.</summary>
/// <param name="value">A lobby's short code or the object.</param>
public sealed class LobbyIdentity(object value) : Identity(value, item => (item as ChatLobby)?.ShortCode, "lobby");
