using System.Collections;
using System.Management.Automation;
using ChatPS.Client.Capabilities;
using ChatPS.Client.Http;
using ChatPS.Common;

namespace ChatPS.Processes;

/// <summary>Starts a process of an app.</summary>
[Cmdlet(VerbsCommon.New, "ChatProcess", SupportsShouldProcess = true, DefaultParameterSetName = CommandSet)]
[OutputType(typeof(ChatProcess))]
public sealed class NewChatProcessCommand : AppItemWriteCmdlet
{
    private const string CommandSet = "Command";
    private const string RegionSet = "Region";

    /// <summary>The command lines to run, each in a process of its own (Heroku). On Hathora the deployment says what a process runs.</summary>
    [Parameter(Position = 1, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true, ParameterSetName = CommandSet)]
    [Parameter(ParameterSetName = RegionSet)]
    [ValidateNotNullOrEmpty]
    public string[]? Command { get; set; }

    /// <summary>The regions to run a process in, one in each: names or objects (Hathora, where it is needed).</summary>
    [Parameter(Mandatory = true, ParameterSetName = RegionSet)]
    [ArgumentCompleter(typeof(RegionCompleter))]
    public RegionIdentity[]? Region { get; set; }

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

    /// <summary>
    /// How long the process may run before the platform ends it: a time span, or a number of seconds (Heroku). Left out, the platform's own limit.
    /// </summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [TimeSpanTransformation]
    public TimeSpan? TimeToLive { get; set; }

    /// <summary>
    /// Waits until the process runs, and emits it as it is then, with the address at which it is reached (Hathora). One that ended instead is an
    /// error, whose TargetObject is the process.
    /// </summary>
    [Parameter]
    public SwitchParameter Wait { get; set; }

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
        if (Region is null)
        {
            foreach (var command in Command ?? [null!])
                Start(command, process with { Command = command });
        }
        foreach (var region in Region ?? [])
            Start(region.Display, process with { Region = region.Literal, Command = Command?[0] }, region);
    }

    private void Start(string? target, NewProcess process, RegionIdentity? region = null) => Guard(target, () =>
    {
        var waiter = Wait ? Require<IProcessWaiter>(OwnerOf(App, region), nameof(Wait)) : null;
        ForApp<IAppItemCreator<NewProcess, ChatProcess>>(target, "Start process", async (processes, app, context) =>
        {
            var made = await processes.CreateAsync(app, process, context).ConfigureAwait(false);
            return waiter is null ? made : Running(await waiter.WaitAsync(made, context).ConfigureAwait(false));
        }, added: region);
    });

    private static ChatProcess Running(ChatProcess process) => process.TerminatedAt is null && process.StoppingAt is null ? process : throw new ChatException(
        ChatErrorReason.InvalidRequest, $"The process {process.Id} ended before it ran: {process.ExitReason ?? process.State}")
    {
        Target = process,
        Advice = "Its log says more: Get-ChatLog.",
    };

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
