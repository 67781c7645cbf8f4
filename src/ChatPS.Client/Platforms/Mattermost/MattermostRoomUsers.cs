using System.Runtime.CompilerServices;
using System.Text.Json;
using ChatPS.Client.Capabilities;
using ChatPS.Client.Http;
using ChatPS.Client.Paging;
using ChatPS.Client.Sessions;
using static ChatPS.Client.Platforms.Mattermost.MattermostOperations;

namespace ChatPS.Client.Platforms.Mattermost;

/// <summary>Members of channels. The server knows them by id only; who they are is asked for a page at a time.</summary>
internal sealed class MattermostRoomUsers(Connection connection) : MattermostResource(connection), IRoomUserReader, IRoomUserBatchAdder, IRoomUserRemover, IRoomUserEditor
{
    private const int MaxFound = 1000;
    private const int BatchSize = 200;
    private const string MarkUnread = "mark_unread";

    // The operation is there on every server, and what it takes is not the same.
    private const string AddTogether = AddChannelMember + " user_ids";

    /// <summary>Servers take 1,000; so many are no burden to any. Older ones take one.</summary>
    int IRoomUserBatchAdder.BatchSize => Connection.Abilities.Lacks(AddTogether) ? 1 : BatchSize;

    public IAsyncEnumerable<ChatRoomUser> ListAsync(RoomRef room, RoomUserFilter filter, PageWindow window, CallContext context)
    {
        Unsupported.IfOfParticipants(filter, ChatPlatform.Mattermost);
        return filter.Search is null
            ? ListAll(room, window, context)
            : window.Cut(SearchAsync(room, filter.Search, window.PageSize(MaxFound), context, context.Cancellation));
    }

    public IEnumerable<Task<ChatRoomUser>> Find(RoomRef room, RoomUserFilter filter, IReadOnlyList<UserRef> users, CallContext context)
    {
        Unsupported.IfOfParticipants(filter, ChatPlatform.Mattermost);
        var members = users is [_] ? null : new Lazy<Task<Dictionary<string, Wire.ChannelMember>>>(() => MembersAsync(room, users, context));
        return Connection.Get<MattermostUsers>().Find(users, context).Select(async found =>
        {
            var user = await found.ConfigureAwait(false);
            if (members is null)
                return ToMember(await ReadAsync(room, user.Id, context).ConfigureAwait(false), user);
            return (await members.Value.ConfigureAwait(false)).TryGetValue(user.Id, out var member)
                ? ToMember(member, user)
                : throw new ChatException(ChatErrorReason.NotFound, $"'{user.UserName}' is not in the room '{room.Value}'.")
                {
                    Advice = "Get-ChatRoomUser lists who is; Add-ChatRoomUser takes somebody in.",
                };
        });
    }

    public async Task<long?> CountAsync(RoomRef room, CallContext context) => MattermostLocalMode.Is(Connection) ? null : (await ReadAsync(
        await CallAsync(GetChannelStats, room, context).ConfigureAwait(false),
        MattermostJson.Default.ChannelStats, context).ConfigureAwait(false)).MemberCount;

    public async Task<ChatRoomUser?> AddAsync(RoomRef room, UserRef user, IReadOnlyList<string>? roles, bool wanted, CallContext context)
    {
        Unsupported.IfGiven(roles, ChatPlatform.Mattermost, "Role");
        var roomId = await Names.RoomIdAsync(room.Value, room.Team, context).ConfigureAwait(false);
        var member = await AddAsync(roomId, await Names.UserIdAsync(user.Value, context).ConfigureAwait(false), context).ConfigureAwait(false);
        return wanted ? await WithProfileAsync(member, context).ConfigureAwait(false) : null;
    }

    public async Task<IReadOnlyList<Outcome<ChatRoomUser>>> AddAsync(
        RoomRef room, IReadOnlyList<UserRef> users, IReadOnlyList<string>? roles, bool wanted, CallContext context)
    {
        Unsupported.IfGiven(roles, ChatPlatform.Mattermost, "Role");
        var roomId = await Names.RoomIdAsync(room.Value, room.Team, context).ConfigureAwait(false);
        var ids = await Names.UserIdsAsync([.. users.Select(user => user.Value)], context).ConfigureAwait(false);
        var together = await AddTogetherAsync(roomId, [.. ids.Select(id => id.Value).OfType<string>().Distinct()], context).ConfigureAwait(false);
        var added = new List<Outcome<Wire.ChannelMember>>(ids.Count);
        foreach (var id in ids)
            added.Add(id.Error is { } error ? Outcome.Failed<Wire.ChannelMember>(error)
                : together.TryGetValue(id.Value!, out var member) ? Outcome.Of(member)
                // The server leaves out whom it cannot take in, and says why to whoever asks for that one alone.
                : await Outcome.TryAsync(() => AddAsync(roomId, id.Value!, context)).ConfigureAwait(false));
        var profiles = wanted ? await ProfilesAsync(added.Select(a => a.Value?.UserId).OfType<string>(), context).ConfigureAwait(false) : [];
        return [.. added.Select(a => new Outcome<ChatRoomUser>(a.Value is { } member ? ToMember(member, profiles.GetValueOrDefault(member.UserId)) : null, a.Error))];
    }

