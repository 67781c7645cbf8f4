namespace ChatPS.Client.Platforms.Mattermost.Wire;

internal sealed class Role : WireObject
{
    public string Id { get; set; } = "";

    public string Name { get; set; } = "";

    public string? DisplayName { get; set; }

    public string? Description { get; set; }

    public string[]? Permissions { get; set; }

    public bool SchemeManaged { get; set; }

    public bool BuiltIn { get; set; }

    public long CreateAt { get; set; }

    public long UpdateAt { get; set; }

    public long DeleteAt { get; set; }
}
