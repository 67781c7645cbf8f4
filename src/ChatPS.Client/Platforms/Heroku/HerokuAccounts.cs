using ChatPS.Client.Capabilities;
using ChatPS.Client.Http;
using ChatPS.Client.Sessions;
using static ChatPS.Client.Platforms.Heroku.HerokuOperations;

namespace ChatPS.Client.Platforms.Heroku;

/// <summary>The account one is signed in to, and how the API names people.</summary>
internal sealed class HerokuAccounts(Connection connection) : Resource(connection), IAccountReader, IAccountEditor
{
    /// <summary>An account in a path: its id or e-mail address, and <c>~</c> for one's own.</summary>
    public static string IdentityOf(UserRef user) => user.IsMe ? "~" : user.Value;

    public Task<ChatAccount> GetAsync(CallContext context) => SendAsync(Call(AccountInfo), HerokuJson.Default.Account, ToAccount, context);

    public async Task<ChatAccount> UpdateAsync(AccountChange change, CallContext context)
    {
        if (change is { CurrentPassword: null } and not { Email: null, NewPassword: null })
            throw new ChatException(ChatErrorReason.InvalidRequest, "The e-mail address and the password change only for who knows the present password.")
            {
                Advice = "Give the present password with -CurrentPassword.",
            };
        Connection.Mask.Add(change.CurrentPassword);
        Connection.Mask.Add(change.NewPassword);
        var call = Call(AccountUpdate)
            .Body("name", change.Name)
            .Body("allow_tracking", change.AllowTracking)
            .Body("beta", change.Beta)
            .Body("email", change.Email)
            .Body("new_password", change.NewPassword)
            .Body("password", change.CurrentPassword);
        try
        {
            var account = await SendAsync(call, HerokuJson.Default.Account, ToAccount, context).ConfigureAwait(false);
            FollowTo(account.Email);
            return account;
        }
        catch (ChatException e) when (e.Reason == ChatErrorReason.Unauthorized && change.CurrentPassword is not null)
        {
            // The server says the same of a wrong password as of a wrong token, and the password was just typed.
            throw e.As(ChatErrorReason.Forbidden, "The account was not changed: the present password was not accepted.",
                "Check -CurrentPassword; if it is right, the session's token has ended: sign in again with Connect-ChatService.");
        }
    }

    // Who signs in with an address and a key would be a stranger under the old address.
    private void FollowTo(string email)
    {
        if (email.Length == 0 || email == Connection.Session.UserName)
            return;
        Connection.Session.UserName = email;
        if (Connection.Authentication is BasicAuthentication basic)
            Connection.Authenticate(basic.As(email));
    }

    private ChatAccount ToAccount(Wire.Account account) => new()
    {
        Session = Connection.Session,
        Unnamed = account.Unnamed,
        Id = account.Id,
        Email = account.Email,
        Name = account.Name,
        AllowTracking = account.AllowTracking,
        Beta = account.Beta,
        Verified = account.Verified,
        Federated = account.Federated,
        TwoFactorAuthentication = account.TwoFactorAuthentication,
        SmsNumber = account.SmsNumber,
        CountryOfResidence = account.CountryOfResidence,
        IdentityProvider = account.IdentityProvider?.Name,
        IdentityProviderId = account.IdentityProvider?.Id,
        DefaultTeam = account.DefaultTeam?.Name,
        DefaultTeamId = account.DefaultTeam?.Id,
        LastLoginAt = account.LastLogin,
        SuspendedAt = account.SuspendedAt,
        DelinquentAt = account.DelinquentAt,
        CreatedAt = account.CreatedAt,
        UpdatedAt = account.UpdatedAt,
    };
}
