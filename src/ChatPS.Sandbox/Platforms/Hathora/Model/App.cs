using System.Text.Json.Nodes;

namespace ChatPS.Sandbox.Platforms.Hathora.Model;

/// <summary>A game server: what is deployed and what runs of it.</summary>
internal sealed class App
{
    public required string Id { get; init; }

    public required string Name { get; set; }

    public required Organization Org { get; init; }

    public required string Secret { get; init; }

    public required AuthConfiguration Auth { get; set; }

    /// <summary>How many processes run without being asked for, in the API's form; null for none.</summary>
    public JsonObject? ServiceConfig { get; set; }

    public required string CreatedBy { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Oldest first.</summary>
    public List<Deployment> Deployments { get; } = [];

    /// <summary>Those of the past included.</summary>
    public List<Process> Processes { get; } = [];

    public List<Lobby> Lobbies { get; } = [];
}

/// <summary>How players may log in.</summary>
internal sealed record AuthConfiguration(bool Anonymous, bool Nickname, string? GoogleClientId);
