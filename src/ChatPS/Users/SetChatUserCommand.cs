using System.Management.Automation;
using System.Security;
using ChatPS.Client.Capabilities;
using ChatPS.Common;

namespace ChatPS.Users;

/// <summary>
/// Changes users. What is not given stays as it is; an empty text clears a thing. Names that are piped are looked up together.
/// </summary>
[Cmdlet(VerbsCommon.Set, "ChatUser", SupportsShouldProcess = true)]
[OutputType(typeof(ChatUser))]
public sealed class SetChatUserCommand : UserWriteCmdlet
{
    /// <summary>The users: ids, user names, e-mail addresses, "me" for yourself, or objects that belong to a user.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("UserId")]
    [ArgumentCompleter(typeof(UserCompleter))]
    public UserIdentity[]? User { get; set; }

    /// <summary>The new name to sign in and be mentioned with.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? UserName { get; set; }

    /// <summary>The whole name people see, where the platform knows only that (Heroku, HipChat); on Heroku $null or an empty text for none.</summary>
    [Parameter]
    [AllowNull]
    [AllowEmptyString]
    public string? DisplayName { get; set; }

    /// <summary>The given name.</summary>
    [Parameter]
    [AllowEmptyString]
    public string? FirstName { get; set; }

    /// <summary>The family name.</summary>
    [Parameter]
    [AllowEmptyString]
    public string? LastName { get; set; }

    /// <summary>The nickname.</summary>
    [Parameter]
    [AllowEmptyString]
    public string? Nickname { get; set; }

    /// <summary>The new e-mail address, which no other account may have.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? Email { get; set; }

    /// <summary>What the user does for a living.</summary>
    [Parameter]
    [AllowEmptyString]
    public string? Position { get; set; }

    /// <summary>The user's language as a code, such as en or pt-BR.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? Locale { get; set; }

    /// <summary>The time zone that the user's clock goes by, such as Europe/Berlin (HipChat, Mattermost).</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? TimeZone { get; set; }

    /// <summary>The file of the user's new picture, a JPEG, PNG or GIF (HipChat, Mattermost); $null or an empty text for none, in whose place Mattermost draws one.</summary>
    [Parameter]
    [AllowNull]
    [AllowEmptyString]
    public string? Photo { get; set; }

    /// <summary>The new password. It never shows in a message or a log.</summary>
    [Parameter]
    [ValidateNotNull]
    public SecureString? Password { get; set; }

    /// <summary>The password until now, which the server wants to see when the account is your own.</summary>
    [Parameter]
    [ValidateNotNull]
    public SecureString? CurrentPassword { get; set; }

    /// <summary>All roles the user is to have on the whole server, by the server's names, such as system_user and system_admin on Mattermost, or user and admin on HipChat.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(SystemRoleCompleter))]
    [ValidateNotNullOrEmpty]
    public string[]? Role { get; set; }

    /// <summary>Roles on the whole server that the user shall have beside those it has, such as system_admin (Mattermost).</summary>
    [Parameter]
    [ArgumentCompleter(typeof(SystemRoleCompleter))]
    [ValidateNotNullOrEmpty]
    public string[]? AddRole { get; set; }

    /// <summary>Roles on the whole server that the user shall have no longer (Mattermost).</summary>
    [Parameter]
    [ArgumentCompleter(typeof(SystemRoleCompleter))]
    [ValidateNotNullOrEmpty]
    public string[]? RemoveRole { get; set; }

    /// <summary>
    /// Makes a bot of a user, who can no longer sign in with a password; or with $false a user of a bot, which needs -Password and may get
    /// -UserName, -Email and names with it (Mattermost).
    /// </summary>
    [Parameter]
    public SwitchParameter Bot { get; set; }

    /// <summary>Takes the e-mail address for the user's own without asking by mail (Mattermost).</summary>
    [Parameter]
    public SwitchParameter EmailVerified { get; set; }

    /// <summary>Has signing in take a second factor, which needs -MfaCode, or with $false no longer: so those come in again who lost theirs (Mattermost).</summary>
    [Parameter]
    public SwitchParameter Mfa { get; set; }

    /// <summary>A code of the second factor that is switched on (Mattermost). It never shows in a message or a log.</summary>
    [Parameter]
    [ValidateNotNull]
    public SecureString? MfaCode { get; set; }

    /// <summary>What the user signs in with from now on, such as ldap or saml; -AuthData says as whom (Mattermost).</summary>
    [Parameter]
    [ArgumentCompleter(typeof(AuthServiceCompleter))]
    [ValidateNotNullOrEmpty]
    public string? AuthService { get; set; }

    /// <summary>What that service knows the user by, such as a directory's id (Mattermost).</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? AuthData { get; set; }

    /// <summary>Forgets the wrong passwords that were given, so that the user may sign in again who was locked out by too many (Mattermost, newer versions).</summary>
    [Parameter]
    public SwitchParameter Unlock { get; set; }

    /// <summary>Makes a guest of a user, or with $false a full user of a guest.</summary>
    [Parameter]
    public SwitchParameter Guest { get; set; }

    /// <summary>Lets the account be used again, or with $false deactivates it: its sessions end, its messages stay.</summary>
    [Parameter]
    public SwitchParameter Active { get; set; }

    /// <summary>Emits the changed users.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    private protected override void Process()
    {
        var change = new UserChange
        {
            UserName = UserName,
            DisplayName = Given(nameof(DisplayName), DisplayName),
            FirstName = FirstName,
            LastName = LastName,
            Nickname = Nickname,
            Email = Email,
            Position = Position,
            Locale = Locale,
            TimeZone = TimeZone,
            Photo = GivenFile(nameof(Photo), Photo),
            Password = Secrets.Of(Password),
            CurrentPassword = Secrets.Of(CurrentPassword),
            Roles = Role,
            Guest = Given(nameof(Guest), Guest),
            Active = Given(nameof(Active), Active),
            Account = new UserAccountChange
            {
                AddedRoles = AddRole,
                RemovedRoles = RemoveRole,
                Bot = Given(nameof(Bot), Bot),
                EmailVerified = Given(nameof(EmailVerified), EmailVerified),
                Mfa = Given(nameof(Mfa), Mfa),
                MfaCode = Secrets.Of(MfaCode),
                AuthService = AuthService,
                AuthData = AuthData,
                Unlock = Unlock,
            },
        };
        RefuseNothing(change with { CurrentPassword = null }, new UserChange());
        var passThru = PassThru.IsPresent;
        ForEachUser<IUserEditor>(User!, "Change user", (users, user, context) => Emit(users.UpdateAsync(user, change, passThru, context), passThru));
    }
}
