using System.Management.Automation;
using ChatPS.Client.Capabilities;
using ChatPS.Servers;

namespace ChatPS.ServerConfigs;

/// <summary>Saves a server's configuration without its secrets, as a file that Set-ChatServerConfig lays over that of another server.</summary>
[Cmdlet(VerbsData.Save, "ChatServerConfig", SupportsShouldProcess = true)]
[OutputType(typeof(FileInfo))]
public sealed class SaveChatServerConfigCommand : ServerFileSaveCmdlet
{
    /// <summary>Leaves out the settings that a new server has anyway, as newer servers can tell.</summary>
    [Parameter]
    public SwitchParameter ChangedOnly { get; set; }

    private protected override void Process()
    {
        var changedOnly = ChangedOnly.IsPresent;
        Save<IServerConfigSaver>(
            "Save configuration", $"config_{ConnectionFor().Session.BaseUri.Host}.json", (configs, target, _, context) => configs.SaveAsync(changedOnly, target, context));
    }
}
