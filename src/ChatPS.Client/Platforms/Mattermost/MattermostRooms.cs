using System.Runtime.CompilerServices;
using ChatPS.Client.Capabilities;
using ChatPS.Client.Http;
using ChatPS.Client.Paging;
using ChatPS.Client.Sessions;
using static ChatPS.Client.Platforms.Mattermost.MattermostOperations;

namespace ChatPS.Client.Platforms.Mattermost;

/// <summary>Channels.</summary>
internal sealed class MattermostRooms(Connection connection) : MattermostResource(connection), IRoomReader, IRoomCreator, IRoomEditor, IRoomRemover, IRoomRestorer
{
    public bool HasNamesOfTeams => true;

    public IAsyncEnumerable<ChatRoom> ListAsync(RoomFilter filter, PageWindow window, CallContext context)
    {
        Unsupported.IfGiven(filter.AutoJoin, ChatPlatform.Mattermost, "AutoJoin");
        Unsupported.IfOfApp(filter, ChatPlatform.Mattermost);
        if (filter.Search is not null)
            Unsupported.IfGiven(filter.User, ChatPlatform.Mattermost, filter.User?.IsMe == true ? "Me" : "User");
        if (filter.Scheme is { } scheme)
        {
            Unsupported.IfGiven(filter.Search, ChatPlatform.Mattermost, "Search together with -Scheme");
            Unsupported.IfGiven(filter.User, ChatPlatform.Mattermost, "User together with -Scheme");
            return OfScheme(scheme, window, context);
        }
        // An administrator's list of everything is one operation, which can be cut to the window by the server.
        if (filter is { Team: null, User: null } && Connection.Session.Team is null && IsAdmin)
        {
            var call = filter.Search is null
                ? Call(GetAllChannels).Query("include_deleted", filter.IncludeArchived ? true : null)
                : Call(SearchAllChannels).Body("term", filter.Search).Body("include_search_by_id", true);
            return List(call, window, context);
        }
        return window.Cut(ListByTeamAsync(filter, context, context.Cancellation));
    }

    public async Task<ChatRoom> GetAsync(RoomRef room, CallContext context)
    {
        Unsupported.IfOfApp(room, ChatPlatform.Mattermost);
        return ToRoom(await Names.FindRoomAsync(room.Value, room.Team, context).ConfigureAwait(false));
    }

    public async Task<long?> CountAsync(RoomFilter filter, CallContext context)
    {
        if (filter is not { Team: null, User: null, Search: null, Scheme: null } || Connection.Session.Team is not null || !IsAdmin)
            return null;
        var call = Call(GetAllChannels).Query("per_page", 1).Query("include_total_count", true)
            .Query("include_deleted", filter.IncludeArchived ? true : null);
        return (await ReadAsync(call, MattermostJson.Default.ChannelCount, context).ConfigureAwait(false)).TotalCount;
    }

    public async Task<ChatRoom> CreateAsync(NewRoom room, CallContext context)
    {
        Unsupported.IfOwned(room, ChatPlatform.Mattermost);
        Unsupported.IfOfApp(room, ChatPlatform.Mattermost);
        if (room.Kind is ChatRoomKind.Direct or ChatRoomKind.Group)
            return await RoomAsync(Call(room.Kind == ChatRoomKind.Direct ? CreateDirectChannel : CreateGroupChannel)
                .Content(await MemberIdsAsync(room, context).ConfigureAwait(false)), context).ConfigureAwait(false);

        var name = room.Name ?? throw new ChatException(ChatErrorReason.InvalidRequest, "A channel needs a name.") { Advice = "Give it with -Name." };
        var teamId = await Names.FindTeamIdAsync(room.Team, context).ConfigureAwait(false) ?? throw new ChatException(
            ChatErrorReason.InvalidRequest, $"The channel '{name}' needs a team.")
        {
            Advice = "Name the team with -Team, or give the session a default one with Set-ChatSession -Team.",
        };
        return await RoomAsync(Call(CreateChannel)
            .Body("team_id", teamId)
            .Body("name", name)
            .Body("display_name", room.DisplayName ?? name)
            .Body("header", room.Topic)
            .Body("purpose", room.Purpose)
            .Body("type", room.Kind == ChatRoomKind.Private ? "P" : "O"), context).ConfigureAwait(false);
    }

