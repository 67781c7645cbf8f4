using System.Runtime.CompilerServices;
using ChatPS.Client.Capabilities;
using ChatPS.Client.Http;
using ChatPS.Client.Paging;
using ChatPS.Client.Sessions;
using static ChatPS.Client.Platforms.Mattermost.MattermostOperations;

namespace ChatPS.Client.Platforms.Mattermost;

/// <summary>The teams and channels that groups are tied to.</summary>
internal sealed class MattermostGroupSyncs(Connection connection) : MattermostResource(connection), IGroupSyncs
{
    public IAsyncEnumerable<ChatGroupSync> ListAsync(string group, PageWindow window, CallContext context) =>
        window.Cut(ListAsync(group, context, context.Cancellation));

    public async Task<ChatGroupSync> GetAsync(string group, GroupTarget target, CallContext context) => await SyncAsync(
        await CallAsync(GetGroupSyncableForTeamId, GetGroupSyncableForChannelId, group, target, context).ConfigureAwait(false), context).ConfigureAwait(false);

    public async Task<ChatGroupSync> LinkAsync(string group, GroupTarget target, GroupSyncChange how, CallContext context) => await SyncAsync(
        (await CallAsync(LinkGroupSyncableForTeam, LinkGroupSyncableForChannel, group, target, context).ConfigureAwait(false))
            .Body("auto_add", how.AutoAdd ?? true).Body("scheme_admin", how.IsAdmin ?? false), context).ConfigureAwait(false);

    public async Task<ChatGroupSync> UpdateAsync(string group, GroupTarget target, GroupSyncChange change, CallContext context) => await SyncAsync(
        (await CallAsync(PatchGroupSyncableForTeam, PatchGroupSyncableForChannel, group, target, context).ConfigureAwait(false))
            .Body("auto_add", change.AutoAdd).Body("scheme_admin", change.IsAdmin), context).ConfigureAwait(false);

    public async Task UnlinkAsync(string group, GroupTarget target, CallContext context) => await SendAsync(
        await CallAsync(UnlinkGroupSyncableForTeam, UnlinkGroupSyncableForChannel, group, target, context).ConfigureAwait(false), context).ConfigureAwait(false);

    private async IAsyncEnumerable<ChatGroupSync> ListAsync(string group, CallContext context, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var id = await Connection.Get<MattermostGroups>().IdAsync(group, context).ConfigureAwait(false);
        foreach (var operation in new[] { GetGroupSyncablesTeams, GetGroupSyncablesChannels })
        {
            var list = List(Call(operation).Path("group_id", id), PageWindow.All, MattermostJson.Default.GroupSync, ToSync, context);
            await foreach (var sync in list.WithCancellation(cancellation).ConfigureAwait(false))
                yield return sync;
        }
    }

    // Each thing is done by one operation for teams and another for channels.
    private async Task<ApiCall> CallAsync(string ofTeam, string ofChannel, string group, GroupTarget target, CallContext context)
    {
        var id = await Connection.Get<MattermostGroups>().IdAsync(group, context).ConfigureAwait(false);
        if (target.Room is { } room)
            return Call(ofChannel).Path("group_id", id).Path("channel_id", await Names.RoomIdAsync(room, target.Team, context).ConfigureAwait(false));
        return Call(ofTeam).Path("group_id", id).Path("team_id", await Names.TeamIdAsync(Connection.Session.TeamOr(target.Team), context).ConfigureAwait(false));
    }

    private Task<ChatGroupSync> SyncAsync(ApiCall call, CallContext context) => SendAsync(call, MattermostJson.Default.GroupSync, ToSync, context);

    private ChatGroupSync ToSync(Wire.GroupSync sync) => new()
    {
        Session = Connection.Session,
        Unnamed = sync.Unnamed,
        GroupId = sync.GroupId,
        TeamId = sync.TeamId is { Length: > 0 } team ? team : null,
        TeamName = sync.TeamDisplayName,
        RoomId = sync.ChannelId is { Length: > 0 } channel ? channel : null,
        RoomName = sync.ChannelDisplayName,
        AutoAdd = sync.AutoAdd,
        IsAdmin = sync.SchemeAdmin,
        CreatedAt = MattermostTime.Read(sync.CreateAt),
        UpdatedAt = MattermostTime.Read(sync.UpdateAt),
    };
}
