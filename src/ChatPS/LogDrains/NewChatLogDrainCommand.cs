using System.Management.Automation;
using ChatPS.Client.Capabilities;
using ChatPS.Common;

namespace ChatPS.LogDrains;

/// <summary>Has the log of an app sent to further places.</summary>
[Cmdlet(VerbsCommon.New, "ChatLogDrain", SupportsShouldProcess = true)]
[OutputType(typeof(ChatLogDrain))]
public sealed class NewChatLogDrainCommand : AppItemWriteCmdlet
{
    /// <summary>The addresses, such as syslog+tls://logs.example.com:514 or https://logs.example.com/shop. A user name and password that the place needs go into its address.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    public string[]? Url { get; set; }

    private protected override void Process()
    {
        foreach (var url in Url!)
        {
            var drain = new NewLogDrain(url);
            ForApp<IAppItemCreator<NewLogDrain, ChatLogDrain>>(
                WebAddress.WithoutUser(url), "Add log drain", (drains, app, context) => Emit(drains.CreateAsync(app, drain, context)));
        }
    }
}
