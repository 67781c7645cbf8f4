using System.Management.Automation;
using ChatPS.Client.Capabilities;
using ChatPS.Common;

namespace ChatPS.ServerConfigs;

/// <summary>Has a server copy its configuration from one place where it can be kept to another: from its file into its database, or back. Where it is read from at the next start is told to the server when it is started.</summary>
[Cmdlet(VerbsCommon.Copy, "ChatServerConfig", SupportsShouldProcess = true)]
public sealed class CopyChatServerConfigCommand : WriteCmdlet
{
    /// <summary>Where it is: the path of a file on the server, or the address of a database, whose password is shown nowhere.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    [ValidateNotNullOrEmpty]
    public string? From { get; set; }

    /// <summary>Where it is to be, too: a file's path on the server, or a database's address. What is there is replaced.</summary>
    [Parameter(Mandatory = true, Position = 1)]
    [ValidateNotNullOrEmpty]
    public string? To { get; set; }

    private protected override void Process() => Guard(null, () =>
    {
        var (config, from, to) = (Require<IServerConfigMover>(), From!, To!);
        // Addresses of databases have passwords in them.
        if (Should(ConnectionFor().Session.BaseUri.Host, "Copy configuration"))
            Submit(null, context => Emit(config.CopyAsync(from, to, context)));
    });
}
