using ChatPS.Client.Capabilities;
using ChatPS.Client.Http;
using ChatPS.Client.Paging;
using ChatPS.Client.Sessions;
using static ChatPS.Client.Platforms.Mattermost.MattermostOperations;

namespace ChatPS.Client.Platforms.Mattermost;

/// <summary>Groups of users, and those of the directory behind them.</summary>
internal sealed class MattermostGroups(Connection connection) : MattermostResource(connection),
    IGroupReader, IGroupRestorer, IItemCreator<NewGroup, ChatGroup>, IItemEditor<GroupChange, ChatGroup>, IItemRemover<ChatGroup>
{
    public IAsyncEnumerable<ChatGroup> ListAsync(GroupFilter filter, PageWindow window, CallContext context) =>
        // Those of a user come whole, and the server does not search in them.
        List(() => CallForAsync(filter, context), window, MattermostJson.Default.Group, ToGroup, context);

    public async Task<ChatGroup> GetAsync(string group, CallContext context) => MattermostNames.IsId(group)
        ? await GroupAsync(Call(GetGroup).Path("group_id", group), context).ConfigureAwait(false)
        : await FindAsync(group, context).ConfigureAwait(false);

    public async Task<ChatGroup> CreateAsync(NewGroup item, CallContext context)
    {
        var users = await Names.UserIdsAsync([.. item.Users.Select(user => user.Value)], context).ConfigureAwait(false);
        if (users.FirstOrDefault(user => user.Error is not null)?.Error is { } error)
            throw error;
        return await GroupAsync(Call(CreateGroup)
            .Body("name", item.Name)
            .Body("display_name", item.DisplayName ?? item.Name)
            .Body("description", item.Description)
            .Body("source", "custom")
            .Body("allow_reference", item.AllowMention ?? true)
            .Body("user_ids", users.Select(user => user.Value)), context).ConfigureAwait(false);
    }

    public async Task<ChatGroup> UpdateAsync(string item, GroupChange change, CallContext context) => await GroupAsync(Call(PatchGroup)
        .Path("group_id", await IdAsync(item, context).ConfigureAwait(false))
        .Body("name", change.Name)
        .Body("display_name", change.DisplayName)
        .Body("description", change.Description)
        .Body("allow_reference", change.AllowMention), context).ConfigureAwait(false);

    public async Task RemoveAsync(string item, CallContext context) =>
        await SendAsync(Call(DeleteGroup).Path("group_id", await IdAsync(item, context).ConfigureAwait(false)), context).ConfigureAwait(false);

    // Its name is in no list any more.
    public async Task<ChatGroup> RestoreAsync(string group, CallContext context)
    {
        if (!MattermostNames.IsId(group))
            throw new ChatException(ChatErrorReason.InvalidRequest, $"A deleted group is found by its id only, and '{group}' is none.") { Advice = "Give the group's id, or the object from before." };
        await SendAsync(Call(RestoreGroup).Path("group_id", group), context).ConfigureAwait(false);
        return await GetAsync(group, context).ConfigureAwait(false);
    }

    /// <summary>A group's id, for its id, its name or the name people see.</summary>
    public Task<string> IdAsync(string group, CallContext context) =>
        Names.IdAsync("group", group, context, async () => (await FindAsync(group, context).ConfigureAwait(false)).Id);

    public ChatGroup ToGroup(Wire.Group group) => new()
    {
        Session = Connection.Session,
        Unnamed = group.Unnamed,
        Id = group.Id,
        Name = group.Name is { Length: > 0 } name ? name : null,
        DisplayName = group.DisplayName,
        Description = group.Description,
        Source = group.Source,
        RemoteId = group.RemoteId is { Length: > 0 } remoteId ? remoteId : null,
        MemberCount = group.MemberCount,
        IsSynced = group.HasSyncables,
        AllowMention = group.AllowReference,
        IsAdmin = group.SchemeAdmin,
        CreatedAt = MattermostTime.Read(group.CreateAt),
        UpdatedAt = MattermostTime.Read(group.UpdateAt),
        DeletedAt = MattermostTime.Read(group.DeleteAt),
    };

    // The server looks for parts of names.
    private Task<ChatGroup> FindAsync(string name, CallContext context) => ListAsync(new GroupFilter { Search = name.TrimStart('@') }, PageWindow.All, context).FindAsync(
        group => IsCalled(group.Name, name) || IsCalled(group.DisplayName, name),
        () => new ChatException(ChatErrorReason.NotFound, $"There is no group '{name}'.")
        {
            Advice = "Get-ChatGroup lists the groups; Connect-ChatLdapGroup links those of the directory.",
        });

    private static bool IsCalled(string? known, string name) => name.TrimStart('@').Equals(known, StringComparison.OrdinalIgnoreCase);

    private async Task<ApiCall> CallForAsync(GroupFilter filter, CallContext context) => filter switch
    {
        { User: { } user } => Call(GetGroupsByUserId).Path("user_id", await Names.UserIdAsync(user.Value, context).ConfigureAwait(false)),
        { Room: { } room } => Call(GetGroupsByChannel).Path("channel_id", await Names.RoomIdAsync(room.Value, room.Team, context).ConfigureAwait(false)),
        { Team: { } team } => Call(GetGroupsByTeam).Path("team_id", await Names.TeamIdAsync(team, context).ConfigureAwait(false)),
        _ => Call(GetGroups).Query("q", filter.Search).Query("include_member_count", true)
            .Query("not_associated_to_team", filter.NotInTeam is { } other ? await Names.TeamIdAsync(other, context).ConfigureAwait(false) : null),
    };

    private Task<ChatGroup> GroupAsync(ApiCall call, CallContext context) => SendAsync(call, MattermostJson.Default.Group, ToGroup, context);
}
