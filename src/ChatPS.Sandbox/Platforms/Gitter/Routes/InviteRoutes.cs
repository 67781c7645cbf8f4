using System.Text.Json.Nodes;
using ChatPS.Sandbox.Http;
using ChatPS.Sandbox.Platforms.Gitter.Model;

namespace ChatPS.Sandbox.Platforms.Gitter.Routes;

/// <summary>Inviting: who has an account is put into the room, anybody else gets mail (which goes nowhere here).</summary>
internal static class InviteRoutes
{
    private static readonly (string Member, string Type)[] Names =
        [("username", "gitter"), ("githubUsername", "github"), ("gitlabUsername", "gitlab"), ("twitterUsername", "twitter")];

    public static void MapInvites(this GitterService gitter) => gitter.Map("POST", "/v1/rooms/{roomId}/invites", Invite);

    private static SandboxResponse Invite(GitterCall call)
    {
        var room = call.Room;
        var (type, externalId, email) = Read(call);
        if (!call.User.CanAddUser(room))
            return GitterAnswer.Error(403);
        if (Find(call.State, type, externalId) is { } user)
        {
            RoomUserRoutes.Add(call, room, user);
            return GitterAnswer.Json(new JsonObject { ["status"] = "added", ["user"] = user.ToJson(), ["avatarUrl"] = Avatar(type, externalId) });
        }

        if (email is null)
            return GitterAnswer.Error(428);
        if (email.IndexOf('@', StringComparison.Ordinal) is <= 0 || email.EndsWith('@'))
            return GitterAnswer.Error(400);
        room.Invites.Add(new(type, externalId, email, call.User.Id, call.Time));
        return GitterAnswer.Json(new JsonObject { ["status"] = "invited", ["avatarUrl"] = Avatar(type, externalId) });
    }

    /// <summary>Two ways to name somebody: type and id, or one of the name members or an address.</summary>
    private static (string Type, string ExternalId, string? Email) Read(GitterCall call)
    {
        if (call.Text("type") is { Length: > 0 } type)
        {
            var id = call.Text("externalId");
            var address = call.Text("emailAddress");
            if (type == "email")
                return id is null ? throw GitterAnswer.Fault(400) : (type, address ?? id, address);
            return string.IsNullOrEmpty(id) || !Array.Exists(Names, name => name.Type == type) ? throw GitterAnswer.Fault(400) : (type, id, address);
        }

        var given = Names.Select(name => (name.Type, Id: call.Text(name.Member))).Where(name => !string.IsNullOrEmpty(name.Id)).ToList();
        var email = call.Text("email");
        return given switch
        {
            [] when !string.IsNullOrEmpty(email) => ("email", email, email),
            [var only] => (only.Type, only.Id!, email),
            _ => throw GitterAnswer.Fault(400),
        };
    }

    private static GitterUser? Find(GitterState state, string type, string externalId) => type switch
    {
        "email" => state.Users.Values.FirstOrDefault(user => !user.Removed && user.Email.Equals(externalId, StringComparison.OrdinalIgnoreCase)),
        "gitter" => state.UserByName(externalId) is { Removed: false } user ? user : null,
        _ => state.UserByName(externalId) is { Removed: false } user && user.Provider == type ? user : null,
    };

    private static string Avatar(string type, string externalId) =>
        type == "github" ? "https://avatars-01.gitter.im/gh/u/" + externalId : "https://avatars-01.gitter.im/default";
}
