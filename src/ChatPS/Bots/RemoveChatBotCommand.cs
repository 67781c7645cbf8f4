using System.Management.Automation;
using ChatPS.Client.Capabilities;
using ChatPS.Common;

namespace ChatPS.Bots;

/// <summary>Disables bots: what they wrote stays, and Set-ChatBot -Active lets them be used again.</summary>
[Cmdlet(VerbsCommon.Remove, "ChatBot", SupportsShouldProcess = true)]
public sealed class RemoveChatBotCommand : UserWriteCmdlet
{
    /// <summary>The bots: ids, names or objects.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("BotId")]
    [ArgumentCompleter(typeof(BotCompleter))]
    public BotIdentity[]? Bot { get; set; }

    private protected override void Process() => ForEachUser<IBotRemover>(
        Bot!.Select(bot => ((Identity)bot, bot.Ref)), "Disable bot", (bots, bot, context) => Emit(bots.RemoveAsync(bot.Value, context)));
}
