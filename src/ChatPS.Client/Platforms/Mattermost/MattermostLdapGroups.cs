using ChatPS.Client.Capabilities;
using ChatPS.Client.Http;
using ChatPS.Client.Paging;
using ChatPS.Client.Sessions;
using static ChatPS.Client.Platforms.Mattermost.MattermostOperations;

namespace ChatPS.Client.Platforms.Mattermost;

/// <summary>Groups of the directory, and their links to groups of the server.</summary>
internal sealed class MattermostLdapGroups(Connection connection) : Resource(connection), IDirectoryGroups
{
    public IAsyncEnumerable<ChatLdapGroup> ListAsync(string? search, PageWindow window, CallContext context) =>
        List(Call(GetLdapGroups).Query("q", search), window, MattermostJson.Default.LdapGroup, ToGroup, context);

    // A distinguished name or another key of the directory is in no search, a name is looked for.
    public Task<ChatLdapGroup> GetAsync(string group, CallContext context) =>
        ListAsync(group.Contains('=', StringComparison.Ordinal) ? null : group, PageWindow.All, context).FindAsync(
            one => group.Equals(one.RemoteId, StringComparison.OrdinalIgnoreCase) || group.Equals(one.Name, StringComparison.OrdinalIgnoreCase),
            () => new ChatException(ChatErrorReason.NotFound, $"The directory has no group '{group}'.") { Advice = "Get-ChatLdapGroup lists the groups of the directory." });

    public async Task<ChatGroup> LinkAsync(string group, CallContext context) => await SendAsync(
        Call(LinkLdapGroup).Path("remote_id", (await GetAsync(group, context).ConfigureAwait(false)).RemoteId),
        MattermostJson.Default.Group, Connection.Get<MattermostGroups>().ToGroup, context).ConfigureAwait(false);

    public async Task UnlinkAsync(string group, CallContext context) =>
        await SendAsync(Call(UnlinkLdapGroup).Path("remote_id", (await GetAsync(group, context).ConfigureAwait(false)).RemoteId), context).ConfigureAwait(false);

    private ChatLdapGroup ToGroup(Wire.LdapGroup group) => new()
    {
        Session = Connection.Session,
        Unnamed = group.Unnamed,
        Name = group.Name ?? group.PrimaryKey,
        RemoteId = group.PrimaryKey,
        GroupId = group.MattermostGroupId is { Length: > 0 } id ? id : null,
        IsSynced = group.HasSyncables == true,
    };
}
