using System.Collections;
using System.Globalization;
using System.Management.Automation;
using ChatPS.Client.Capabilities;
using ChatPS.Client.Http;
using ChatPS.Client.Sessions;
using ChatPS.Common;

namespace ChatPS.Deployments;

/// <summary>Deploys builds: says what the processes of an app run from now on, and with what.</summary>
[Cmdlet(VerbsCommon.New, "ChatDeployment", SupportsShouldProcess = true, DefaultParameterSetName = NewSet)]
[OutputType(typeof(ChatDeployment))]
public sealed class NewChatDeploymentCommand : AppItemWriteCmdlet
{
    private const string NewSet = "Build";
    private const string LatestSet = "FromLatest";
    private const string FromSet = "From";

    /// <summary>The build that shall run: its id or the object, such as New-ChatAppBuild -Wait emits. Left out, that of the deployment that is taken over.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true, ParameterSetName = NewSet)]
    [Parameter(Position = 1, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true, ParameterSetName = LatestSet)]
    [Parameter(Position = 1, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true, ParameterSetName = FromSet)]
    [Alias("AppBuildId", "BuildId")]
    [ArgumentCompleter(typeof(BuildCompleter))]
    public BuildIdentity? Build { get; set; }

    /// <summary>Takes over the settings of the app's latest deployment; those that are given here take their place.</summary>
    [Parameter(Mandatory = true, ParameterSetName = LatestSet)]
    public SwitchParameter FromLatest { get; set; }

    /// <summary>
    /// Takes over the settings of this deployment: the id of one of the app's, or the object, which may be another app's. Settings that are
    /// given here take their place.
    /// </summary>
    [Parameter(Mandatory = true, ParameterSetName = FromSet)]
    [ArgumentCompleter(typeof(DeploymentCompleter))]
    public DeploymentIdentity? From { get; set; }

    /// <summary>The virtual CPUs of a process. Left out, as taken over, or else 0.5.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public double? Cpu { get; set; }

    /// <summary>The memory of a process in megabytes. Left out, as taken over, or else 2048 for each virtual CPU.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public double? MemoryMB { get; set; }

    /// <summary>The GPUs of a process. Left out, as taken over, or else none.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public double? Gpu { get; set; }

    /// <summary>How many rooms may share a process, from 1 to 10000. Left out, as taken over, or else 1.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public int? RoomsPerProcess { get; set; }

    /// <summary>The port within the container that players are led to. Left out, as taken over, or else 8000.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public int? Port { get; set; }

    /// <summary>How that port is spoken to: tcp, udp or tls. Left out, as taken over, or else tcp.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(TransportCompleter))]
    public string? Transport { get; set; }

    /// <summary>
    /// Further ports that are reached from outside, in place of those taken over: hashtables with Name, Port and Transport, or the objects in
    /// the AdditionalPorts of a deployment. Left out, as taken over; @() for none.
    /// </summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("AdditionalPorts")]
    [AllowEmptyCollection]
    public PortSpec[]? AdditionalPort { get; set; }

    /// <summary>
    /// Variables for the environment of processes: texts, numbers or secure strings by their names. Those taken over stay beside them, and
    /// $null takes one of them away.
    /// </summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("Env")]
    public IDictionary? Environment { get; set; }

    /// <summary>Ends processes that nobody has used for some minutes, or with $false lets them run. Left out, as taken over, or else they end.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public SwitchParameter IdleTimeout { get; set; }

    /// <summary>What the deployment shall be called. It is never taken over.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? Tag { get; set; }

    /// <summary>The fleet that processes shall run on: its id, its name or the object. Left out, as taken over; $null, or nothing taken over, for the platform's choice.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("FleetId")]
    [AllowNull]
    [ArgumentCompleter(typeof(FleetCompleter))]
    public FleetIdentity? Fleet { get; set; }

    private protected override void Process()
    {
        var deployment = new NewDeployment
        {
            FromLatest = FromLatest,
            From = From?.Deployment,
            FromId = From is { Deployment: null } id ? id.Literal : null,
            Build = Build?.Literal,
            Cpu = Cpu,
            MemoryMB = MemoryMB,
            Gpu = Gpu,
            RoomsPerProcess = RoomsPerProcess,
            Port = Port,
            Transport = Transport,
            AdditionalPorts = AdditionalPort?.Select(port => port.Value).ToArray(),
            Environment = Environment is null ? null : Variables(Environment),
            IdleTimeout = Given(nameof(IdleTimeout), IdleTimeout),
            Tag = Tag,
            Fleet = Given(nameof(Fleet), Fleet?.Literal),
            FleetTeam = Fleet?.TeamId,
        };
        Guard(Build?.Value ?? App?.Value, () =>
        {
            var owner = OwnerOf(OwnerOf(App, Build), OwnerOf(From, Fleet));
            var deployments = Require<IAppItemCreator<NewDeployment, ChatDeployment>>(owner);
            var app = ConnectionFor(owner).Session.AppOr(App?.Literal);
            if (Should(App?.Display ?? app, $"Deploy {Describe()}"))
                Submit(Build?.Value ?? app, context => Emit(deployments.CreateAsync(app, deployment, context)));
        });
    }

    private static Dictionary<string, Secret?> Variables(IDictionary given) => given.Keys.Cast<object>()
        .Select(key => (Name: JsonValues.ToText(key), Value: given[key]))
        .ToDictionary(variable => variable.Name, variable => VariableValues.Of(variable.Name, variable.Value), StringComparer.Ordinal);

    // What differs from what is taken over, for -WhatIf and -Confirm. What the variables are nobody is told.
    private string Describe()
    {
        var build = Build is null ? null : $"build {Build.Display}";
        var from = FromLatest ? "the latest deployment" : From is null ? null : $"deployment {From.Display}";
        var settings = string.Join(", ", new (string Name, object? Value)[]
        {
            ("Cpu", Cpu), ("MemoryMB", MemoryMB), ("Gpu", Gpu), ("RoomsPerProcess", RoomsPerProcess), ("Port", Port), ("Transport", Transport),
            ("AdditionalPort", AdditionalPort is null ? null : $"({string.Join(", ", AdditionalPort.AsEnumerable())})"),
            ("Environment", Environment is null ? null : $"({string.Join(", ", Environment.Keys.Cast<object>())})"),
            ("IdleTimeout", Given(nameof(IdleTimeout), IdleTimeout)), ("Tag", Tag),
            ("Fleet", MyInvocation.BoundParameters.ContainsKey(nameof(Fleet)) ? Fleet?.Display ?? "of the platform's choice" : null),
        }.Where(setting => setting.Value is not null).Select(setting => string.Create(CultureInfo.InvariantCulture, $"{setting.Name} {setting.Value}")));
        var what = from is null ? build : build is null ? $"the same as {from}" : $"{build} like {from}";
        return settings.Length == 0 ? what! : $"{what}{(from is null ? " with " : " but with ")}{settings}";
    }
}
