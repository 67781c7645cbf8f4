using System.Management.Automation;
using ChatPS.Client.Capabilities;
using ChatPS.Client.Http;

namespace ChatPS.Preferences;

/// <summary>Sets preferences of users, whether they are there already or not.</summary>
[Cmdlet(VerbsCommon.Set, "ChatPreference", SupportsShouldProcess = true)]
[OutputType(typeof(ChatPreference))]
public sealed class SetChatPreferenceCommand : PreferenceWriteCmdlet
{
    /// <summary>The value, as a text.</summary>
    [Parameter(Mandatory = true, Position = 2, ValueFromPipelineByPropertyName = true)]
    [AllowEmptyString]
    public string? Value { get; set; }

    /// <summary>Emits the preferences as they were set.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    private protected override void Process() => Gather($"Set to '{Value}'", Value);

    private protected override async Task<object?> SendAsync(IPreferences preferences, UserRef user, IReadOnlyList<PreferenceRef> batch, CallContext context)
    {
        var wanted = PassThru.IsPresent;
        var set = await preferences.SetAsync(user, batch, context).ConfigureAwait(false);
        return wanted ? set : null;
    }
}
