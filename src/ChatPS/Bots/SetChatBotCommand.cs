using System.Management.Automation;
using ChatPS.Client.Capabilities;
using ChatPS.Common;

namespace ChatPS.Bots;

/// <summary>Changes bots, gives them to another owner, or lets them be used again.</summary>
[Cmdlet(VerbsCommon.Set, "ChatBot", SupportsShouldProcess = true)]
[OutputType(typeof(ChatBot))]
public sealed class SetChatBotCommand : UserWriteCmdlet
{
    /// <summary>The bots: ids, names or objects.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("BotId")]
    [ArgumentCompleter(typeof(BotCompleter))]
    public BotIdentity[]? Bot { get; set; }

    /// <summary>The name that the bot shall be mentioned with from now on.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? UserName { get; set; }

    /// <summary>The name that people shall see; $null for none.</summary>
    [Parameter]
    [AllowNull]
    [AllowEmptyString]
    public string? DisplayName { get; set; }

    /// <summary>What the bot is for; $null takes that away.</summary>
    [Parameter]
    [AllowNull]
    [AllowEmptyString]
    public string? Description { get; set; }

    /// <summary>The user whose the bot shall be: an id, a name, an e-mail address or an object.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(UserCompleter))]
    public UserIdentity? Owner { get; set; }

    /// <summary>Lets the bot be used again, or with $false disables it: what it wrote stays.</summary>
    [Parameter]
    public SwitchParameter Active { get; set; }

    /// <summary>The file of the bot's new picture, an SVG; $null for none. Servers from version 6 on do not take one.</summary>
    [Parameter]
    [AllowNull]
    [AllowEmptyString]
    public string? Icon { get; set; }

    /// <summary>Emits the changed bots.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    private protected override void Process()
    {
        var change = new BotChange
        {
            UserName = UserName,
            DisplayName = Given(nameof(DisplayName), DisplayName),
            Description = Given(nameof(Description), Description),
            Owner = Owner?.Value,
            Active = Given(nameof(Active), Active),
            Icon = GivenFile(nameof(Icon), Icon),
        };
        RefuseNothing(change, new BotChange());
        var passThru = PassThru.IsPresent;
        ForEachUser<IBotEditor>(
            Bot!.Select(bot => ((Identity)bot, bot.Ref)),
            "Change bot",
            (bots, bot, context) => Emit(bots.UpdateAsync(bot.Value, change, context), passThru),
            owner: Owner);
    }
}
