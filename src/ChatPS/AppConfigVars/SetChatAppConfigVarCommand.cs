using System.Collections;
using System.Management.Automation;
using ChatPS.Client.Capabilities;
using ChatPS.Client.Http;
using ChatPS.Common;

namespace ChatPS.AppConfigVars;

/// <summary>Sets variables of an app's configuration, or takes them away. What is piped for an app goes out in one request.</summary>
[Cmdlet(VerbsCommon.Set, "ChatAppConfigVar", SupportsShouldProcess = true, DefaultParameterSetName = ManySet)]
[OutputType(typeof(ChatAppConfigVar))]
public sealed class SetChatAppConfigVarCommand : AppItemWriteCmdlet
{
    private const string ManySet = "ConfigVar";
    private const string OneSet = "Name";

    private readonly AppBatches<IConfigVarEditor, KeyValuePair<string, Secret?>> _apps = new();

    /// <summary>The variables and their values: texts, numbers or secure strings; $null takes a variable away. Those not named stay as they are.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipeline = true, ParameterSetName = ManySet)]
    public IDictionary? ConfigVar { get; set; }

    /// <summary>The name of one variable. Rows with names and values can be piped.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipelineByPropertyName = true, ParameterSetName = OneSet)]
    [ArgumentCompleter(typeof(ConfigVarCompleter))]
    public string? Name { get; set; }

    /// <summary>Its value: a text, a number or a secure string; $null takes the variable away, while an empty text is a value like others.</summary>
    [Parameter(Mandatory = true, Position = 2, ValueFromPipelineByPropertyName = true, ParameterSetName = OneSet)]
    [AllowNull]
    [AllowEmptyString]
    public object? Value { get; set; }

    /// <summary>Emits the variables that were set, as the app has them now.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    private protected override void Process()
    {
        // All are looked at before the first is taken: a table with a mistake in it changes nothing.
        foreach (var variable in Variables().ToArray())
            Gather(_apps, variable);
    }

    private protected override void Last()
    {
        var passThru = PassThru.IsPresent;
        SubmitEach(
            _apps,
            variable => variable.Value is null ? variable.Key + " (unset)" : variable.Key,
            "Set config vars",
            (variables, app, values, context) => Emit(variables.UpdateAsync(app, LastOfEach(values), context), passThru));
    }

    private IEnumerable<KeyValuePair<string, Secret?>> Variables()
    {
        if (ParameterSetName == OneSet)
            return [KeyValuePair.Create(Name!, VariableValues.Of(Name!, Value))];
        return ConfigVar!.Keys.Cast<object>().Select(key => JsonValues.ToText(key) is var name
            ? KeyValuePair.Create(name, VariableValues.Of(name, ConfigVar[key]))
            : default);
    }

    private static Dictionary<string, Secret?> LastOfEach(IEnumerable<KeyValuePair<string, Secret?>> values)
    {
        var result = new Dictionary<string, Secret?>(StringComparer.Ordinal);
        foreach (var (name, value) in values)
            result[name] = value;
        return result;
    }
}
