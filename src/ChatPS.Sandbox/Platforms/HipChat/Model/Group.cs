namespace ChatPS.Sandbox.Platforms.HipChat.Model;

/// <summary>The company whose people and rooms a server holds.</summary>
internal sealed class Group : IPictured
{
    public required long Id { get; init; }

    public required string Name { get; init; }

    public required string Subdomain { get; init; }

    public required DateTimeOffset Created { get; init; }

    public required User Owner { get; init; }

    /// <inheritdoc/>
    public StoredFile? Picture { get; set; }

    /// <summary>The webhooks that are told of all rooms.</summary>
    public List<Webhook> Webhooks { get; } = [];

    /// <summary>What add-ons show, as JSON text by kind and key.</summary>
    public Dictionary<string, string> Extensions { get; } = [];
}