    public async Task<ChatRoom?> UpdateAsync(RoomRef room, RoomChange change, bool wanted, CallContext context)
    {
        Unsupported.IfOwned(change, ChatPlatform.Mattermost);
        Unsupported.IfGiven(change.Tags, ChatPlatform.Mattermost, "Tags");
        Unsupported.IfGiven(change.Config, ChatPlatform.Mattermost, "Config");
        var id = await RoomIdAsync(room, context).ConfigureAwait(false);
        ChatRoom? result = null;
        // An archived channel takes no changes, so it comes back first and goes last.
        if (change.Archived == false)
            result = await RestoreAsync(new(id), context).ConfigureAwait(false);
        if (change.Team is { } target)
            result = await RoomAsync(Call(MoveChannel).Path("channel_id", id)
                .Body("team_id", await Names.TeamIdAsync(target, context).ConfigureAwait(false))
                .Body("force", change.RemoveOutsider), context).ConfigureAwait(false);
        if (change.Privacy is { } privacy)
            result = await RoomAsync(Call(UpdateChannelPrivacy).Path("channel_id", id)
                .Body("privacy", privacy == ChatRoomKind.Private ? "P" : "O"), context).ConfigureAwait(false);
        if (change is not { Name: null, DisplayName: null, Topic: null, Purpose: null, GroupConstrained: null })
            result = await RoomAsync(Call(PatchChannel).Path("channel_id", id)
                .Body("name", change.Name)
                .Body("display_name", change.DisplayName)
                .Body("header", change.Topic)
                .Body("purpose", change.Purpose)
                .Body("group_constrained", change.GroupConstrained), context).ConfigureAwait(false);
        if (change.Scheme.IsGiven)
        {
            await SendAsync(Call(UpdateChannelScheme).Path("channel_id", id)
                .Body("scheme_id", await Connection.Get<MattermostSchemes>().IdOrNoneAsync(change.Scheme.Value, context).ConfigureAwait(false)),
                context).ConfigureAwait(false);
            result = null;
        }
        if (change.Archived == true)
        {
            await RemoveAsync(new(id), permanent: false, context).ConfigureAwait(false);
            result = null;
        }
        return result is null && wanted ? await GetAsync(new(id), context).ConfigureAwait(false) : result;
    }

    public async Task RemoveAsync(RoomRef room, bool permanent, CallContext context) =>
        await SendAsync(Call(DeleteChannel)
            .Path("channel_id", await RoomIdAsync(room, context).ConfigureAwait(false))
            .Query("permanent", permanent ? true : null), context).ConfigureAwait(false);

    public async Task<ChatRoom> RestoreAsync(RoomRef room, CallContext context) =>
        await RoomAsync(Call(RestoreChannel).Path("channel_id", await RoomIdAsync(room, context).ConfigureAwait(false)), context).ConfigureAwait(false);

    private bool IsAdmin => MattermostPlatform.IsAdmin(Connection);

    private Task<string> RoomIdAsync(RoomRef room, CallContext context)
    {
        Unsupported.IfOfApp(room, ChatPlatform.Mattermost);
        return Names.RoomIdAsync(room.Value, room.Team, context);
    }

    private IAsyncEnumerable<ChatRoom> List(ApiCall call, PageWindow window, CallContext context) =>
        List(call, window, MattermostJson.Default.Channel, ToRoom, context);

    private Task<ChatRoom> RoomAsync(ApiCall call, CallContext context) => SendAsync(call, MattermostJson.Default.Channel, ToRoom, context);

