using System.Management.Automation;
using ChatPS.Client.Capabilities;
using ChatPS.Common;

namespace ChatPS.Apps;

/// <summary>Changes apps: their name, maintenance, certificates, lock, and who owns them.</summary>
[Cmdlet(VerbsCommon.Set, "ChatApp", SupportsShouldProcess = true)]
[OutputType(typeof(ChatApp))]
public sealed class SetChatAppCommand : WriteCmdlet
{
    /// <summary>The apps: ids, names or objects.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("AppId")]
    [ArgumentCompleter(typeof(AppCompleter))]
    public AppIdentity[]? App { get; set; }

    /// <summary>The new name.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? Name { get; set; }

    /// <summary>The operating system image that the next build shall use.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(StackCompleter))]
    [ValidateNotNullOrEmpty]
    public string? BuildStack { get; set; }

    /// <summary>Shows visitors the maintenance page, or with $false the app again.</summary>
    [Parameter]
    public SwitchParameter Maintenance { get; set; }

    /// <summary>Has the platform look after the app's certificates, or with $false no longer.</summary>
    [Parameter]
    [Alias("Acm")]
    public SwitchParameter ManagedCertificates { get; set; }

    /// <summary>Has the platform try again for the certificates it could not get.</summary>
    [Parameter]
    [Alias("RefreshAcm")]
    public SwitchParameter RefreshCertificates { get; set; }

    /// <summary>Keeps the members of the team from joining the app by themselves, or with $false lets them.</summary>
    [Parameter]
    public SwitchParameter Locked { get; set; }

    /// <summary>The account that a team's app shall belong to from now on: its id or e-mail address. New-ChatAppTransfer offers personal apps to others.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(UserCompleter))]
    public UserIdentity? Owner { get; set; }

    /// <summary>The team that a team's app shall belong to from now on.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(TeamCompleter))]
    public TeamIdentity? Team { get; set; }

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
        };
        RefuseNothing(change, new AppChange());
        var passThru = PassThru.IsPresent;
        ForEach<IAppEditor>(App!, "Change app", (apps, app, context) => Emit(apps.UpdateAsync(app, change, context), passThru));
    }
}
