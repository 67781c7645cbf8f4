using ChatPS.Client.Capabilities;
using ChatPS.Client.Http;
using ChatPS.Client.Paging;
using ChatPS.Client.Sessions;
using static ChatPS.Client.Platforms.Mattermost.MattermostOperations;

namespace ChatPS.Client.Platforms.Mattermost;

/// <summary>How long messages of some teams and channels are kept.</summary>
internal sealed class MattermostRetentionPolicies(Connection connection) : MattermostResource(connection), IItemReader<ChatRetentionPolicy>,
    IItemCreator<RetentionPolicyChange, ChatRetentionPolicy>, IItemEditor<RetentionPolicyChange, ChatRetentionPolicy>, IItemRemover<ChatRetentionPolicy>,
    IRetentionPolicyMembers
{
    // What the server takes for ever.
    private const int ForEver = -1;

    public IAsyncEnumerable<ChatRetentionPolicy> ListAsync(PageWindow window, CallContext context) =>
        List(Call(GetDataRetentionPolicies), window, MattermostJson.Default.RetentionPolicy, ToPolicy, context);

    public Task<ChatRetentionPolicy> GetAsync(string item, CallContext context) => MattermostNames.IsId(item)
        ? SendAsync(Call(GetDataRetentionPolicyByID).Path("policy_id", item), MattermostJson.Default.RetentionPolicy, ToPolicy, context)
        : ListAsync(PageWindow.All, context).FindAsync(
            policy => policy.Name.Equals(item, StringComparison.OrdinalIgnoreCase),
            () => new ChatException(ChatErrorReason.NotFound, $"There is no retention policy '{item}'.") { Advice = "Get-ChatRetentionPolicy lists those that there are." });

    public Task<ChatRetentionPolicy> CreateAsync(RetentionPolicyChange item, CallContext context) =>
        ChangeAsync(Call(CreateDataRetentionPolicy), item, context);

    public async Task<ChatRetentionPolicy> UpdateAsync(string item, RetentionPolicyChange change, CallContext context) =>
        await ChangeAsync(await CallAsync(PatchDataRetentionPolicy, item, context).ConfigureAwait(false), change, context).ConfigureAwait(false);

    public async Task RemoveAsync(string item, CallContext context) =>
        await SendAsync(await CallAsync(DeleteDataRetentionPolicy, item, context).ConfigureAwait(false), context).ConfigureAwait(false);

    public IAsyncEnumerable<ChatTeam> TeamsAsync(string policy, PageWindow window, CallContext context) => MembersAsync(
        GetTeamsForRetentionPolicy, policy, call => List(call, window, MattermostJson.Default.Team, Connection.Get<MattermostTeams>().ToTeam, context), context);

    public IAsyncEnumerable<ChatRoom> RoomsAsync(string policy, PageWindow window, CallContext context) => MembersAsync(
        GetChannelsForRetentionPolicy, policy, call => List(call, window, MattermostJson.Default.Channel, Connection.Get<MattermostRooms>().ToRoom, context), context);

    public async Task AddAsync(string policy, IReadOnlyList<string> teams, IReadOnlyList<RoomRef> rooms, CallContext context)
    {
        await ChangeAsync(AddTeamsToRetentionPolicy, policy, teams, TeamIdsAsync, context).ConfigureAwait(false);
        await ChangeAsync(AddChannelsToRetentionPolicy, policy, rooms, RoomIdsAsync, context).ConfigureAwait(false);
    }

    public async Task RemoveAsync(string policy, IReadOnlyList<string> teams, IReadOnlyList<RoomRef> rooms, CallContext context)
    {
        await ChangeAsync(RemoveTeamsFromRetentionPolicy, policy, teams, TeamIdsAsync, context).ConfigureAwait(false);
        await ChangeAsync(RemoveChannelsFromRetentionPolicy, policy, rooms, RoomIdsAsync, context).ConfigureAwait(false);
    }

    private async Task ChangeAsync<T>(
        string operation, string policy, IReadOnlyList<T> members, Func<IReadOnlyList<T>, CallContext, Task<List<string>>> idsOf, CallContext context)
    {
        if (members.Count == 0)
            return;
        var ids = await idsOf(members, context).ConfigureAwait(false);
        await SendAsync((await CallAsync(operation, policy, context).ConfigureAwait(false)).Content(ids), context).ConfigureAwait(false);
    }

    private async Task<ChatRetentionPolicy> ChangeAsync(ApiCall call, RetentionPolicyChange change, CallContext context)
    {
        var body = new Dictionary<string, object>();
        if (change.Name is { } name)
            body["display_name"] = name;
        if (change.Days.IsGiven)
            body["post_duration"] = change.Days.Value ?? ForEver;
        if (change.Teams is { } teams)
            body["team_ids"] = await TeamIdsAsync(teams, context).ConfigureAwait(false);
        if (change.Rooms is { } rooms)
            body["channel_ids"] = await RoomIdsAsync(rooms, context).ConfigureAwait(false);
        return await SendAsync(call.Content(body), MattermostJson.Default.RetentionPolicy, ToPolicy, context).ConfigureAwait(false);
    }

    private IAsyncEnumerable<T> MembersAsync<T>(string operation, string policy, Func<ApiCall, IAsyncEnumerable<T>> list, CallContext context) =>
        WholeLists.LaterAsync(async () => list(await CallAsync(operation, policy, context).ConfigureAwait(false)));

    private async Task<ApiCall> CallAsync(string operation, string policy, CallContext context) =>
        Call(operation).Path("policy_id", MattermostNames.IsId(policy) ? policy : (await GetAsync(policy, context).ConfigureAwait(false)).Id);

    private async Task<List<string>> TeamIdsAsync(IReadOnlyList<string> teams, CallContext context)
    {
        var ids = new List<string>(teams.Count);
        foreach (var team in teams)
            ids.Add(await Names.TeamIdAsync(team, context).ConfigureAwait(false));
        return ids;
    }

    private async Task<List<string>> RoomIdsAsync(IReadOnlyList<RoomRef> rooms, CallContext context)
    {
        var ids = new List<string>(rooms.Count);
        foreach (var room in rooms)
            ids.Add(await Names.RoomIdAsync(room.Value, room.Team, context).ConfigureAwait(false));
        return ids;
    }

    private ChatRetentionPolicy ToPolicy(Wire.RetentionPolicy policy) => new()
    {
        Session = Connection.Session,
        Unnamed = policy.Unnamed,
        Id = policy.Id,
        Name = policy.DisplayName,
        Days = policy.PostDuration is > 0 and { } days ? days : null,
        TeamCount = policy.TeamCount,
        RoomCount = policy.ChannelCount,
    };
}
