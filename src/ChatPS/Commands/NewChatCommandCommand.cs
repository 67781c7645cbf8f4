using System.Management.Automation;
using ChatPS.Client.Capabilities;
using ChatPS.Common;

namespace ChatPS.Commands;

/// <summary>Makes a slash command: has an address told when people type a word behind a slash.</summary>
[Cmdlet(VerbsCommon.New, "ChatCommand", SupportsShouldProcess = true)]
[OutputType(typeof(ChatCommand))]
public sealed class NewChatCommandCommand : WriteCmdlet
{
    /// <summary>The word, with or without the slash; no other command of the team may have it.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    public string? Trigger { get; set; }

    /// <summary>The address that is told, such as https://ci.example.com/deploy.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    public string? Url { get; set; }

    /// <summary>The team in which the word shall be known: its id, its name or the object. Left out, the session's team, or the only one you are in.</summary>
    [Parameter(ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("TeamId")]
    [ArgumentCompleter(typeof(TeamCompleter))]
    public TeamIdentity? Team { get; set; }

    /// <summary>How the address is told: POST or GET. Left out, POST.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(CommandMethodCompleter))]
    [ValidateNotNullOrEmpty]
    public string? Method { get; set; }

    /// <summary>The name that people see.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? DisplayName { get; set; }

    /// <summary>What the command is for.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? Description { get; set; }

    /// <summary>The name that its answers show in place of yours.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? PostAs { get; set; }

    /// <summary>The address of the picture that its answers show in place of yours.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? IconUrl { get; set; }

    /// <summary>Offers the command to people who type a slash.</summary>
    [Parameter]
    public SwitchParameter AutoComplete { get; set; }

    /// <summary>What they are told to type behind the word, such as [app].</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? AutoCompleteHint { get; set; }

    /// <summary>What they are told of the command.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? AutoCompleteDescription { get; set; }

    /// <summary>The user whose the command shall be: an id, a name, an e-mail address or an object. Older servers make it yours, and a warning says so. Left out, you.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(UserCompleter))]
    public UserIdentity? Owner { get; set; }

    private protected override void Process()
    {
        var (team, command) = (Team?.Literal, new CommandChange
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
            Owner = Owner?.Value,
        });
        Guard(command.Trigger, () =>
        {
            var commands = Require<ITeamItemCreator<CommandChange, ChatCommand>>(OwnerOf(Team, Owner));
            if (Should(Team is null ? command.Trigger! : $"{command.Trigger} in {Team.Display}", "Make slash command"))
                Submit(command.Trigger, context => Emit(commands.CreateAsync(team, command, context)));
        });
    }
}