    public async Task RemoveAsync(RoomRef room, UserRef user, CallContext context) => await SendAsync(
        await CallAsync(RemoveUserFromChannel, room, user, context).ConfigureAwait(false), context).ConfigureAwait(false);

    public async Task<ChatRoomUser?> UpdateAsync(RoomRef room, UserRef user, RoomUserChange change, bool wanted, CallContext context)
    {
        if (change.Roles is { } roles)
        {
            var call = MattermostRoles.AsSchemeAdmin(roles) is { } isAdmin
                ? (await CallAsync(UpdateChannelMemberSchemeRoles, room, user, context).ConfigureAwait(false))
                    .Body("scheme_admin", isAdmin).Body("scheme_user", true)
                : (await CallAsync(UpdateChannelRoles, room, user, context).ConfigureAwait(false)).Body("roles", string.Join(' ', roles));
            await SendAsync(call, context).ConfigureAwait(false);
        }
        if (change with { Roles = null } != new RoomUserChange())
        {
            var call = (await CallAsync(UpdateChannelNotifyProps, room, user, context).ConfigureAwait(false))
                .Body(MarkUnread, change.Muted switch { true => Wire.ChannelReading.MentionsOnly, false => "all", null => null })
                .Body("desktop", change.Desktop)
                .Body("push", change.Push)
                .Body("email", change.Email);
            await SendAsync(call, context).ConfigureAwait(false);
        }
        if (!wanted)
            return null;
        var member = await ReadAsync(room, await Names.UserIdAsync(user.Value, context).ConfigureAwait(false), context).ConfigureAwait(false);
        return await WithProfileAsync(member, context).ConfigureAwait(false);
    }

    private Task<Wire.ChannelMember> AddAsync(string roomId, string userId, CallContext context) => ReadAsync(
        Call(AddChannelMember).Path("channel_id", roomId).Body("user_id", userId), MattermostJson.Default.ChannelMember, context);

    /// <returns>Those whom the server took in; nobody when it takes in one at a time only, or none of these.</returns>
    private async Task<Dictionary<string, Wire.ChannelMember>> AddTogetherAsync(string roomId, string[] userIds, CallContext context)
    {
        if (userIds.Length < 2)
            return [];
        try
        {
            var call = Call(AddChannelMember).Path("channel_id", roomId)
                .Content(new Dictionary<string, string[]> { ["user_ids"] = userIds });
            var members = await Connection.Abilities.TryAsync(
                AddTogether,
                () => ReadAsync(call, MattermostJson.Default.ChannelMemberArray, context),
                () => Task.FromResult<Wire.ChannelMember[]>([]),
                e => e.ErrorId == "api.context.invalid_body_param.app_error").ConfigureAwait(false);
            return members.ToDictionary(member => member.UserId, StringComparer.Ordinal);
        }
        catch (ChatException e) when (e.Reason is ChatErrorReason.InvalidRequest or ChatErrorReason.NotFound or ChatErrorReason.Forbidden)
        {
            context.Log.Verbose(e.Message);
            return [];
        }
    }

    private async Task<ApiCall> CallAsync(string operation, RoomRef room, CallContext context) =>
        Call(operation).Path("channel_id", await Names.RoomIdAsync(room.Value, room.Team, context).ConfigureAwait(false));

    private async Task<ApiCall> CallAsync(string operation, RoomRef room, UserRef user, CallContext context) =>
        (await CallAsync(operation, room, context).ConfigureAwait(false))
            .Path("user_id", await Names.UserIdAsync(user.Value, context).ConfigureAwait(false));

    private async Task<Wire.ChannelMember> ReadAsync(RoomRef room, string userId, CallContext context) => await ReadAsync(
        await CallAsync(GetChannelMember, room, new UserRef(userId), context).ConfigureAwait(false),
        MattermostJson.Default.ChannelMember, context).ConfigureAwait(false);

    // One request more for each page of members, whatever its size.
    private IAsyncEnumerable<ChatRoomUser> ListAll(RoomRef room, PageWindow window, CallContext context) => WholeLists.LaterAsync(async () => ListByPage(
        await CallAsync(GetChannelMembers, room, context).ConfigureAwait(false), window, MattermostJson.Default.ChannelMember,
        async members =>
        {
            var profiles = await ProfilesAsync(members.Select(member => member.UserId), context).ConfigureAwait(false);
            return members.Select(member => ToMember(member, profiles.GetValueOrDefault(member.UserId)));
        },
        context));

