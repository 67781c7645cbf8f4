using System.Globalization;
using System.Management.Automation;
using ChatPS.Client.Capabilities;

namespace ChatPS.Servers;

/// <summary>Has a server gather what those who help with it want to see, its configuration without secrets and its logs, and saves that as one archive.</summary>
[Cmdlet(VerbsData.Save, "ChatSupportPacket", SupportsShouldProcess = true)]
[OutputType(typeof(FileInfo))]
public sealed class SaveChatSupportPacketCommand : ServerFileSaveCmdlet
{
    private protected override void Process()
    {
        var host = ConnectionFor().Session.BaseUri.Host;
        var now = DateTime.Now.ToString("yyyy-MM-dd-HH-mm", CultureInfo.InvariantCulture);
        Save<ISupportPacketSaver>("Save support packet", $"support_packet_{host}_{now}.zip", (packets, target, report, context) => packets.SaveAsync(target, report, context));
    }
}
