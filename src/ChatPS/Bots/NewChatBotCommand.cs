using System.Management.Automation;
using ChatPS.Client.Capabilities;
using ChatPS.Common;

namespace ChatPS.Bots;

/// <summary>Makes a bot: an account for a program. New-ChatToken gives it a token.</summary>
[Cmdlet(VerbsCommon.New, "ChatBot", SupportsShouldProcess = true)]
[OutputType(typeof(ChatBot))]
public sealed class NewChatBotCommand : WriteCmdlet
{
    /// <summary>The name that the bot is mentioned with; no user may have it.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [NameTransformation]
    [ValidateNotNullOrEmpty]
    public string? UserName { get; set; }

    /// <summary>The name that people see.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    public string? DisplayName { get; set; }

    /// <summary>What the bot is for.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    public string? Description { get; set; }

    /// <summary>The user whose the bot shall be: an id, a name, an e-mail address or an object. Left out, you.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(UserCompleter))]
    public UserIdentity? Owner { get; set; }

    /// <summary>The file of the bot's picture, an SVG. Servers from version 6 on do not take one.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? Icon { get; set; }

    private protected override void Process()
    {
        var bot = new BotChange
        {
            UserName = UserName,
            DisplayName = Given(nameof(DisplayName), DisplayName),
            Description = Given(nameof(Description), Description),
            Owner = Owner?.Value,
            Icon = GivenFile(nameof(Icon), Icon),
        };
        Guard(bot.UserName, () =>
        {
            var bots = Require<IItemCreator<BotChange, ChatBot>>(Owner);
            if (Should(bot.UserName!, "Make bot"))
                Submit(bot.UserName, context => Emit(bots.CreateAsync(bot, context)));
        });
    }
}
