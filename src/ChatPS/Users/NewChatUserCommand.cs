using System.Management.Automation;
using System.Security;
using ChatPS.Client.Capabilities;
using ChatPS.Common;

namespace ChatPS.Users;

/// <summary>Creates users.</summary>
[Cmdlet(VerbsCommon.New, "ChatUser", SupportsShouldProcess = true)]
[OutputType(typeof(ChatUser))]
public sealed class NewChatUserCommand : WriteCmdlet
{
    /// <summary>The name the user signs in and is mentioned with; Mattermost takes lower-case letters, digits, dots, dashes and underscores.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    public string? UserName { get; set; }

    /// <summary>The e-mail address, which no other account may have.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    public string? Email { get; set; }

    /// <summary>
    /// The password to begin with. It has to satisfy the server's rules, and never shows in a message or a log. Mattermost needs one; left out, HipChat
    /// makes one that nobody is told.
    /// </summary>
    [Parameter(Position = 2, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNull]
    public SecureString? Password { get; set; }

    /// <summary>The whole name people see (HipChat). Left out, the user name.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    public string? DisplayName { get; set; }

    /// <summary>The given name.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public string? FirstName { get; set; }

    /// <summary>The family name.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public string? LastName { get; set; }

    /// <summary>The nickname.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public string? Nickname { get; set; }

    /// <summary>What the user does for a living.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public string? Position { get; set; }

    /// <summary>The user's language as a code, such as en or pt-BR; left out, the server's default.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public string? Locale { get; set; }

    /// <summary>The time zone that the user's clock goes by, such as Europe/Berlin (HipChat, Mattermost). Left out, UTC on HipChat, and on Mattermost that of the device in use.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    public string? TimeZone { get; set; }

    /// <summary>All roles on the whole server, by the server's names, such as system_user and system_admin on Mattermost, or user and admin on HipChat; left out, an ordinary user's.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(SystemRoleCompleter))]
    [ValidateNotNullOrEmpty]
    public string[]? Role { get; set; }

    /// <summary>Makes a guest, who sees only the rooms it is taken into. The server has to allow guest accounts.</summary>
    [Parameter]
    public SwitchParameter Guest { get; set; }

    /// <summary>Takes the e-mail address for the user's own without asking by mail (Mattermost).</summary>
    [Parameter]
    public SwitchParameter EmailVerified { get; set; }

    private protected override void Process()
    {
        var user = new UserChange
        {
            UserName = UserName,
            DisplayName = Given(nameof(DisplayName), DisplayName),
            Email = Email,
            Password = Secrets.Of(Password),
            FirstName = FirstName,
            LastName = LastName,
            Nickname = Nickname,
            Position = Position,
            Locale = Locale,
            TimeZone = TimeZone,
            Roles = Role,
            Guest = Guest ? true : null,
            Account = new UserAccountChange { EmailVerified = EmailVerified ? true : null },
        };
        Guard(UserName, () =>
        {
            var users = Require<IUserCreator>();
            if (ShouldProcess(UserName, "Create user"))
                Submit(user.UserName, context => Emit(users.CreateAsync(user, context)));
        });
    }
}
