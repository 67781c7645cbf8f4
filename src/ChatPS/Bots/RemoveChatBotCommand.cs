using System.Management.Automation;
using ChatPS.Client.Capabilities;
using ChatPS.Common;

namespace ChatPS.Bots;

/// <summary>Disables bots: what they wrote stays, and Set-ChatBot -Active lets them be used again.</summary>
[Cmdlet(VerbsCommon.Remove, "ChatBot", SupportsShouldProcess = true)]
public sealed class RemoveChatBotCommand : WriteCmdlet
{
    /// <summary>The bots: ids, names or objects.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("BotId")]
    [ArgumentCompleter(typeof(BotCompleter))]
    public BotIdentity[]? Bot { get; set; }

    private protected override void Process()
    {
        var lookup = new UserLookup([.. Bot!.Select(bot => bot.Ref)]);
        ForEach<IBotRemover>(Bot!, "Disable bot", async (bots, bot, context) =>
        {
            await lookup.ReadyAsync(bots, context).ConfigureAwait(false);
            return await Emit(bots.RemoveAsync(bot, context)).ConfigureAwait(false);
        });
    }
}
