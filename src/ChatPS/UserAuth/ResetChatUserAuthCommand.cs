using System.Management.Automation;
using ChatPS.Client.Capabilities;
using ChatPS.Common;

namespace ChatPS.UserAuth;

/// <summary>Has users who sign in by SAML be known to the identity provider by their e-mail addresses, as before their provider's ids were taken. It emits how many they are.</summary>
[Cmdlet(VerbsCommon.Reset, "ChatUserAuth", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High, DefaultParameterSetName = UserSet)]
[OutputType(typeof(int))]
public sealed class ResetChatUserAuthCommand : WriteCmdlet
{
    private const string UserSet = "User";
    private const string AllSet = "All";
    private readonly List<string> _users = [];
    private ISamlMetadata? _saml;

    /// <summary>The users: ids, user names, e-mail addresses or objects that belong to a user. Those who sign in otherwise stay as they are.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true, ParameterSetName = UserSet)]
    [Alias("UserId", "UserName")]
    [ArgumentCompleter(typeof(UserCompleter))]
    public UserIdentity[]? User { get; set; }

    /// <summary>All users who sign in by SAML.</summary>
    [Parameter(Mandatory = true, ParameterSetName = AllSet)]
    public SwitchParameter All { get; set; }

    /// <summary>Deactivated users too.</summary>
    [Parameter]
    public SwitchParameter IncludeInactive { get; set; }

    /// <summary>Counts them on the server, and leaves them as they are.</summary>
    [Parameter]
    public SwitchParameter CountOnly { get; set; }

    /// <summary>Does not ask.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    // They go in one request, however many they are.
    private protected override void Process()
    {
        foreach (var user in User ?? [])
            Guard(user.Value, () =>
            {
                var saml = Require<ISamlMetadata>(user);
                if ((_saml ??= saml) != saml)
                    throw new ChatException(ChatErrorReason.InvalidRequest, "Users of several sessions were given.") { Advice = "Give those of one at a time." };
                _users.Add(user.Value);
            });
    }

    private protected override void Last()
    {
        if (!All && _users.Count == 0)
            return;
        var saml = _saml ?? Require<ISamlMetadata>();
        IReadOnlyList<string>? users = All ? null : _users;
        var (inactive, countOnly) = (IncludeInactive.IsPresent, CountOnly.IsPresent);
        var target = users is null ? "all users of SAML" : string.Join(", ", users);
        if (countOnly ? !IsRehearsal : Should(target, "Have them known to SAML by their e-mail addresses", Force))
            Submit(target, async context => await saml.ResetUsersAsync(users, inactive, countOnly, context).ConfigureAwait(false));
    }

    // Counting changes nothing, but -WhatIf sends nothing whatever it is.
    private bool IsRehearsal => MyInvocation.BoundParameters.TryGetValue("WhatIf", out var given) && ((SwitchParameter)given).IsPresent;
}
