using System.Collections;
using System.Management.Automation;
using System.Security;
using ChatPS.Client.Capabilities;
using ChatPS.Client.Http;
using ChatPS.Common;

namespace ChatPS.Addons;

/// <summary>Adds add-ons to an app.</summary>
[Cmdlet(VerbsCommon.New, "ChatAddon", SupportsShouldProcess = true)]
[OutputType(typeof(ChatAddon))]
public sealed class NewChatAddonCommand : AppItemWriteCmdlet
{
    /// <summary>The plans: ids, names such as heroku-postgresql:essential-0, or objects; the name of a service alone means its usual plan.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(AddonPlanCompleter))]
    public AddonPlanIdentity[]? Plan { get; set; }

    /// <summary>The add-on's unique name; left out, the platform invents one.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public string? Name { get; set; }

    /// <summary>
    /// What the app shall call the add-on; the config vars that the add-on sets begin with it. Left out, the service's usual word, such as
    /// DATABASE.
    /// </summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public string? Attachment { get; set; }

    /// <summary>
    /// What the service asks for when an add-on is made, such as @{ version = '16' }; the service's own documentation says what that can be.
    /// Secrets may be given as secure strings, and are kept out of all that is shown.
    /// </summary>
    [Parameter]
    [ValidateNotNull]
    public IDictionary? Config { get; set; }

    /// <summary>
    /// The name of the app or team that pays, for plans whose cost the platform wants confirmed. Left out, nothing is confirmed, and the
    /// platform's error says when it has to be.
    /// </summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(AppCompleter))]
    public string? ConfirmApp { get; set; }

    private protected override void Process()
    {
        foreach (var plan in Plan!)
        {
            var addon = new NewAddon
            {
                Plan = plan.Literal,
                // A plan from the pipeline brings its own name along.
                Name = string.IsNullOrEmpty(Name) || Name == plan.Display ? null : Name,
                Attachment = string.IsNullOrEmpty(Attachment) ? null : Attachment,
                Config = Config?.Keys.Cast<object>().ToDictionary(JsonValues.ToText, key => ValueOf(Config[key])),
                Confirm = string.IsNullOrEmpty(ConfirmApp) ? null : ConfirmApp,
            };
            ForApp<IAppItemCreator<NewAddon, ChatAddon>>(plan.Display, "Add add-on", (addons, app, context) => Emit(addons.CreateAsync(app, addon, context)));
        }
    }

    // The API takes texts only.
    private static object ValueOf(object? value) => value switch
    {
        PSObject wrapped => ValueOf(wrapped.BaseObject),
        SecureString secret => (object?)Secrets.Of(secret) ?? "",
        null => "",
        _ => JsonValues.ToText(value),
    };
}
