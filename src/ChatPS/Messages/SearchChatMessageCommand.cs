using System.Management.Automation;
using ChatPS.Client.Capabilities;
using ChatPS.Common;

namespace ChatPS.Messages;

/// <summary>Searches messages by the platform's own search.</summary>
[Cmdlet(VerbsCommon.Search, "ChatMessage", SupportsPaging = true)]
[OutputType(typeof(ChatMessage))]
public sealed class SearchChatMessageCommand : GetCmdlet
{
    /// <summary>What to search for: words, phrases in quotation marks, and what else the platform's search box understands, such as from:alice.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    [ValidateNotNullOrEmpty]
    public string? Terms { get; set; }

    /// <summary>Only messages of these rooms, ids, names or objects. Gitter searches one room at a time: left out, it is the session's default room there. Mattermost searches all rooms you are in.</summary>
    [Parameter(Position = 1, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("RoomId")]
    [ArgumentCompleter(typeof(RoomCompleter))]
    public RoomIdentity[]? Room { get; set; }

    /// <summary>The team whose rooms are searched; left out, the session's or your only one (Mattermost).</summary>
    [Parameter]
    [Alias("TeamId")]
    [ArgumentCompleter(typeof(TeamCompleter))]
    public TeamIdentity? Team { get; set; }

    /// <summary>Finds messages with any of the words instead of all of them (Mattermost).</summary>
    [Parameter]
    public SwitchParameter AnyWord { get; set; }

    /// <summary>Searches archived rooms too (Mattermost).</summary>
    [Parameter]
    public SwitchParameter IncludeArchived { get; set; }

    private protected override void Process()
    {
        foreach (RoomIdentity? room in Room ?? Enumerable.Repeat<RoomIdentity?>(null, 1))
        {
            Guard(room, () =>
            {
                var messages = Require<IMessageSearcher>((Identity?)room ?? Team);
                var search = new MessageSearch(Terms!)
                {
                    Room = room?.Value,
                    Team = Team?.Value,
                    AnyWord = AnyWord,
                    IncludeArchived = IncludeArchived,
                };
                WriteList((window, context) => messages.SearchAsync(search, window, context));
            });
        }
    }
}
