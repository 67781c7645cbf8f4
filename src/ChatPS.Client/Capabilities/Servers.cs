using ChatPS.Client.Http;

namespace ChatPS.Client.Capabilities;

internal interface IServerReader
{
    Task<ChatServer> GetAsync(CallContext context);
}
