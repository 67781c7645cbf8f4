namespace ChatPS.Client.Platforms.Mattermost.Wire;

internal sealed class Group : WireObject
{
    public string Id { get; set; } = "";

    public string? Name { get; set; }

    public string? DisplayName { get; set; }

    public string? Description { get; set; }

    public string? Source { get; set; }

    public string? RemoteId { get; set; }

    public int? MemberCount { get; set; }

    public bool HasSyncables { get; set; }

    public bool AllowReference { get; set; }

    public bool? SchemeAdmin { get; set; }

    public long CreateAt { get; set; }

    public long UpdateAt { get; set; }

    public long DeleteAt { get; set; }
}
