using System.Management.Automation;
using ChatPS.Client.Capabilities;

namespace ChatPS.Rooms;

/// <summary>Gets what rooms come to in numbers.</summary>
[Cmdlet(VerbsCommon.Get, "ChatRoomStatistic")]
[OutputType(typeof(ChatRoomStatistic))]
public sealed class GetChatRoomStatisticCommand : RoomFactGetCmdlet
{
    private protected override void Process() =>
        ForEachRoom<IRoomStatisticReader>((rooms, room) => Write(Await(rooms.GetAsync(room, Context))));
}
