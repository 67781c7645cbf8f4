using ChatPS.Client.Capabilities;
using ChatPS.Client.Http;
using ChatPS.Client.Sessions;
using static ChatPS.Client.Platforms.Mattermost.MattermostOperations;

namespace ChatPS.Client.Platforms.Mattermost;

/// <summary>Whether users can be reached, which is a matter of its own beside their accounts.</summary>
internal sealed class MattermostUserPresences(Connection connection) : Resource(connection), IUserPresenceReader, IUserPresenceEditor
{
    private readonly MattermostNames _names = new(connection);

    public IEnumerable<Task<ChatUserPresence>> Find(IReadOnlyList<UserRef> users, CallContext context)
    {
        if (users is [var only])
            return [ReadAsync(only, context)];
        var found = new Lazy<Task<IReadOnlyList<Outcome<ChatUserPresence>>>>(() => ReadAsync(users, context));
        return users.Select(async (_, i) => (await found.Value.ConfigureAwait(false))[i] is { Error: null, Value: { } presence }
            ? presence
            : throw (await found.Value.ConfigureAwait(false))[i].Error!);
    }

    public Task PrepareAsync(IReadOnlyList<UserRef> users, CallContext context) =>
        _names.LearnUsersAsync(users.Select(user => user.Value), context);

    /// <summary>The words beside it are another matter here: a custom status, which has an emoji and an end.</summary>
    public async Task<ChatUserPresence?> UpdateAsync(UserRef user, PresenceChange change, bool wanted, CallContext context)
    {
        if (change.Message is not null)
            throw new ChatException(ChatErrorReason.NotSupported, "On Mattermost a message beside the status has an emoji and an end as well.")
            {
                Advice = $"Leave -Message out, and set it with Invoke-ChatOperation {UpdateUserCustomStatus}.",
            };
        var id = await _names.UserIdAsync(user.Value, context).ConfigureAwait(false);
        return await SendAsync(
            Call(UpdateUserStatus).Path("user_id", id).Body("user_id", id).Body("status", change.Status),
            MattermostJson.Default.Status, status => ToPresence(status, NameOf(user)), context).ConfigureAwait(false);
    }

    private async Task<ChatUserPresence> ReadAsync(UserRef user, CallContext context) => await SendAsync(
        Call(GetUserStatus).Path("user_id", await _names.UserIdAsync(user.Value, context).ConfigureAwait(false)),
        MattermostJson.Default.Status, status => ToPresence(status, NameOf(user)), context).ConfigureAwait(false);

    private async Task<IReadOnlyList<Outcome<ChatUserPresence>>> ReadAsync(IReadOnlyList<UserRef> users, CallContext context)
    {
        var ids = await _names.UserIdsAsync([.. users.Select(user => user.Value)], context).ConfigureAwait(false);
        var call = Call(GetUsersStatusesByIds).Content(ids.Select(id => id.Value).OfType<string>().Distinct().ToArray());
        var known = (await SendAsync(call, MattermostJson.Default.StatusArray, all => all, context).ConfigureAwait(false))
            .ToDictionary(status => status.UserId, StringComparer.Ordinal);
        return [.. users.Zip(ids, (user, id) => id switch
        {
            { Error: { } error } => Outcome.Failed<ChatUserPresence>(error),
            { Value: { } value } when known.TryGetValue(value, out var status) => Outcome.Of(ToPresence(status, NameOf(user))),
            _ => Outcome.Failed<ChatUserPresence>(new ChatException(ChatErrorReason.NotFound, $"There is no user '{user.Value}'.")
            {
                Advice = "Check the id: Get-ChatUser lists the users this account may see.",
            }),
        })];
    }

    // The answers have ids only.
    private static string? NameOf(UserRef user) => user.UserName ?? (MattermostNames.IsUserName(user.Value) ? user.Value.TrimStart('@') : null);

    private ChatUserPresence ToPresence(Wire.Status status, string? name) => new()
    {
        Session = Connection.Session,
        Unnamed = status.Unnamed,
        UserId = status.UserId,
        UserName = name,
        Status = status.Word,
        IsOnline = status.Word is not (null or "offline"),
        IsManual = status.Manual,
        LastActiveAt = MattermostTime.Read(status.LastActivityAt),
    };
}
