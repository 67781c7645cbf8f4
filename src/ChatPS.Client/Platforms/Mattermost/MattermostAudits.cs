using ChatPS.Client.Capabilities;
using ChatPS.Client.Http;
using ChatPS.Client.Paging;
using ChatPS.Client.Sessions;
using static ChatPS.Client.Platforms.Mattermost.MattermostOperations;

namespace ChatPS.Client.Platforms.Mattermost;

/// <summary>What the server noted of what people did.</summary>
internal sealed class MattermostAudits(Connection connection) : MattermostResource(connection), IAuditReader
{
    private Owned<Wire.Audit, ChatAudit> Audits => new(MattermostJson.Default.Audit, audit => audit.UserId, ToAudit);

    public IAsyncEnumerable<ChatAudit> ListAsync(UserRef? user, PageWindow window, CallContext context) => user is null
        ? ListOwned(Call(GetAudits), window, Audits, context)
        : WholeLists.LaterAsync(async () => ListOwned(
            Call(GetUserAudits).Path("user_id", await Names.UserIdAsync(user.Value, context).ConfigureAwait(false)), window, Audits, context));

    private ChatAudit ToAudit(Wire.Audit audit, string? user) => new()
    {
        Session = Connection.Session,
        Unnamed = audit.Unnamed,
        Id = audit.Id,
        CreatedAt = MattermostTime.Read(audit.CreateAt),
        UserId = audit.UserId is { Length: > 0 } userId ? userId : null,
        UserName = user,
        Action = audit.Action ?? "",
        Detail = audit.ExtraInfo is { Length: > 0 } detail ? detail : null,
        IPAddress = audit.IpAddress,
        SessionId = audit.SessionId is { Length: > 0 } session ? session : null,
    };
}
