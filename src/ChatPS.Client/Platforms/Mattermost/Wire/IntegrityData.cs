namespace ChatPS.Client.Platforms.Mattermost.Wire;

internal sealed class IntegrityData
{
    public string? ParentName { get; set; }

    public string? ChildName { get; set; }

    public string? ParentIdAttr { get; set; }

    public string? ChildIdAttr { get; set; }

    public OrphanedRecord[]? Records { get; set; }
}
