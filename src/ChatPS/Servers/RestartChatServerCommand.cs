using System.Management.Automation;
using ChatPS.Client.Capabilities;
using ChatPS.Common;

namespace ChatPS.Servers;

/// <summary>Has a server that people run themselves start again, or only its connections to the database.</summary>
[Cmdlet(VerbsLifecycle.Restart, "ChatServer", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
public sealed class RestartChatServerCommand : WriteCmdlet
{
    /// <summary>Closes the connections to the database and opens new ones; the server goes on meanwhile.</summary>
    [Parameter]
    public SwitchParameter DatabaseOnly { get; set; }

    /// <summary>Does not ask.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    private protected override void Process() => Guard(null, () =>
    {
        var server = Require<IServerEditor>();
        var databaseOnly = DatabaseOnly.IsPresent;
        if (Should(ConnectionFor().Session.BaseUri.Host, databaseOnly ? "Connect to the database anew" : "Restart", Force))
            Submit(null, context => Emit(databaseOnly ? server.RenewDatabaseAsync(context) : server.RestartAsync(context)));
    });
}
