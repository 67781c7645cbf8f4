using ChatPS.Client.Http;
using ChatPS.Client.Paging;

namespace ChatPS.Client.Capabilities;

internal interface IAuditReader
{
    /// <param name="user">Whose deeds are wanted; null for everybody's.</param>
    /// <param name="window">The part of the list that is wanted; the newest come first.</param>
    /// <param name="context">The call.</param>
    IAsyncEnumerable<ChatAudit> ListAsync(UserRef? user, PageWindow window, CallContext context);
}
