namespace ChatPS.Client.Platforms.Mattermost.Wire;

internal sealed class LdapGroup : WireObject
{
    public string? Name { get; set; }

    /// <summary>What the directory knows it by.</summary>
    public string PrimaryKey { get; set; } = "";

    public string? MattermostGroupId { get; set; }

    public bool? HasSyncables { get; set; }
}
