using ChatPS.Client.Http;

namespace ChatPS.Client.Capabilities;

/// <summary>Has the platform ask people by mail whether an address is theirs.</summary>
internal interface IVerificationEmailSender : IUserWriter
{
    Task SendAsync(UserRef user, CallContext context);
}
