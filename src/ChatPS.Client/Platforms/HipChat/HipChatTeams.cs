using ChatPS.Client.Capabilities;
using ChatPS.Client.Http;
using ChatPS.Client.Paging;
using ChatPS.Client.Sessions;
using static ChatPS.Client.Platforms.HipChat.HipChatOperations;

namespace ChatPS.Client.Platforms.HipChat;

/// <summary>The group, of which an account has one. Its id is in no list but with every user.</summary>
internal sealed class HipChatTeams(Connection connection) : HipChatResource(connection), ITeamReader, ITeamEditor, ITeamStatisticReader
{
    private string? _ownId;

    public IAsyncEnumerable<ChatTeam> ListAsync(TeamFilter filter, PageWindow window, CallContext context)
    {
        Unsupported.IfOfOthers(filter, ChatPlatform.HipChat);
        Unsupported.IfGiven(filter.Search, ChatPlatform.HipChat, "Search");
        Unsupported.IfGiven(filter.IncludeArchived, ChatPlatform.HipChat, "IncludeArchived");
        Unsupported.IfGiven(filter.Scheme, ChatPlatform.HipChat, "Scheme");
        Unsupported.IfGiven(filter.EnterpriseAccount, ChatPlatform.HipChat, "EnterpriseAccount");
        return window.Cut(ListAsync(context));
    }

    public async Task<ChatTeam> GetAsync(string team, CallContext context) =>
        await ReadAsync(await IdOfAsync(team, context).ConfigureAwait(false), context).ConfigureAwait(false);

    public Task<long?> CountAsync(TeamFilter filter, CallContext context) => Task.FromResult<long?>(null);

    public async Task<ChatTeam> UpdateAsync(string team, TeamChange change, CallContext context)
    {
        Unsupported.IfGoverned(change, ChatPlatform.HipChat);
        Unsupported.IfGiven(change.Name, ChatPlatform.HipChat, "Name");
        Unsupported.IfGiven(change.DisplayName, ChatPlatform.HipChat, "DisplayName");
        Unsupported.IfGiven(change.Description, ChatPlatform.HipChat, "Description");
        Unsupported.IfGiven(change.Open is not null, ChatPlatform.HipChat, "Open");
        Unsupported.IfGiven(change.Archived is not null, ChatPlatform.HipChat, "Archived");
        Unsupported.IfGiven(change.Default is not null, ChatPlatform.HipChat, "Default");
        Unsupported.IfGiven(change.RenewInvite, ChatPlatform.HipChat, "RenewInvite");
        var id = await IdOfAsync(team, context).ConfigureAwait(false);
        await SetPictureAsync(
            Call(UpdateGroupAvatar).Path("group_id", id), "avatar", Call(DeleteGroupAvatar).Path("group_id", id), change.Avatar.Value, context).ConfigureAwait(false);
        return await ReadAsync(id, context).ConfigureAwait(false);
    }

    public async Task<ChatTeamStatistic> GetStatisticAsync(string? team, CallContext context)
    {
        var id = team is null ? await OwnIdAsync(context).ConfigureAwait(false) : await IdOfAsync(team, context).ConfigureAwait(false);
        return await SendAsync(
            Call(GroupStatistics).Path("group_id", id),
            HipChatJson.Default.GroupStatistics,
            statistics => new ChatTeamStatistic
            {
                Session = Connection.Session,
                Unnamed = statistics.Unnamed,
                TeamId = id,
                MessagesSent = statistics.MessagesSent,
                LastActiveAt = statistics.LastActive,
            },
            context).ConfigureAwait(false);
    }

    private async IAsyncEnumerable<ChatTeam> ListAsync(CallContext context)
    {
        yield return await ReadAsync(await OwnIdAsync(context).ConfigureAwait(false), context).ConfigureAwait(false);
    }

    private Task<ChatTeam> ReadAsync(string id, CallContext context) =>
        SendAsync(Call(ViewGroup).Path("group_id", id), HipChatJson.Default.Group, ToTeam, context);

    /// <summary>The id of a group, for its id or its name. No other group than the own one can be meant by a name.</summary>
    private async Task<string> IdOfAsync(string team, CallContext context)
    {
        if (team.All(char.IsAsciiDigit))
            return team;
        var own = await ReadAsync(await OwnIdAsync(context).ConfigureAwait(false), context).ConfigureAwait(false);
        return team.Equals(own.Name, StringComparison.OrdinalIgnoreCase) ? own.Id : throw new ChatException(
            ChatErrorReason.NotFound, $"There is no group '{team}' here; yours is '{own.Name}'.")
        {
            Advice = "Get-ChatTeam gets your group.",
        };
    }

    private async Task<string> OwnIdAsync(CallContext context)
    {
        if (_ownId is not null)
            return _ownId;
        // Also the token of an add-on, which is nobody's, sees somebody.
        await foreach (var member in ListWhole(Call(GetAllUsers), new PageWindow(First: 1), HipChatJson.Default.GroupMember, member => member, context).ConfigureAwait(false))
        {
            if (member.Group?.Id is { } id)
                return _ownId = id;
        }
        throw new ChatException(ChatErrorReason.NotFound, "The server does not tell which group the account belongs to.") { Advice = "Give the group's id." };
    }

    private ChatTeam ToTeam(Wire.Group group) => new()
    {
        Session = Connection.Session,
        Unnamed = group.Unnamed,
        Id = group.Id,
        Name = group.Name ?? group.Id,
        DisplayName = group.Name,
        OwnerId = group.Owner?.Id,
        Owner = group.Owner?.Name,
        AvatarUrl = group.AvatarUrl,
        CreatedAt = group.Created,
    };
}
