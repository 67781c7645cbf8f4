using System.Collections;
using System.Management.Automation;
using ChatPS.Client.Capabilities;
using ChatPS.Client.Http;
using ChatPS.Common;

namespace ChatPS.Processes;

/// <summary>Starts a process of an app.</summary>
[Cmdlet(VerbsCommon.New, "ChatProcess", SupportsShouldProcess = true)]
[OutputType(typeof(ChatProcess))]
public sealed class NewChatProcessCommand : AppItemWriteCmdlet
{
    /// <summary>The command lines to run, each in a process of its own.</summary>
    [Parameter(Position = 1, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    public string[]? Command { get; set; }

    /// <summary>The process type, which begins the name of the process. Left out, run.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("ProcessType")]
    public string? Type { get; set; }

    /// <summary>The size of the process, such as Standard-1X. Left out, the platform's choice for the app.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("DynoSize")]
    [ArgumentCompleter(typeof(ProcessSizeCompleter))]
    public string? Size { get; set; }

    /// <summary>
    /// Has the process wait for somebody at its terminal, which is reached at the AttachUrl of the emitted object. Left out, the output goes to
    /// the app's log.
    /// </summary>
    [Parameter]
    public SwitchParameter Attach { get; set; }

    /// <summary>Gives the process no terminal even when it is attached, so that its output comes as bytes alone.</summary>
    [Parameter]
    public SwitchParameter ForceNoTty { get; set; }

    /// <summary>Variables that the process has beside the app's own: texts, numbers or secure strings by their names.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("Env")]
    public IDictionary? Environment { get; set; }

    /// <summary>How long the process may run before the platform ends it: a time span, or a number of seconds. Left out, the platform's own limit.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [TimeSpanTransformation]
    public TimeSpan? TimeToLive { get; set; }

    private protected override void Process()
    {
        var process = new NewProcess
        {
            Type = string.IsNullOrEmpty(Type) ? null : Type,
            Size = string.IsNullOrEmpty(Size) ? null : Size,
            Attach = Given(nameof(Attach), Attach),
            ForceNoTty = Given(nameof(ForceNoTty), ForceNoTty),
            Environment = Environment is null ? null : Variables(Environment),
            TimeToLive = TimeToLive,
        };
        foreach (var command in Command ?? [null!])
        {
            var one = process with { Command = command };
            ForApp<IAppItemCreator<NewProcess, ChatProcess>>(command, "Start process", (processes, app, context) => Emit(processes.CreateAsync(app, one, context)));
        }
    }

    // Nothing is no value of a variable that exists nowhere else.
    private static Dictionary<string, Secret> Variables(IDictionary given)
    {
        var result = new Dictionary<string, Secret>(StringComparer.Ordinal);
        foreach (var key in given.Keys)
        {
            if (VariableValues.Of(JsonValues.ToText(key), given[key]) is { } value)
                result[JsonValues.ToText(key)] = value;
        }
        return result;
    }
}
