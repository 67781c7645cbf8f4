using ChatPS.Client.Capabilities;
using ChatPS.Client.Http;
using ChatPS.Client.Sessions;
using static ChatPS.Client.Platforms.Mattermost.MattermostOperations;

namespace ChatPS.Client.Platforms.Mattermost;

/// <summary>Mails that the server sends about an account. It knows people by their addresses there.</summary>
internal sealed class MattermostUserMails(Connection connection) : MattermostResource(connection), IVerificationEmailSender, IPasswordResetSender
{
    Task IVerificationEmailSender.SendAsync(UserRef user, CallContext context) => SendAsync(SendVerificationEmail, user, context);

    Task IPasswordResetSender.SendAsync(UserRef user, CallContext context) => SendAsync(SendPasswordResetEmail, user, context);

    public override Task PrepareAsync(IReadOnlyList<UserRef> users, CallContext context) =>
        Names.LearnEmailsAsync([.. users.Where(NeedsLookup).Select(user => user.Value)], context);

    public override bool NeedsLookup(UserRef user) => user.Email is null && !MattermostNames.IsEmail(user.Value);

    private async Task SendAsync(string operation, UserRef user, CallContext context) => await SendAsync(
        Call(operation).Body("email", user.Email ?? await Names.EmailAsync(user.Value, context).ConfigureAwait(false)), context).ConfigureAwait(false);
}
