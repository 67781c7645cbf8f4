using System.Management.Automation;
using System.Security;
using ChatPS.Client.Capabilities;
using ChatPS.Common;

namespace ChatPS.Users;

/// <summary>Changes users. What is not given stays as it is; an empty text clears a thing.</summary>
[Cmdlet(VerbsCommon.Set, "ChatUser", SupportsShouldProcess = true)]
[OutputType(typeof(ChatUser))]
public sealed class SetChatUserCommand : WriteCmdlet
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

    /// <summary>The time zone that the user's clock goes by, such as Europe/Berlin (HipChat).</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? TimeZone { get; set; }

    /// <summary>The file of the user's new picture, a JPEG, PNG or GIF (HipChat); $null or an empty text for none.</summary>
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
        };
        if (change with { CurrentPassword = null } == new UserChange())
            throw new ChatException(ChatErrorReason.InvalidRequest, "Nothing to change was given.") { Advice = "Give at least one of the user's properties." };
        var passThru = PassThru.IsPresent;
        var lookup = new UserLookup([.. User!.Select(user => user.Ref)]);
        ForEach<IUserEditor>(User!, "Change user", async (users, user, context) =>
        {
            await lookup.ReadyAsync(users, context).ConfigureAwait(false);
            return await users.UpdateAsync(new UserRef(user), change, passThru, context).ConfigureAwait(false);
        });
    }
}
