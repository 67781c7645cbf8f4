using System.Management.Automation;
using ChatPS.Client.Capabilities;
using ChatPS.Common;

namespace ChatPS.Apps;

/// <summary>Creates an app, of your own or of a team.</summary>
[Cmdlet(VerbsCommon.New, "ChatApp", SupportsShouldProcess = true)]
[OutputType(typeof(ChatApp))]
public sealed class NewChatAppCommand : WriteCmdlet
{
    /// <summary>The app's unique name; left out, the platform invents one.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    public string? Name { get; set; }

    /// <summary>The team that shall own the app; left out, the session's, and if it has none, you.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("TeamId")]
    [ArgumentCompleter(typeof(TeamCompleter))]
    public TeamIdentity? Team { get; set; }

    /// <summary>The region the app shall run in; left out, the platform's or the team's usual one.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(RegionCompleter))]
    public string? Region { get; set; }

    /// <summary>The operating system image the app shall run on; left out, the platform's present one.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(StackCompleter))]
    public string? Stack { get; set; }

    /// <summary>The private space the app shall run in; left out, none.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public string? Space { get; set; }

    /// <summary>Creates the app as your own, whatever team the session or the account falls back to.</summary>
    [Parameter]
    public SwitchParameter Personal { get; set; }

    /// <summary>Keeps the members of the team from joining the app by themselves.</summary>
    [Parameter]
    public SwitchParameter Locked { get; set; }

    /// <summary>Lets only its private space reach the app.</summary>
    [Parameter]
    public SwitchParameter InternalRouting { get; set; }

    /// <summary>Names of features that the app shall have from the beginning.</summary>
    [Parameter]
    public string[]? Feature { get; set; }

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
