using System.Text.Json.Serialization;

namespace ChatPS.Client.Platforms.HipChat.Wire;

/// <summary>What the server tells of a token: sources differ in where it says what.</summary>
internal sealed class TokenSession : WireObject
{
    public string[]? Scopes { get; set; }

    public double? ExpiresIn { get; set; }

    /// <summary>What it is for.</summary>
    public string? Name { get; set; }

    public User? Owner { get; set; }

    public string? OwnerType { get; set; }

    public TokenClient? Client { get; set; }

    /// <summary>The token itself, which no object shows.</summary>
    public string? AccessToken { get; set; }

    public string? RefreshToken { get; set; }

    /// <summary>What it may do, wherever that stands.</summary>
    [JsonIgnore]
    public string[] AllScopes => Scopes ?? Client?.AllowedScopes ?? [];
}

internal sealed class TokenClient
{
    public string[]? AllowedScopes { get; set; }

    public string? Name { get; set; }

    public RoomReference? Room { get; set; }
}
