namespace ChatPS.Client.Platforms.Mattermost.Wire;

internal sealed class OrphanedRecord
{
    public string? ParentId { get; set; }

    public string? ChildId { get; set; }
}
