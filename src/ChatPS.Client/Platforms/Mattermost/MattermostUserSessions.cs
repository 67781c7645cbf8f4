using ChatPS.Client.Capabilities;
using ChatPS.Client.Http;
using ChatPS.Client.Paging;
using ChatPS.Client.Sessions;
using static ChatPS.Client.Platforms.Mattermost.MattermostOperations;
using static ChatPS.Client.Platforms.Mattermost.MattermostTexts;

namespace ChatPS.Client.Platforms.Mattermost;

/// <summary>The places where users are signed in.</summary>
internal sealed class MattermostUserSessions(Connection connection) : MattermostResource(connection), IUserSessions
{
    public IAsyncEnumerable<ChatUserSession> ListAsync(UserRef user, PageWindow window, CallContext context) =>
        List(() => CallAsync(GetSessions, user, context), window, MattermostJson.Default.UserSession, ToSession, context);

    public async Task RevokeAsync(UserRef user, string session, CallContext context) =>
        await SendAsync((await CallAsync(RevokeSession, user, context).ConfigureAwait(false)).Body("session_id", session), context).ConfigureAwait(false);

    public async Task RevokeAllAsync(UserRef user, CallContext context) =>
        await SendAsync(await CallAsync(RevokeAllSessions, user, context).ConfigureAwait(false), context).ConfigureAwait(false);

    public Task RevokeEverybodyAsync(CallContext context) => SendAsync(Call(RevokeSessionsFromAllUsers), context);

    private async Task<ApiCall> CallAsync(string operation, UserRef user, CallContext context) =>
        Call(operation).Path("user_id", await Names.UserIdAsync(user.Value, context).ConfigureAwait(false));

    private ChatUserSession ToSession(Wire.UserSession session) => new()
    {
        Session = Connection.Session,
        Unnamed = session.Unnamed,
        Id = session.Id,
        UserId = session.UserId,
        Roles = MattermostRoles.Split(session.Roles),
        DeviceId = Filled(session.DeviceId),
        IsOAuth = session.IsOauth,
        Properties = MattermostTexts.Of(session.Props),
        CreatedAt = MattermostTime.Read(session.CreateAt),
        LastActivityAt = MattermostTime.Read(session.LastActivityAt),
        ExpiresAt = MattermostTime.Read(session.ExpiresAt),
    };
}
