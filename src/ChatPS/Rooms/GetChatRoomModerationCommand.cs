using System.Management.Automation;
using ChatPS.Client.Capabilities;

namespace ChatPS.Rooms;

/// <summary>Tells what members and guests may do in rooms.</summary>
[Cmdlet(VerbsCommon.Get, "ChatRoomModeration")]
[OutputType(typeof(ChatRoomModeration))]
public sealed class GetChatRoomModerationCommand : RoomFactGetCmdlet
{
    private protected override void Process() => ForEachRoom<IRoomModerationReader>((rooms, room) =>
    {
        foreach (var moderation in Await(rooms.GetAsync(room, Context)))
            Write(moderation);
    });
}
