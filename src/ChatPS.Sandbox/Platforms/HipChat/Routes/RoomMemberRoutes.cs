using System.Text.Json.Nodes;
using ChatPS.Sandbox.Http;
using ChatPS.Sandbox.Platforms.HipChat.Model;

namespace ChatPS.Sandbox.Platforms.HipChat.Routes;

/// <summary>Who belongs to a room, who is in it, and who is asked in.</summary>
internal static class RoomMemberRoutes
{
    private const string User = "user_id_or_email";

    public static void MapRoomMembers(this HipChatService hipChat)
    {
        hipChat.Map("GET", RoomRoutes.Base + "/member", List, Scope.ViewRoom);
        hipChat.Map("PUT", RoomRoutes.Base + "/member/{user_id_or_email}", Add, Scope.AdminRoom);
        hipChat.Map("DELETE", RoomRoutes.Base + "/member/{user_id_or_email}", Remove, Scope.AdminRoom);
        hipChat.Map("GET", RoomRoutes.Base + "/participant", Participants, Scope.ViewRoom);
        hipChat.Map("POST", RoomRoutes.Base + "/invite/{user_id_or_email}", Invite, Scope.AdminRoom);
    }

    private static SandboxResponse List(HipChatCall call) => call.Page(call.Room().Members, (member, expansion) => ToJson(member, call, expansion));

    /// <summary>Somebody who is a member already gets the new roles.</summary>
    private static SandboxResponse Add(HipChatCall call)
    {
        var (room, user) = (call.AdministeredRoom(), call.User(User));
        var roles = call.Request.Body.IsEmpty ? null : call.Body.OptionalChoices("room_roles", RoomMember.Admin, RoomMember.Member);
        room.Join(user, [.. roles ?? []]);
        return HipChatAnswer.Done();
    }

    private static SandboxResponse Remove(HipChatCall call)
    {
        var (room, user) = (call.AdministeredRoom(), call.User(User));
        return room.Members.RemoveAll(member => member.User == user) > 0
            ? HipChatAnswer.Done()
            : throw HipChatAnswer.NotFound("Member", call.Route(User));
    }

    /// <summary>Only private rooms tell who else belongs to them.</summary>
    private static SandboxResponse Participants(HipChatCall call)
    {
        var room = call.Room();
        var all = room.IsPrivate && call.QueryFlag("include-offline");
        var members = room.Members.FindAll(member => all || member.User.Presence is not null);
        return call.Page(members, (member, expansion) =>
        {
            var json = ToJson(member, call, expansion);
            json["is_present_in_room"] = member.User.Presence is not null;
            return json;
        });
    }

    private static SandboxResponse Invite(HipChatCall call)
    {
        var (room, user) = (call.AdministeredRoom(), call.User(User));
        var reason = call.Request.Body.IsEmpty ? null : call.Body.OptionalText("reason");
        room.Invites.Add(new(user, call.Session.User, reason, call.Time));
        return HipChatAnswer.Done();
    }

    private static JsonObject ToJson(RoomMember member, HipChatCall call, Expansion? expansion)
    {
        var json = member.User.ToJson(call, expansion);
        json["room_roles"] = member.Roles.ToJsonArray();
        return json;
    }
}
