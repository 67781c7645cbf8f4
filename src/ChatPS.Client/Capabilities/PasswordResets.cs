using ChatPS.Client.Http;

namespace ChatPS.Client.Capabilities;

/// <summary>Has the platform send people a mail by which they choose another password.</summary>
internal interface IPasswordResetSender : IUserWriter
{
    Task SendAsync(UserRef user, CallContext context);
}
