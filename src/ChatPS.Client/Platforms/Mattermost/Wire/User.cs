namespace ChatPS.Client.Platforms.Mattermost.Wire;

internal sealed class User : WireObject
{
    public string Id { get; set; } = "";

    public string Username { get; set; } = "";

    public string? FirstName { get; set; }

    public string? LastName { get; set; }

    public string? Nickname { get; set; }

    public string? Email { get; set; }

    public string? Position { get; set; }

    public string? Roles { get; set; }

    public string? Locale { get; set; }

    public Dictionary<string, string>? Timezone { get; set; }

    public bool IsBot { get; set; }

    public long CreateAt { get; set; }

    public long UpdateAt { get; set; }

    public long DeleteAt { get; set; }
}
