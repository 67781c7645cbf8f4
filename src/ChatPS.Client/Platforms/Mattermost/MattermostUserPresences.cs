using System.Text.Json;
using ChatPS.Client.Capabilities;
using ChatPS.Client.Http;
using ChatPS.Client.Sessions;
using static ChatPS.Client.Platforms.Mattermost.MattermostOperations;

namespace ChatPS.Client.Platforms.Mattermost;

/// <summary>Whether users can be reached, which is a matter of its own beside their accounts.</summary>
internal sealed class MattermostUserPresences(Connection connection) : MattermostResource(connection), IUserPresenceReader, IUserPresenceEditor
{
    // What the server's own clients put beside a message that has no emoji.
    private const string DefaultEmoji = "speech_balloon";

    public IEnumerable<Task<ChatUserPresence>> Find(IReadOnlyList<UserRef> users, CallContext context)
    {
        if (users is [var only])
            return [ReadAsync(only, context)];
        var found = new Lazy<Task<IReadOnlyList<Outcome<ChatUserPresence>>>>(() => ReadAsync(users, context));
        return users.Select(async (_, i) => (await found.Value.ConfigureAwait(false))[i] is { Error: null, Value: { } presence }
            ? presence
            : throw (await found.Value.ConfigureAwait(false))[i].Error!);
    }

    /// <summary>The words beside it are another matter to the server, with operations of their own.</summary>
    public async Task<ChatUserPresence?> UpdateAsync(UserRef user, PresenceChange change, bool wanted, CallContext context)
    {
        var isCleared = change is { Message: "", Emoji: null };
        if (change.Until is not null && (isCleared || change is { Message: null, Emoji: null }))
            throw new ChatException(ChatErrorReason.InvalidRequest, "-Until says when the message goes, and there is none.") { Advice = "Give -Message or -Emoji with it." };
        var id = await Names.UserIdAsync(user.Value, context).ConfigureAwait(false);
        if (isCleared)
            await SendAsync(Call(UnsetUserCustomStatus).Path("user_id", id), context).ConfigureAwait(false);
        else if (change is not { Message: null, Emoji: null })
            await SendAsync(
                Call(UpdateUserCustomStatus).Path("user_id", id)
                    .Body("emoji", change.Emoji?.Trim(':') ?? DefaultEmoji)
                    .Body("text", change.Message ?? "")
                    .Body("duration", change.Until is null ? null : "date_and_time")
                    .Body("expires_at", change.Until),
                context).ConfigureAwait(false);
        if (change.Status is not { } word)
            return wanted ? await ReadAsync(new UserRef(id, MattermostNames.NameOf(user)), context).ConfigureAwait(false) : null;
        var status = await ReadAsync(
            Call(UpdateUserStatus).Path("user_id", id).Body("user_id", id).Body("status", word), MattermostJson.Default.Status, context).ConfigureAwait(false);
        return wanted ? await ToPresenceAsync(status, MattermostNames.NameOf(user), context).ConfigureAwait(false) : null;
    }

    private async Task<ChatUserPresence> ReadAsync(UserRef user, CallContext context)
    {
        var status = await SendAsync(
            Call(GetUserStatus).Path("user_id", await Names.UserIdAsync(user.Value, context).ConfigureAwait(false)),
            MattermostJson.Default.Status, status => status, context).ConfigureAwait(false);
        return await ToPresenceAsync(status, MattermostNames.NameOf(user), context).ConfigureAwait(false);
    }

    private async Task<IReadOnlyList<Outcome<ChatUserPresence>>> ReadAsync(IReadOnlyList<UserRef> users, CallContext context)
    {
        var ids = await Names.UserIdsAsync([.. users.Select(user => user.Value)], context).ConfigureAwait(false);
        var call = Call(GetUsersStatusesByIds).Content(ids.Select(id => id.Value).OfType<string>().Distinct().ToArray());
        var known = (await ReadAsync(call, MattermostJson.Default.StatusArray, context).ConfigureAwait(false))
            .ToDictionary(status => status.UserId, StringComparer.Ordinal);
        var profiles = await Names.UsersAsync(known.Keys, context).ConfigureAwait(false);
        return [.. users.Zip(ids, (user, id) => id switch
        {
            { Error: { } error } => Outcome.Failed<ChatUserPresence>(error),
            { Value: { } value } when known.TryGetValue(value, out var status) => Outcome.Of(ToPresence(status, MattermostNames.NameOf(user), profiles.GetValueOrDefault(value))),
            _ => Outcome.Failed<ChatUserPresence>(new ChatException(ChatErrorReason.NotFound, $"There is no user '{user.Value}'.")
            {
                Advice = "Check the id: Get-ChatUser lists the users this account may see.",
            }),
        })];
    }

    // The answers have ids only.
    private async Task<ChatUserPresence> ToPresenceAsync(Wire.Status status, string? name, CallContext context) => ToPresence(
        status, name, (await Names.UsersAsync([status.UserId], context).ConfigureAwait(false)).GetValueOrDefault(status.UserId));

    private ChatUserPresence ToPresence(Wire.Status status, string? name, Wire.User? user)
    {
        var words = Words(user);
        return new()
        {
            Session = Connection.Session,
            Unnamed = status.Unnamed,
            UserId = status.UserId,
            UserName = name ?? user?.Username,
            Status = status.Word,
            Message = words?.Text is { Length: > 0 } text ? text : null,
            Emoji = words?.Emoji is { Length: > 0 } emoji ? emoji : null,
            Until = words?.Until,
            IsOnline = status.Word is not (null or "offline"),
            IsManual = status.Manual,
            LastActiveAt = MattermostTime.Read(status.LastActivityAt),
        };
    }

    /// <summary>What the user says about it, which the server keeps with the account: JSON in a text. What has run out stays there until something else is said.</summary>
    private Wire.CustomStatus? Words(Wire.User? user)
    {
        if (user?.Unnamed?.GetValueOrDefault("props") is not { ValueKind: JsonValueKind.Object } props
            || !props.TryGetProperty("customStatus", out var kept) || kept.ValueKind != JsonValueKind.String)
            return null;
        try
        {
            var words = JsonSerializer.Deserialize(kept.GetString() ?? "", MattermostJson.Default.CustomStatus);
            return words?.Until < Connection.Clock.GetUtcNow() ? null : words;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
