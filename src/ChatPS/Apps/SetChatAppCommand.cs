using System.Management.Automation;
using ChatPS.Client.Capabilities;
using ChatPS.Common;

namespace ChatPS.Apps;

/// <summary>Changes apps: their name, and what else the platform lets one say of them.</summary>
[Cmdlet(VerbsCommon.Set, "ChatApp", SupportsShouldProcess = true, DefaultParameterSetName = ChangeSet)]
[OutputType(typeof(ChatApp))]
public sealed class SetChatAppCommand : WriteCmdlet
{
    private const string ChangeSet = "Change";
    private const string ReplaceSet = "Replace";

    /// <summary>The apps: ids, names or objects.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("AppId")]
    [ArgumentCompleter(typeof(AppCompleter))]
    public AppIdentity[]? App { get; set; }

    /// <summary>The new name. What replaces everything has to say it.</summary>
    [Parameter(ParameterSetName = ChangeSet)]
    [Parameter(Mandatory = true, ParameterSetName = ReplaceSet)]
    [ValidateNotNullOrEmpty]
    public string? Name { get; set; }

    /// <summary>The operating system image that the next build shall use (Heroku).</summary>
    [Parameter(ParameterSetName = ChangeSet)]
    [ArgumentCompleter(typeof(StackCompleter))]
    [ValidateNotNullOrEmpty]
    public string? BuildStack { get; set; }

    /// <summary>Shows visitors the maintenance page, or with $false the app again (Heroku).</summary>
    [Parameter(ParameterSetName = ChangeSet)]
    public SwitchParameter Maintenance { get; set; }

    /// <summary>Has the platform look after the app's certificates, or with $false no longer (Heroku).</summary>
    [Parameter(ParameterSetName = ChangeSet)]
    [Alias("Acm")]
    public SwitchParameter ManagedCertificates { get; set; }

    /// <summary>Has the platform try again for the certificates it could not get (Heroku).</summary>
    [Parameter(ParameterSetName = ChangeSet)]
    [Alias("RefreshAcm")]
    public SwitchParameter RefreshCertificates { get; set; }

    /// <summary>Keeps the members of the team from joining the app by themselves, or with $false lets them (Heroku).</summary>
    [Parameter(ParameterSetName = ChangeSet)]
    public SwitchParameter Locked { get; set; }

    /// <summary>The account that a team's app shall belong to from now on: its id or e-mail address (Heroku). New-ChatAppTransfer offers personal apps to others.</summary>
    [Parameter(ParameterSetName = ChangeSet)]
    [ArgumentCompleter(typeof(UserCompleter))]
    public UserIdentity? Owner { get; set; }

    /// <summary>The team that a team's app shall belong to from now on (Heroku).</summary>
    [Parameter(ParameterSetName = ChangeSet)]
    [ArgumentCompleter(typeof(TeamCompleter))]
    public TeamIdentity? Team { get; set; }

    /// <summary>Lets players sign in without saying who they are, or with $false no longer (Hathora).</summary>
    [Parameter]
    public SwitchParameter Anonymous { get; set; }

    /// <summary>Lets players sign in by a nickname of their choice, or with $false no longer (Hathora).</summary>
    [Parameter]
    public SwitchParameter Nickname { get; set; }

    /// <summary>Lets players sign in with Google, through the client with this id, or with $null no longer (Hathora).</summary>
    [Parameter]
    [AllowNull]
    [AllowEmptyString]
    public string? GoogleClientId { get; set; }

    /// <summary>
    /// All the processes that the app shall keep in regions, in place of those before (Hathora): hashtables with Region, MinProcesses and,
    /// if wanted, MaxProcesses (left out, no limit), TargetProcesses and AutoscalingEnabled; or the objects in the StaticProcesses of an app.
    /// @() keeps none.
    /// </summary>
    [Parameter]
    [AllowEmptyCollection]
    public StaticProcessSpec[]? StaticProcess { get; set; }

    /// <summary>Puts a load balancer before the app's processes, or with $false takes it away (Hathora).</summary>
    [Parameter]
    public SwitchParameter LoadBalancer { get; set; }

    /// <summary>
    /// Has the number of static processes follow the load (Hathora): so many requests at the same time are enough for one. It goes for those
    /// regions whose AutoscalingEnabled is true. $null ends it.
    /// </summary>
    [Parameter]
    [AllowNull]
    public double? ScaleAtRequests { get; set; }

    /// <summary>
    /// Replaces everything that can be said of the app (Hathora): ways to sign in that are not given are closed, and if anything of the processes
    /// is given, the rest of it goes back to the platform's own.
    /// </summary>
    [Parameter(Mandatory = true, ParameterSetName = ReplaceSet)]
    public SwitchParameter Replace { get; set; }

    /// <summary>Emits the changed apps.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    private protected override void Process()
    {
        var change = new AppChange
        {
            Name = Name,
            BuildStack = BuildStack,
            Maintenance = Given(nameof(Maintenance), Maintenance),
            ManagedCertificates = Given(nameof(ManagedCertificates), ManagedCertificates),
            RefreshCertificates = RefreshCertificates,
            Locked = Given(nameof(Locked), Locked),
            Owner = Owner?.Value,
            Team = Team?.Value,
            SignIn = new()
            {
                Anonymous = Given(nameof(Anonymous), Anonymous),
                Nickname = Given(nameof(Nickname), Nickname),
                GoogleClientId = Given(nameof(GoogleClientId), GoogleClientId),
            },
            Scale = new()
            {
                StaticProcesses = StaticProcess?.Select(process => process.Value).ToArray(),
                LoadBalancer = Given(nameof(LoadBalancer), LoadBalancer),
                ScaleAtRequests = Given(nameof(ScaleAtRequests), ScaleAtRequests),
            },
            Replace = Replace,
        };
        RefuseNothing(change, new AppChange());
        var passThru = PassThru.IsPresent;
        ForEach<IAppEditor>(App!, change.Replace ? "Replace app" : "Change app", (apps, app, context) => Emit(apps.UpdateAsync(app, change, context), passThru));
    }
}
