namespace ChatPS.Client.Platforms.Mattermost.Wire;

/// <summary>What a group of the directory is found by.</summary>
internal sealed class NamedGroup
{
    public string Id { get; set; } = "";

    public string? Name { get; set; }

    public string? DisplayName { get; set; }
}
