using System.Management.Automation;
using ChatPS.Client.Capabilities;
using ChatPS.Common;

namespace ChatPS.Bots;

/// <summary>Gets bots: accounts that programs use.</summary>
[Cmdlet(VerbsCommon.Get, "ChatBot", SupportsPaging = true)]
[OutputType(typeof(ChatBot))]
public sealed class GetChatBotCommand : GetCmdlet
{
    /// <summary>The bots: ids, names, objects, or patterns that names fit. Left out, all that may be used.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("BotId")]
    [ArgumentCompleter(typeof(BotCompleter))]
    [SupportsWildcards]
    public BotIdentity[]? Bot { get; set; }

    /// <summary>Lists the bots as well that are disabled. A bot that is named comes either way.</summary>
    [Parameter]
    public SwitchParameter IncludeDisabled { get; set; }

    /// <summary>Lists only bots whose owners are deactivated.</summary>
    [Parameter]
    public SwitchParameter Orphaned { get; set; }

    private protected override void Process()
    {
        var filter = new BotFilter(IncludeDisabled, Orphaned);
        foreach (var bot in Bot ?? [null!])
        {
            Guard(bot, () =>
            {
                var bots = Require<IBotReader>(bot);
                Await(bots.PrepareAsync([.. (Bot ?? []).Where(one => !one.IsPattern).Select(one => one.Ref)], Context));
                WriteItems(bot is null ? null : [bot], (window, context) => bots.ListAsync(filter, window, context), bots.GetAsync, found => [found.UserName, found.DisplayName]);
            });
        }
    }
}
