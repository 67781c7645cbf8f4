namespace ChatPS.Client.Platforms.Mattermost.Wire;

internal sealed class SlashCommand : WireObject
{
    public string Id { get; set; } = "";

    public string? Token { get; set; }

    public string? CreatorId { get; set; }

    public string? TeamId { get; set; }

    public string Trigger { get; set; } = "";

    public string? Method { get; set; }

    public string? Username { get; set; }

    public string? IconUrl { get; set; }

    public bool AutoComplete { get; set; }

    public string? AutoCompleteDesc { get; set; }

    public string? AutoCompleteHint { get; set; }

    public string? DisplayName { get; set; }

    public string? Description { get; set; }

    public string? Url { get; set; }

    public string? PluginId { get; set; }

    public long CreateAt { get; set; }

    public long UpdateAt { get; set; }

    public long DeleteAt { get; set; }
}
