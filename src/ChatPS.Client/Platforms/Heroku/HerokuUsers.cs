using ChatPS.Client.Capabilities;
using ChatPS.Client.Http;
using ChatPS.Client.Paging;
using ChatPS.Client.Sessions;
using static ChatPS.Client.Platforms.Heroku.HerokuOperations;

namespace ChatPS.Client.Platforms.Heroku;

/// <summary>Accounts as users: one's own, and those that the account may see.</summary>
internal sealed class HerokuUsers(Connection connection) : Resource(connection), IUserReader, IUserEditor, IUserRemover
{
    public IAsyncEnumerable<ChatUser> ListAsync(UserFilter filter, PageWindow window, CallContext context) =>
        throw new ChatException(ChatErrorReason.NotSupported, "Heroku lists nobody's accounts.")
        {
            Advice = "Name the user by e-mail address or id. Get-ChatTeamUser lists the members of a team, Get-ChatAppCollaborator who works on an app.",
        };

    public IEnumerable<Task<ChatUser>> Find(IReadOnlyList<UserRef> users, CallContext context) => users.Select(user => UserAsync(
        user.IsMe ? Call(AccountInfo) : Call(AccountInfoByUser).Path("account_identity", user.Value), context));

    public Task<long?> CountAsync(UserFilter filter, CallContext context) => Task.FromResult<long?>(null);

    public async Task<ChatUser?> UpdateAsync(UserRef user, UserChange change, bool wanted, CallContext context)
    {
        foreach (var (name, value) in new (string, object?)[]
        {
            ("UserName", change.UserName), ("FirstName", change.FirstName), ("LastName", change.LastName), ("Nickname", change.Nickname),
            ("Email", change.Email), ("Position", change.Position), ("Locale", change.Locale), ("Password", change.Password),
            ("CurrentPassword", change.CurrentPassword), ("Role", change.Roles), ("Guest", change.Guest is not null), ("Active", change.Active is not null),
        })
            Unsupported.IfGiven(value, ChatPlatform.Heroku, name);
        Unsupported.IfPersonal(change, ChatPlatform.Heroku);
        Unsupported.IfAdministered(change, ChatPlatform.Heroku);
        return await UserAsync(
            Call(AccountUpdateByUser).Path("account_identity", HerokuAccounts.IdentityOf(user)).Body("name", change.DisplayName), context).ConfigureAwait(false);
    }

    /// <summary>There is nothing but for good.</summary>
    public Task RemoveAsync(UserRef user, bool permanent, CallContext context) =>
        SendAsync(Call(AccountDeleteByUser).Path("account_identity", HerokuAccounts.IdentityOf(user)), context);

    private Task<ChatUser> UserAsync(ApiCall call, CallContext context) => SendAsync(call, HerokuJson.Default.User, ToUser, context);

    private ChatUser ToUser(Wire.User user) => new()
    {
        Session = Connection.Session,
        Unnamed = user.Unnamed,
        Id = user.Id,
        UserName = user.Email,
        DisplayName = user.Name,
        Email = user.Email,
        IsActive = user.SuspendedAt is null,
        CreatedAt = user.CreatedAt,
        UpdatedAt = user.UpdatedAt,
        DeactivatedAt = user.SuspendedAt,
    };
}
