using System.Management.Automation;
using System.Security;
using ChatPS.Client.Capabilities;
using ChatPS.Common;

namespace ChatPS.Accounts;

/// <summary>Changes the account that a session is signed in to: its profile, its e-mail address, its password.</summary>
[Cmdlet(VerbsCommon.Set, "ChatAccount", SupportsShouldProcess = true)]
[OutputType(typeof(ChatAccount))]
public sealed class SetChatAccountCommand : WriteCmdlet
{
    /// <summary>Your name as others shall see it; $null takes it away.</summary>
    [Parameter(Position = 0)]
    [AllowNull]
    [AllowEmptyString]
    public string? Name { get; set; }

    /// <summary>Lets third parties watch how you use the platform, or with $false does not.</summary>
    [Parameter]
    public SwitchParameter AllowTracking { get; set; }

    /// <summary>Tries out what is not finished yet, or with $false does not.</summary>
    [Parameter]
    public SwitchParameter Beta { get; set; }

    /// <summary>The new e-mail address, which you sign in with from now on. It takes -CurrentPassword.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? Email { get; set; }

    /// <summary>The new password. It takes -CurrentPassword.</summary>
    [Parameter]
    [ValidateNotNull]
    public SecureString? NewPassword { get; set; }

    /// <summary>
    /// The present password, which shows that it is you: needed for -Email and -NewPassword, and for everything on servers with the API
    /// of 2015. An API key does not stand in for it.
    /// </summary>
    [Parameter]
    [ValidateNotNull]
    public SecureString? CurrentPassword { get; set; }

    /// <summary>Emits the changed account.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    private protected override void Process()
    {
        var change = new AccountChange
        {
            Name = Given(nameof(Name), Name),
            AllowTracking = Given(nameof(AllowTracking), AllowTracking),
            Beta = Given(nameof(Beta), Beta),
            Email = Email,
            NewPassword = Secrets.Of(NewPassword),
            CurrentPassword = Secrets.Of(CurrentPassword),
        };
        // The password alone changes nothing.
        RefuseNothing(change with { CurrentPassword = null }, new AccountChange());
        var accounts = Require<IAccountEditor>();
        var name = ConnectionFor().Session.UserName ?? "your account";
        var passThru = PassThru.IsPresent;
        if (Should(name, "Change account"))
            Submit(name, context => Emit(accounts.UpdateAsync(change, context), passThru));
    }
}
