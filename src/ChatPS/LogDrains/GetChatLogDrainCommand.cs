using System.Management.Automation;
using ChatPS.Client.Capabilities;
using ChatPS.Common;

namespace ChatPS.LogDrains;

/// <summary>Gets the places that the logs of apps are sent to.</summary>
[Cmdlet(VerbsCommon.Get, "ChatLogDrain", SupportsPaging = true)]
[OutputType(typeof(ChatLogDrain))]
public sealed class GetChatLogDrainCommand : AppItemGetCmdlet
{
    /// <summary>The drains: ids, addresses or patterns of addresses. Left out, all of the app's or the add-on's.</summary>
    [Parameter(Position = 1, ValueFromPipelineByPropertyName = true)]
    [Alias("LogDrainId")]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(LogDrainCompleter))]
    public LogDrainIdentity[]? LogDrain { get; set; }

    /// <summary>The add-ons whose drains are wanted: ids, names or objects. With it, -App counts for nothing. Left out, the app's drains of every kind.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("AddonId")]
    [ArgumentCompleter(typeof(AddonCompleter))]
    public AddonIdentity[]? Addon { get; set; }

    private protected override void Process()
    {
        if (Addon is null)
            WriteItems<ChatLogDrain>(LogDrain, drain => [drain.Url]);
        foreach (var addon in Addon ?? [])
        {
            Guard(addon, () =>
            {
                var drains = Require<IAddonLogDrains>(addon);
                WriteItems<ChatLogDrain>(
                    LogDrain,
                    (window, context) => drains.ListAsync(addon.Literal, window, context),
                    (drain, context) => drains.GetAsync(addon.Literal, drain, context),
                    drain => [drain.Url]);
            });
        }
    }
}