    // The search finds users; what they are in the room is asked for as many at once as a page has.
    private async IAsyncEnumerable<ChatRoomUser> SearchAsync(
        RoomRef room, string words, int limit, CallContext context, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var id = await Names.RoomIdAsync(room.Value, room.Team, context).ConfigureAwait(false);
        var found = await ReadAsync(
            Call(SearchUsers)
                .Body("term", words).Body("in_channel_id", id).Body("allow_inactive", true).Body("limit", limit),
            MattermostJson.Default.UserArray, context).ConfigureAwait(false);
        if (found.Length == MaxFound)
            context.Log.Warning($"A search ends after {MaxFound} users; there may be more.");
        foreach (var batch in found.Chunk(BatchSize))
        {
            cancellation.ThrowIfCancellationRequested();
            var members = await MembersAsync(id, batch.Select(user => user.Id), context).ConfigureAwait(false);
            foreach (var user in batch)
            {
                if (members.TryGetValue(user.Id, out var member))
                    yield return ToMember(member, Connection.Get<MattermostUsers>().ToUser(user));
            }
        }
    }

    private async Task<Dictionary<string, Wire.ChannelMember>> MembersAsync(RoomRef room, IReadOnlyList<UserRef> users, CallContext context)
    {
        await PrepareAsync(users, context).ConfigureAwait(false);
        var ids = new List<string>();
        foreach (var user in users)
        {
            try
            {
                ids.Add(await Names.UserIdAsync(user.Value, context).ConfigureAwait(false));
            }
            catch (ChatException e) when (e.Reason == ChatErrorReason.NotFound)
            {
                // Whoever asked for this one is told so by its own task.
            }
        }
        return await MembersAsync(await Names.RoomIdAsync(room.Value, room.Team, context).ConfigureAwait(false), ids, context).ConfigureAwait(false);
    }

    private async Task<Dictionary<string, Wire.ChannelMember>> MembersAsync(string roomId, IEnumerable<string> ids, CallContext context)
    {
        var members = new Dictionary<string, Wire.ChannelMember>(StringComparer.Ordinal);
        foreach (var batch in ids.Distinct().Chunk(BatchSize))
        {
            foreach (var member in await BatchAsync(roomId, batch, context).ConfigureAwait(false))
                members[member.UserId] = member;
        }
        return members;
    }

    // Local mode tells of each alone.
    private Task<IReadOnlyCollection<Wire.ChannelMember>> BatchAsync(string roomId, string[] ids, CallContext context) => Connection.Abilities.TryAsync(
        GetChannelMembersByIds,
        async () => (IReadOnlyCollection<Wire.ChannelMember>)await ReadAsync(
            Call(GetChannelMembersByIds).Path("channel_id", roomId).Content(ids), MattermostJson.Default.ChannelMemberArray, context).ConfigureAwait(false),
        () => EachAsync(roomId, ids, context),
        e => e.Reason == ChatErrorReason.NotSupported && MattermostLocalMode.Is(Connection));

    private async Task<IReadOnlyCollection<Wire.ChannelMember>> EachAsync(string roomId, string[] ids, CallContext context)
    {
        var members = new List<Wire.ChannelMember>();
        foreach (var id in ids)
        {
            var found = await Outcome.TryAsync(() => ReadAsync(new(roomId), id, context)).ConfigureAwait(false);
            if (found.Value is { } member)
                members.Add(member);
            else if (found.Error is { } error && error.Reason != ChatErrorReason.NotFound)
                throw error;
        }
        return members;
    }

    private async Task<ChatRoomUser> WithProfileAsync(Wire.ChannelMember member, CallContext context) =>
        ToMember(member, (await ProfilesAsync([member.UserId], context).ConfigureAwait(false)).GetValueOrDefault(member.UserId));

    private async Task<Dictionary<string, ChatUser>> ProfilesAsync(IEnumerable<string> ids, CallContext context) =>
        (await Names.UsersByIdAsync(ids, context).ConfigureAwait(false))
            .ToDictionary(user => user.Id, Connection.Get<MattermostUsers>().ToUser, StringComparer.Ordinal);

    // The rest of what the member is notified of is shown as it comes.
    private static bool? IsMuted(Wire.ChannelMember member) => member.Unnamed?.GetValueOrDefault("notify_props") is { ValueKind: JsonValueKind.Object } props
        && props.TryGetProperty(MarkUnread, out var word) ? word.ValueEquals(Wire.ChannelReading.MentionsOnly) : null;

    private ChatRoomUser ToMember(Wire.ChannelMember member, ChatUser? user)
    {
        var roles = MattermostRoles.Split(member.Roles);
        return new ChatRoomUser
        {
            Session = Connection.Session,
            Unnamed = member.Unnamed,
            RoomId = member.ChannelId,
            UserId = member.UserId,
            UserName = user?.UserName,
            DisplayName = user?.DisplayName,
            Email = user?.Email,
            Roles = roles,
            IsAdmin = member.SchemeAdmin || roles.Contains("channel_admin"),
            IsMuted = IsMuted(member),
            LastViewedAt = MattermostTime.Read(member.LastViewedAt),
        };
    }
}
