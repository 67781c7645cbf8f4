using System.Management.Automation;
using ChatPS.Client.Capabilities;
using ChatPS.Client.Http;

namespace ChatPS.Preferences;

/// <summary>Removes preferences of users: the server's own choice holds again.</summary>
[Cmdlet(VerbsCommon.Remove, "ChatPreference", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
public sealed class RemoveChatPreferenceCommand : PreferenceWriteCmdlet
{
    /// <summary>Does not ask.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    private protected override void Process() => Gather("Remove preference", null, Force);

    private protected override Task<object?> SendAsync(IPreferences preferences, UserRef user, IReadOnlyList<PreferenceRef> batch, CallContext context) =>
        Emit(preferences.RemoveAsync(user, batch, context));
}