    private IAsyncEnumerable<ChatRoom> OfScheme(string scheme, PageWindow window, CallContext context) => List(
        async () => Call(GetChannelsForScheme).Path("scheme_id", await Connection.Get<MattermostSchemes>().IdAsync(scheme, context).ConfigureAwait(false)),
        window, MattermostJson.Default.Channel, ToRoom, context);

    // What an account sees of a team is in several lists, some of them partly the same.
    private async IAsyncEnumerable<ChatRoom> ListByTeamAsync(
        RoomFilter filter, CallContext context, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var user = filter.User is { IsMe: false } other ? await Names.UserIdAsync(other.Value, context).ConfigureAwait(false) : "me";
        foreach (var teamId in await TeamIdsAsync(filter, user, context).ConfigureAwait(false))
        {
            foreach (var call in TeamCalls(teamId, user, filter))
            {
                await foreach (var room in List(call, PageWindow.All, context).WithCancellation(cancellation).ConfigureAwait(false))
                {
                    if (seen.Add(room.Id))
                        yield return room;
                }
            }
        }
    }

    private IEnumerable<ApiCall> TeamCalls(string teamId, string user, RoomFilter filter)
    {
        if (filter.Search is { } term)
        {
            yield return Call(SearchChannels).Path("team_id", teamId).Body("term", term);
            if (filter.IncludeArchived)
                yield return Call(SearchArchivedChannels).Path("team_id", teamId).Body("term", term);
            yield break;
        }
        if (filter.User is null)
            yield return Call(GetPublicChannelsForTeam).Path("team_id", teamId);
        if (filter.User is null && IsAdmin)
            yield return Call(GetPrivateChannelsForTeam).Path("team_id", teamId);
        else
            yield return Call(GetChannelsForTeamForUser).Path("user_id", user).Path("team_id", teamId)
                .Query("include_deleted", filter.IncludeArchived ? true : null);
        if (filter is { IncludeArchived: true, User: null })
            yield return Call(GetDeletedChannelsForTeam).Path("team_id", teamId);
    }

    private async Task<IEnumerable<string>> TeamIdsAsync(RoomFilter filter, string user, CallContext context)
    {
        if (await Names.FindTeamIdAsync(filter.Team, context).ConfigureAwait(false) is { } teamId)
            return [teamId];
        return (await Names.TeamsAsync(user, context).ConfigureAwait(false)).Select(team => team.Id);
    }

    private async Task<string[]> MemberIdsAsync(NewRoom room, CallContext context)
    {
        var ids = new List<string>();
        foreach (var user in room.Users)
            ids.Add(await Names.UserIdAsync(user, context).ConfigureAwait(false));
        // A direct channel is between two, and the server wants both named.
        if (room.Kind == ChatRoomKind.Direct && ids.Count == 1 && Connection.Session.UserId is { } me)
            ids.Insert(0, me);
        return [.. ids];
    }

    public ChatRoom ToRoom(Wire.Channel channel) => new()
    {
        Session = Connection.Session,
        Unnamed = channel.Unnamed,
        Id = channel.Id,
        Name = channel.Name,
        DisplayName = channel.DisplayName,
        Topic = channel.Header,
        Purpose = channel.Purpose,
        Kind = channel.Type switch
        {
            "P" => ChatRoomKind.Private,
            "D" => ChatRoomKind.Direct,
            "G" => ChatRoomKind.Group,
            _ => ChatRoomKind.Public,
        },
        TeamId = channel.TeamId is { Length: > 0 } teamId ? teamId : null,
        OwnerId = channel.CreatorId is { Length: > 0 } creatorId ? creatorId : null,
        CreatedAt = MattermostTime.Read(channel.CreateAt),
        UpdatedAt = MattermostTime.Read(channel.UpdateAt),
        ArchivedAt = MattermostTime.Read(channel.DeleteAt),
        LastActivityAt = MattermostTime.Read(channel.LastPostAt),
    };
}
