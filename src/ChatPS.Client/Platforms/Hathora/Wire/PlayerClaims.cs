using System.Text.Json;

namespace ChatPS.Client.Platforms.Hathora.Wire;

/// <summary>What a player's token says of itself, where it is one that can be read.</summary>
internal sealed class PlayerClaims
{
    /// <summary>How the player signed in: anonymous, nickname or google.</summary>
    public string? Type { get; set; }

    /// <summary>The player's id: a text, or a number.</summary>
    public JsonElement Id { get; set; }

    public string? Name { get; set; }

    /// <summary>When it was made, in seconds since 1970.</summary>
    public double? Iat { get; set; }

    /// <summary>When it ends, in seconds since 1970.</summary>
    public double? Exp { get; set; }
}
