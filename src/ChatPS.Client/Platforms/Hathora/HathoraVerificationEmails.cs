using ChatPS.Client.Capabilities;
using ChatPS.Client.Http;
using ChatPS.Client.Sessions;
using static ChatPS.Client.Platforms.Hathora.HathoraOperations;

namespace ChatPS.Client.Platforms.Hathora;

/// <summary>The mail that asks who signed up whether the address is his.</summary>
internal sealed class HathoraVerificationEmails(Connection connection) : HathoraResource(connection), IVerificationEmailSender
{
    private const string Done = "success";

    public async Task SendAsync(UserRef user, CallContext context)
    {
        var id = user.IsMe ? Connection.Session.UserId ?? user.Value : user.Value;
        if (id.Contains('@', StringComparison.Ordinal))
            throw new ChatException(ChatErrorReason.InvalidRequest, $"'{id}' is an e-mail address, and the API goes by the id of the account here.")
            {
                Advice = "Give an id such as auth0|0123456789, or me for your own.",
            };
        var answer = await ReadAsync(Call(SendVerificationEmail).Body("userId", id), HathoraJson.Default.String, context).ConfigureAwait(false);
        if (answer != Done)
            throw new ChatException(ChatErrorReason.InvalidResponse, $"The server answered '{Connection.Mask.Apply(answer)}', which does not say that the mail was sent.");
    }
}
