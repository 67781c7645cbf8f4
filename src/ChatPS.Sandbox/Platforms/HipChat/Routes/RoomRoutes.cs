using ChatPS.Sandbox.Http;
using ChatPS.Sandbox.Platforms.HipChat.Model;

namespace ChatPS.Sandbox.Platforms.HipChat.Routes;

/// <summary>Rooms as such.</summary>
internal static class RoomRoutes
{
    public const string Base = "/v2/room/{room_id_or_name}";
    private const int MaxName = 50;
    private const int MaxTopic = 250;

    public static void MapRooms(this HipChatService hipChat)
    {
        hipChat.Map("GET", "/v2/room", List, Scope.ViewGroup, Scope.ViewRoom);
        hipChat.Map("POST", "/v2/room", Create, Scope.ManageRooms);
        hipChat.Map("GET", Base, call => HipChatAnswer.Json(call.Room().ToJson(call, call.Expand)), Scope.ViewGroup, Scope.ViewRoom);
        hipChat.Map("PUT", Base, Update, Scope.AdminRoom);
        hipChat.Map("DELETE", Base, Delete, Scope.ManageRooms);
        hipChat.Map("PUT", Base + "/topic", SetTopic, Scope.AdminRoom);
        hipChat.Map("GET", Base + "/statistics", call => HipChatAnswer.Json(call.Room().StatisticsToJson(call)), Scope.ViewGroup, Scope.ViewRoom);
    }

    private static SandboxResponse List(HipChatCall call)
    {
        var (closed, archived) = (call.QueryFlag("include-private", otherwise: true), call.QueryFlag("include-archived"));
        var rooms = call.State.Rooms.Values.Where(room => call.Session.Sees(room) && (closed || !room.IsPrivate) && (archived || !room.IsArchived));
        return call.Page([.. rooms], (room, expansion) => room.ToJson(call, expansion));
    }

    private static SandboxResponse Create(HipChatCall call)
    {
        var owner = call.Body.OptionalId("owner_user_id") is { } id ? call.Person(id) : call.Session.User ?? call.State.Group.Owner;
        var room = new Room
        {
            Id = call.State.NewId(),
            Name = Name(call, null),
            Owner = owner,
            Created = call.Time,
            Version = call.State.NewVersion(),
            IsPrivate = call.Body.OptionalChoice("privacy", "public", "private") == "private",
            Topic = call.Body.OptionalText("topic", 0, MaxTopic) ?? "",
            GuestCode = call.Body.OptionalFlag("guest_access") == true ? call.State.NewVersion() : null,
            DelegateAdminVisibility = Visibility(call),
        };
        room.Join(owner, RoomMember.Member, RoomMember.Admin);
        call.State.Rooms.Add(room.Id, room);
        return HipChatAnswer.Created(room.Id, call.Link($"room/{room.Id}"));
    }

    /// <summary>Replaces the room: everything has to be there.</summary>
    private static SandboxResponse Update(HipChatCall call)
    {
        var room = call.AdministeredRoom();
        var body = call.Body;
        var name = Name(call, room);
        var isPrivate = body.Choice("privacy", "public", "private") == "private";
        var (archived, guests) = (body.Flag("is_archived"), body.Flag("is_guest_accessible"));
        var topic = body.Text("topic", 0, MaxTopic);
        var owner = call.Person(new HipChatBody(body.Object("owner")).OptionalId("id") ?? throw HipChatBody.Missing("owner.id"));
        (room.Name, room.IsPrivate, room.IsArchived, room.Owner) = (name, isPrivate, archived, owner);
        room.GuestCode = guests ? room.GuestCode ?? call.State.NewVersion() : null;
        room.DelegateAdminVisibility = Visibility(call);
        Rename(room, topic, call);
        return HipChatAnswer.Done();
    }

    private static SandboxResponse Delete(HipChatCall call)
    {
        call.State.Delete(call.AdministeredRoom());
        return HipChatAnswer.Done();
    }

    private static SandboxResponse SetTopic(HipChatCall call)
    {
        Rename(call.AdministeredRoom(), call.Body.Text("topic", 0, MaxTopic), call);
        return HipChatAnswer.Done();
    }

    /// <summary>A new topic is something that everybody in the room reads.</summary>
    private static void Rename(Room room, string topic, HipChatCall call)
    {
        room.Version = call.State.NewVersion();
        if (room.Topic == topic)
            return;
        room.Topic = topic;
        room.Messages.Add(call.Message(topic) with { Type = Message.OfTopic });
    }

    private static string Name(HipChatCall call, Room? own)
    {
        var name = call.Body.Text("name", 1, MaxName);
        var other = call.State.Rooms.Values.FirstOrDefault(room => room != own && room.Name.Equals(name, StringComparison.OrdinalIgnoreCase));
        return other is null ? name : throw HipChatAnswer.BadRequest($"There is a room named '{other.Name}' already.");
    }

    private static bool? Visibility(HipChatCall call) =>
        call.Body.IsNull("delegate_admin_visibility") ? null : call.Body.OptionalFlag("delegate_admin_visibility");
}
