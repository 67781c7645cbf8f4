using System.Management.Automation;
using ChatPS.Client.Capabilities;
using ChatPS.Common;

namespace ChatPS.Events;

/// <summary>Gets what happened around rooms, newest first: bans, and what the services they are tied to have told.</summary>
[Cmdlet(VerbsCommon.Get, "ChatEvent", SupportsPaging = true)]
[OutputType(typeof(ChatEvent))]
public sealed class GetChatEventCommand : GetCmdlet
{
    /// <summary>The rooms: ids, names or objects. Left out, the session's default room. -First and -Skip count for each.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("RoomId")]
    [ArgumentCompleter(typeof(RoomCompleter))]
    public RoomIdentity[]? Room { get; set; }

    private protected override void Process()
    {
        foreach (var room in RoomsOrDefault(Room))
        {
            Guard(room, () =>
            {
                var events = Require<IEventReader>(room);
                WriteList((window, context) => events.ListAsync(new RoomRef(room.Literal), window, context));
            });
        }
    }
}
