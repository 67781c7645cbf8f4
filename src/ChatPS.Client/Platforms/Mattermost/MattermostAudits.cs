using ChatPS.Client.Capabilities;
using ChatPS.Client.Http;
using ChatPS.Client.Paging;
using ChatPS.Client.Sessions;
using static ChatPS.Client.Platforms.Mattermost.MattermostOperations;

namespace ChatPS.Client.Platforms.Mattermost;

/// <summary>What the server noted of what people did.</summary>
internal sealed class MattermostAudits(Connection connection) : Resource(connection), IAuditReader
{
    private readonly MattermostNames _names = new(connection);
    private readonly MattermostUserNames _userNames = new(connection);

    public IAsyncEnumerable<ChatAudit> ListAsync(UserRef? user, PageWindow window, CallContext context) => user is null
        ? List(Call(GetAudits), window, context)
        : WholeLists.LaterAsync(async () => List(
            Call(GetUserAudits).Path("user_id", await _names.UserIdAsync(user.Value, context).ConfigureAwait(false)), window, context));

    private IAsyncEnumerable<ChatAudit> List(ApiCall call, PageWindow window, CallContext context) => ListByPage(
        call, window, MattermostJson.Default.Audit,
        async audits =>
        {
            await _userNames.LearnAsync(audits.Select(audit => audit.UserId), context).ConfigureAwait(false);
            return audits.Select(audit => ToAudit(audit, context));
        },
        context);

    private ChatAudit ToAudit(Wire.Audit audit, CallContext context) => new()
    {
        Session = Connection.Session,
        Unnamed = audit.Unnamed,
        Id = audit.Id,
        CreatedAt = MattermostTime.Read(audit.CreateAt),
        UserId = audit.UserId is { Length: > 0 } user ? user : null,
        UserName = _userNames.Find(audit.UserId, context),
        Action = audit.Action ?? "",
        Detail = audit.ExtraInfo is { Length: > 0 } detail ? detail : null,
        IPAddress = audit.IpAddress,
        SessionId = audit.SessionId is { Length: > 0 } session ? session : null,
    };
}
