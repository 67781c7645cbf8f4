using System.Management.Automation;
using ChatPS.Client.Capabilities;
using ChatPS.Client.Sessions;
using ChatPS.Common;

namespace ChatPS.Unread;

/// <summary>Marks messages as read: those that are given, or all of rooms.</summary>
[Cmdlet(VerbsCommon.Clear, "ChatUnread", SupportsShouldProcess = true, DefaultParameterSetName = RoomSet)]
public sealed class ClearChatUnreadCommand : WriteCmdlet
{
    private const string RoomSet = "Room";
    private const string MessageSet = "Message";

    // So many ids go into one request.
    private const int BatchSize = 100;

    private readonly List<(IUnreadEditor Unread, string Room, List<string> Messages)> _gathered = [];
    private readonly List<(IUnreadBatchEditor Unread, RoomIdentity Room)> _rooms = [];

    /// <summary>
    /// The rooms that are read whole: ids, names or objects; where a message stands for its room, only that message is read. With -Message the
    /// room that the messages are in, where they are ids; left out then, the session's default room.
    /// </summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true, ParameterSetName = RoomSet)]
    [Parameter(ValueFromPipelineByPropertyName = true, ParameterSetName = MessageSet)]
    [Alias("RoomId")]
    [ArgumentCompleter(typeof(RoomCompleter))]
    public RoomIdentity[]? Room { get; set; }

    /// <summary>The messages that are read: ids or objects. Those of one room go together.</summary>
    [Parameter(Mandatory = true, ValueFromPipelineByPropertyName = true, ParameterSetName = MessageSet)]
    [Alias("MessageId")]
    public MessageIdentity[]? Message { get; set; }

    private protected override void Process()
    {
        if (Message is null)
        {
            foreach (var room in Room!.Where(room => room.Message is null))
                Guard(room.Value, () => Clear(room));
        }
        // Whoever pipes messages does not mean everything else in their rooms.
        foreach (var message in Message ?? Room!.Select(room => room.Message).OfType<MessageIdentity>())
            Guard(message, () => Gather(message));
    }

    private protected override void Last()
    {
        SubmitRooms();
        foreach (var (unread, room, messages) in _gathered)
            Submit(unread, room, messages);
        _gathered.Clear();
    }

    private void Clear(RoomIdentity room)
    {
        var unread = Require<IUnreadEditor>(room);
        if (!Should(room.Display, "Mark all as read"))
            return;
        if (unread is not IUnreadBatchEditor { BatchSize: > 1 } many)
        {
            var one = new RoomRef(room.Value);
            Submit(room.Value, context => Emit(unread.ClearAsync(one, context)));
            return;
        }
        _rooms.Add((many, room));
        if (_rooms.Count == many.BatchSize)
            SubmitRooms();
    }

    private void SubmitRooms()
    {
        foreach (var part in _rooms.GroupBy(room => room.Unread))
        {
            RoomRef[] rooms = [.. part.Select(one => new RoomRef(one.Room.Value))];
            SubmitTogether([.. part.Select(one => one.Room.Value)], context => part.Key.ClearAsync(rooms, context), wanted: false);
        }
        _rooms.Clear();
    }

    private void Gather(MessageIdentity message)
    {
        var owner = message.RoomId is null ? OwnerOf(message, Room?.FirstOrDefault()) : message;
        var unread = Require<IUnreadEditor>(owner);
        var room = message.RoomId ?? ConnectionFor(owner).Session.RoomOr(Room?.FirstOrDefault()?.Value);
        var known = _gathered.FindIndex(batch => batch.Unread == unread && batch.Room == room);
        if (known < 0)
        {
            known = _gathered.Count;
            _gathered.Add((unread, room, []));
        }
        var messages = _gathered[known].Messages;
        messages.Add(message.Value);
        if (messages.Count < BatchSize)
            return;
        _gathered.RemoveAt(known);
        Submit(unread, room, messages);
    }

    private void Submit(IUnreadEditor unread, string room, List<string> messages)
    {
        if (Should($"{messages.Count} messages in {room}", "Mark as read"))
            Submit(room, context => Emit(unread.ClearAsync(new RoomRef(room), messages, context)));
    }
}
