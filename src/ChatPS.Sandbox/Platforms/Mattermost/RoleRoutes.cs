using System.Text.Json.Nodes;
using ChatPS.Sandbox.Http;

namespace ChatPS.Sandbox.Platforms.Mattermost;

/// <summary>Roles and their permissions.</summary>
internal static class RoleRoutes
{
    // All that a Team Edition lets anybody change.
    private static readonly string[] Free =
    [
        "create_team", "manage_incoming_webhooks", "manage_outgoing_webhooks", "manage_slash_commands", "manage_oauth", "manage_system_wide_oauth",
        "create_emojis", "delete_emojis", "edit_others_posts",
    ];

    private static readonly string[] Forbidden =
        ["sysconsole_write_user_management_system_roles", "sysconsole_read_user_management_system_roles", "manage_roles"];

    public static void Map(MattermostService service)
    {
        service.On("GET", "/roles", List);
        service.On("GET", "/roles/{role_id}", call => Call.Json(Role(call)));
        service.On("GET", "/roles/name/{role_name}", ByName);
        service.On("POST", "/roles/names", ByNames);
        service.On("PUT", "/roles/{role_id}/patch", Patch);
    }

    private static SandboxResponse List(Call call)
    {
        call.NeedAdmin();
        return Call.Json(call.State.Server.Roles.Sorted.ToList());
    }

    private static SandboxResponse ByName(Call call) => Call.Json(call.State.Server.RoleByName(call.Request.Route("role_name"))
        ?? throw new Problem(404, "app.role.get_by_name.app_error", "No role has that name."));

    // Names that no role has are passed over.
    private static SandboxResponse ByNames(Call call) =>
        Call.Json(call.BodyList("rolenames").Select(call.State.Server.RoleByName).OfType<Role>().ToList());

    private static Role Role(Call call) =>
        call.State.Server.Roles[call.Id("role_id")] ?? throw new Problem(404, "app.role.get.app_error", "There is no such role.");

    private static SandboxResponse Patch(Call call)
    {
        var (role, body) = (Role(call), call.Body("role"));
        call.NeedAdmin();
        if (body["permissions"] is not JsonArray)
            return Call.Json(role);
        var permissions = body.Texts("permissions").Distinct().ToList();
        var changed = permissions.Except(role.Permissions).Concat(role.Permissions.Except(permissions)).ToList();
        var isGuest = role.Name is "system_guest" or "team_guest" or "channel_guest";
        if (isGuest || changed.Exists(permission => !Free.Contains(permission)))
            call.NeedLicense("api.roles.patch_roles.license.error");
        if (changed.Find(permission => Forbidden.Contains(permission)) is { } forbidden)
            throw new Problem(501, "api.roles.patch_roles.not_allowed_permission.error", $"Nobody may give or take the permission {forbidden}.");
        if (permissions.Find(permission => !permission.All(c => char.IsAsciiLetterOrDigit(c) || c == '_')) is not null)
            throw new Problem(400, "app.role.save.invalid_role.app_error", "The role isn't valid.");
        (role.Permissions, role.UpdateAt) = (permissions, call.State.Now());
        call.Audit($"/api/v4/roles/{role.Id}/patch", "");
        return Call.Json(role);
    }
}
