using ChatPS.Sandbox.Http;
using ChatPS.Sandbox.Platforms.Gitter.Model;

namespace ChatPS.Sandbox.Platforms.Gitter.Routes;

/// <summary>Who administers a room or a group: shown to and changed by its administrators.</summary>
internal static class SecurityRoutes
{
    public static void MapSecurity(this GitterService gitter)
    {
        Map(gitter, "/v1/rooms/{roomId}/security", call => call.AdministeredRoom.Security);
        Map(gitter, "/v1/groups/{groupId}/security", call => call.AdministeredGroup.Security);
    }

    private static void Map(GitterService gitter, string path, Func<GitterCall, GitterSecurity> find)
    {
        gitter.Map("GET", path, call => GitterAnswer.Json(find(call).ToJson()));
        gitter.Map("PUT", path, call => Update(call, find(call)));
        gitter.Map("GET", path + "/extraAdmins", call => GitterAnswer.List(find(call).ExtraAdmins.Select(id => call.State.Users[id].ToJson())));
        gitter.Map("POST", path + "/extraAdmins", call => Add(call, find(call)));
        gitter.Map("DELETE", path + "/extraAdmins/{adminId}", call => Remove(call, find(call)));
    }

    private static SandboxResponse Update(GitterCall call, GitterSecurity security)
    {
        var admins = call.Texts("extraAdmins")?.ConvertAll(id => UserOf(call, id).Id);
        if (call.Body.ContainsKey("type") && call.Text("type") is var type && type != security.Type)
            SetType(call, security, type);
        if (admins is not null)
        {
            security.ExtraAdmins.Clear();
            security.ExtraAdmins.AddRange(admins.Distinct());
        }

        return GitterAnswer.Json(security.ToJson());
    }

    private static void SetType(GitterCall call, GitterSecurity security, string? type)
    {
        security.Admins = type switch
        {
            null => GitterSecurity.Manual,
            "GROUP" => "GROUP_ADMIN",
            // Anything else asks GitHub or GitLab whether the caller may.
            "GH_REPO" or "GH_ORG" or "GH_USER" or "GL_GROUP" or "GL_PROJECT" or "GL_USER" => throw GitterAnswer.NotSimulated(call.Time),
            _ => throw GitterAnswer.Fault(400),
        };
        security.Type = type;
        security.LinkPath = null;
    }

    private static SandboxResponse Add(GitterCall call, GitterSecurity security)
    {
        var user = UserOf(call, call.Text("id") ?? "");
        if (!security.ExtraAdmins.Contains(user.Id))
            security.ExtraAdmins.Add(user.Id);
        return GitterAnswer.Json(user.ToJson());
    }

    private static SandboxResponse Remove(GitterCall call, GitterSecurity security)
    {
        security.ExtraAdmins.Remove(GitterCall.Id(call.Request.Route("adminId")));
        return SandboxResponse.Empty(204);
    }

    private static GitterUser UserOf(GitterCall call, string id) =>
        call.State.Users.GetValueOrDefault(GitterCall.Id(id)) ?? throw GitterAnswer.Fault(404);
}
