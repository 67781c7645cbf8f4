using System.Management.Automation;
using ChatPS.Client.Capabilities;
using ChatPS.Client.Http;
using ChatPS.Common;

namespace ChatPS.AppConfigVars;

/// <summary>Takes variables out of an app's configuration. What is piped for an app goes out in one request.</summary>
[Cmdlet(VerbsCommon.Remove, "ChatAppConfigVar", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
public sealed class RemoveChatAppConfigVarCommand : AppItemWriteCmdlet
{
    private readonly AppBatches<IConfigVarEditor, string> _apps = new();

    /// <summary>The variables: names or objects, no patterns.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("Name", "AppConfigVarName")]
    [ArgumentCompleter(typeof(ConfigVarCompleter))]
    public ConfigVarIdentity[]? ConfigVar { get; set; }

    /// <summary>Does not ask.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    private protected override void Process()
    {
        foreach (var variable in ConfigVar!)
        {
            Guard(variable, () =>
            {
                // The platform does not mind a variable that isn't there, so a pattern would do nothing without a word.
                if (variable.IsPattern)
                    throw new ChatException(ChatErrorReason.InvalidRequest, $"'{variable}' is a pattern, and what is removed is named.")
                    {
                        Advice = "Pipe what Get-ChatAppConfigVar finds for the pattern.",
                    };
                Gather(_apps, variable.Literal, variable);
            });
        }
    }

    private protected override void Last() => SubmitEach(
        _apps,
        name => name,
        "Remove config vars",
        (variables, app, names, context) => Emit(variables.UpdateAsync(app, names.Distinct().ToDictionary(name => name, _ => (Secret?)null), context), wanted: false),
        Force);
}
