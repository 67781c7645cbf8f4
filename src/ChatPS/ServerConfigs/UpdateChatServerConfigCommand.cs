using System.Management.Automation;
using ChatPS.Client.Capabilities;
using ChatPS.Common;

namespace ChatPS.ServerConfigs;

/// <summary>Has a server read its configuration again from where it is kept, when it was changed there.</summary>
[Cmdlet(VerbsData.Update, "ChatServerConfig", SupportsShouldProcess = true)]
public sealed class UpdateChatServerConfigCommand : WriteCmdlet
{
    private protected override void Process() => Guard(null, () =>
    {
        var editor = Require<IServerConfigEditor>();
        var server = ConnectionFor().Session.BaseUri.ToString();
        if (Should(server, "Read configuration again"))
            Submit(server, context => Emit(editor.ReloadAsync(context)));
    });
}
