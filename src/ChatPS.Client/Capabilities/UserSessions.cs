using ChatPS.Client.Http;
using ChatPS.Client.Paging;

namespace ChatPS.Client.Capabilities;

/// <summary>The places where people are signed in.</summary>
internal interface IUserSessions
{
    IAsyncEnumerable<ChatUserSession> ListAsync(UserRef user, PageWindow window, CallContext context);

    Task RevokeAsync(UserRef user, string session, CallContext context);

    /// <summary>Signs somebody out everywhere.</summary>
    Task RevokeAllAsync(UserRef user, CallContext context);

    /// <summary>Signs everybody out everywhere.</summary>
    Task RevokeEverybodyAsync(CallContext context);
}
