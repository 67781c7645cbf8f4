using System.Management.Automation;
using ChatPS.Client.Capabilities;
using ChatPS.Common;

namespace ChatPS.Apps;

/// <summary>Creates an app, of your own or of a team.</summary>
[Cmdlet(VerbsCommon.New, "ChatApp", SupportsShouldProcess = true)]
[OutputType(typeof(ChatApp))]
public sealed class NewChatAppCommand : WriteCmdlet
{
    /// <summary>The app's unique name; left out, Heroku invents one. Hathora wants one of lower-case letters, digits and hyphens.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    public string? Name { get; set; }

    /// <summary>The team that shall own the app; left out, the session's, and if it has none, on Heroku you.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("TeamId")]
    [ArgumentCompleter(typeof(TeamCompleter))]
    public TeamIdentity? Team { get; set; }

    /// <summary>The region the app shall run in (Heroku); left out, the platform's or the team's usual one.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(RegionCompleter))]
    public string? Region { get; set; }

    /// <summary>The operating system image the app shall run on (Heroku); left out, the platform's present one.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(StackCompleter))]
    public string? Stack { get; set; }

    /// <summary>The private space the app shall run in (Heroku); left out, none.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public string? Space { get; set; }

    /// <summary>Creates the app as your own, whatever team the session or the account falls back to (Heroku).</summary>
    [Parameter]
    public SwitchParameter Personal { get; set; }

    /// <summary>Keeps the members of the team from joining the app by themselves (Heroku).</summary>
    [Parameter]
    public SwitchParameter Locked { get; set; }

    /// <summary>Lets only its private space reach the app (Heroku).</summary>
    [Parameter]
    public SwitchParameter InternalRouting { get; set; }

    /// <summary>Names of features that the app shall have from the beginning (Heroku).</summary>
    [Parameter]
    public string[]? Feature { get; set; }

    /// <summary>Lets players sign in without saying who they are (Hathora). Of the ways to sign in, none is open that is not given.</summary>
    [Parameter]
    public SwitchParameter Anonymous { get; set; }

    /// <summary>Lets players sign in by a nickname of their choice (Hathora).</summary>
    [Parameter]
    public SwitchParameter Nickname { get; set; }

    /// <summary>Lets players sign in with Google, through the client with this id (Hathora).</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    public string? GoogleClientId { get; set; }

    /// <summary>Puts a load balancer before the app's processes, or with $false says that there is none (Hathora).</summary>
    [Parameter]
    public SwitchParameter LoadBalancer { get; set; }

    private protected override void Process()
    {
        var app = new NewApp
        {
            Name = string.IsNullOrEmpty(Name) ? null : Name,
            Team = Team?.Value,
            Region = Region,
            Stack = Stack,
            Space = Space,
            Personal = Given(nameof(Personal), Personal),
            Locked = Given(nameof(Locked), Locked),
            InternalRouting = Given(nameof(InternalRouting), InternalRouting),
            Features = Feature,
            SignIn = new()
            {
                Anonymous = Given(nameof(Anonymous), Anonymous),
                Nickname = Given(nameof(Nickname), Nickname),
                GoogleClientId = Given(nameof(GoogleClientId), GoogleClientId),
            },
            Scale = new() { LoadBalancer = Given(nameof(LoadBalancer), LoadBalancer) },
        };
        var target = app.Name ?? "a name of the platform's choice";
        Guard(target, () =>
        {
            var apps = Require<IAppCreator>(Team);
            if (ShouldProcess(target, "Create app"))
                Submit(target, context => Emit(apps.CreateAsync(app, context)));
        });
    }
}
