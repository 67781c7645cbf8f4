using System.Management.Automation;
using ChatPS.Client.Capabilities;
using ChatPS.Common;

namespace ChatPS.Unread;

/// <summary>Gets what you have not read: the rooms with something unread, or the unread messages of rooms.</summary>
[Cmdlet(VerbsCommon.Get, "ChatUnread", SupportsPaging = true)]
[OutputType(typeof(ChatUnread))]
public sealed class GetChatUnreadCommand : GetCmdlet
{
    /// <summary>The rooms: ids, names or objects; each is told with the ids of its unread messages. Left out, all rooms with something unread.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("RoomId")]
    [ArgumentCompleter(typeof(RoomCompleter))]
    public RoomIdentity[]? Room { get; set; }

    private protected override void Process()
    {
        if (Room is null)
        {
            var unread = Require<IUnreadReader>();
            WriteList(unread.ListAsync);
            return;
        }
        foreach (var room in Room)
            Guard(room, () => Write(Await(Require<IUnreadReader>(room).GetAsync(new RoomRef(room.Literal), Context))));
    }
}
