namespace ChatPS.Sandbox.Platforms.Heroku.Model;

/// <summary>A person's public key.</summary>
internal sealed class SshKey : Entity
{
    public required string PublicKey { get; init; }

    public required string Comment { get; init; }

    /// <summary>MD5 in pairs of digits with colons, as ssh-keygen -E md5 prints it.</summary>
    public required string Fingerprint { get; init; }
}

internal sealed partial class Account
{
    public List<SshKey> Keys { get; } = [];

    /// <summary>What the dashboard remembers, by the names of the API; a null is one that was given.</summary>
    public Dictionary<string, System.Text.Json.Nodes.JsonNode?> Preferences { get; } = [];
}
