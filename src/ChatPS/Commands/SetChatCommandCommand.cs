using System.Management.Automation;
using ChatPS.Client.Capabilities;
using ChatPS.Common;

namespace ChatPS.Commands;

/// <summary>Changes slash commands, moves them to another team, or gives them another token.</summary>
[Cmdlet(VerbsCommon.Set, "ChatCommand", SupportsShouldProcess = true)]
[OutputType(typeof(ChatCommand))]
public sealed class SetChatCommandCommand : CommandWriteCmdlet
{
    /// <summary>The word from now on, with or without the slash.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? Trigger { get; set; }

    /// <summary>The address that shall be told from now on.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? Url { get; set; }

    /// <summary>How the address shall be told: POST or GET.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(CommandMethodCompleter))]
    [ValidateNotNullOrEmpty]
    public string? Method { get; set; }

    /// <summary>The name that people shall see; $null for none.</summary>
    [Parameter]
    [AllowNull]
    [AllowEmptyString]
    public string? DisplayName { get; set; }

    /// <summary>What the command is for; $null takes that away.</summary>
    [Parameter]
    [AllowNull]
    [AllowEmptyString]
    public string? Description { get; set; }

    /// <summary>The name that its answers shall show; $null for the owner's.</summary>
    [Parameter]
    [AllowNull]
    [AllowEmptyString]
    public string? PostAs { get; set; }

    /// <summary>The address of the picture that its answers shall show; $null for the owner's.</summary>
    [Parameter]
    [AllowNull]
    [AllowEmptyString]
    public string? IconUrl { get; set; }

    /// <summary>Offers the command to people who type a slash, or with $false no more.</summary>
    [Parameter]
    public SwitchParameter AutoComplete { get; set; }

    /// <summary>What they are told to type behind the word; $null for nothing.</summary>
    [Parameter]
    [AllowNull]
    [AllowEmptyString]
    public string? AutoCompleteHint { get; set; }

    /// <summary>What they are told of the command; $null for nothing.</summary>
    [Parameter]
    [AllowNull]
    [AllowEmptyString]
    public string? AutoCompleteDescription { get; set; }

    /// <summary>The team that the command moves to: its id, its name or the object.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(TeamCompleter))]
    public TeamIdentity? NewTeam { get; set; }

    /// <summary>Gives the command another token and emits it: the address is shown the old one no more.</summary>
    [Parameter]
    public SwitchParameter Regenerate { get; set; }

    /// <summary>Emits the changed commands.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    private protected override void Process()
    {
        var change = new CommandChange
        {
            Trigger = Trigger,
            Url = Url,
            Method = Method,
            DisplayName = Given(nameof(DisplayName), DisplayName),
            Description = Given(nameof(Description), Description),
            PostAs = Given(nameof(PostAs), PostAs),
            IconUrl = Given(nameof(IconUrl), IconUrl),
            AutoComplete = Given(nameof(AutoComplete), AutoComplete),
            AutoCompleteHint = Given(nameof(AutoCompleteHint), AutoCompleteHint),
            AutoCompleteDescription = Given(nameof(AutoCompleteDescription), AutoCompleteDescription),
            Team = NewTeam?.Literal,
            Regenerate = Regenerate,
        };
        RefuseNothing(change, new CommandChange());
        // A new token that nobody gets to see would be of no use.
        var wanted = PassThru || Regenerate;
        ForEachCommand<ITeamItemEditor<CommandChange, ChatCommand>>(
            "Change slash command", (commands, team, command, context) => Emit(commands.UpdateAsync(team, command, change, wanted, context)));
    }
}
