using System.Collections;
using System.Management.Automation;
using ChatPS.Client.Capabilities;
using ChatPS.Common;

namespace ChatPS.UserAuth;

/// <summary>
/// Has all users who sign in with one service sign in with another from now on. It is done in the server, which finds each of them in the new service.
/// </summary>
[Cmdlet(VerbsData.Convert, "ChatUserAuth", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
public sealed class ConvertChatUserAuthCommand : WriteCmdlet
{
    /// <summary>What the users sign in with until now: email, gitlab, google, office365, or ldap or saml, whichever is not in -To.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    [ArgumentCompleter(typeof(AuthServiceCompleter))]
    [ValidateNotNullOrEmpty]
    public string? From { get; set; }

    /// <summary>What they shall sign in with: ldap or saml.</summary>
    [Parameter(Mandatory = true, Position = 1)]
    [ValidateSet("ldap", "saml", IgnoreCase = true)]
    public string? To { get; set; }

    /// <summary>The field by which the directory finds the people, email or username (ldap).</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? MatchField { get; set; }

    /// <summary>Goes on when the directory knows some of the people twice; these are left as they are (ldap).</summary>
    [Parameter]
    public SwitchParameter AllowDuplicate { get; set; }

    /// <summary>The new service's name of each user, by e-mail address (saml).</summary>
    [Parameter]
    public Hashtable? Match { get; set; }

    /// <summary>Takes user names and e-mail addresses for the same on both sides (saml).</summary>
    [Parameter]
    public SwitchParameter Auto { get; set; }

    /// <summary>Does not ask.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    private protected override void Process()
    {
        var migration = new UserAuthMigration(From!.ToLowerInvariant(), To!.ToLowerInvariant())
        {
            MatchField = MatchField,
            AllowDuplicate = AllowDuplicate,
            Matches = Match is null ? null : JsonObjects.ToNode(Match),
            Auto = Auto,
        };
        Guard(From, () =>
        {
            var accounts = Require<IUserAuthMigrator>();
            if (Should($"users of {migration.From}", $"Sign in with {migration.To}", Force))
                Submit(From, context => Emit(accounts.MigrateAsync(migration, context)));
        });
    }
}
