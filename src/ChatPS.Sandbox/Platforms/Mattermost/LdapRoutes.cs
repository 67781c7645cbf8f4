using System.Text.Json.Nodes;
using ChatPS.Sandbox.Http;

namespace ChatPS.Sandbox.Platforms.Mattermost;

/// <summary>The directory: its groups, and their links to groups of the server.</summary>
internal static class LdapRoutes
{
    public static void Map(MattermostService service)
    {
        service.On("GET", "/ldap/groups", List);
        service.On("POST", "/ldap/groups/{remote_id}/link", Link);
        service.On("DELETE", "/ldap/groups/{remote_id}/link", Unlink);
        service.On("POST", "/ldap/sync", Sync);
        service.On("POST", "/ldap/test", Test);
        service.On("POST", "/ldap/migrateid", MigrateId);
    }

    private static void NeedLdap(Call call)
    {
        call.NeedLicense("api.ldap_groups.license_error", "ldap");
        call.NeedAdmin();
    }

    private static Group? Linked(Call call, string remoteId) =>
        Array.Find(call.State.Server.Groups.Sorted, group => group.Source == "ldap" && group.RemoteId == remoteId);

    private static SandboxResponse List(Call call)
    {
        call.NeedAdmin();
        GroupRoutes.NeedLicense(call);
        var text = call.Query["q"] ?? "";
        var found = call.State.Server.Directory.Where(entry => entry.Name.Contains(text, StringComparison.OrdinalIgnoreCase)).ToList();
        return SandboxResponse.Json(new JsonObject
        {
            ["count"] = found.Count,
            ["groups"] = new JsonArray([.. call.Page(found).Select(entry => Shown(call, entry))]),
        });
    }

    private static JsonObject Shown(Call call, DirectoryGroup entry)
    {
        var group = Linked(call, entry.RemoteId) is { DeleteAt: 0 } linked ? linked : null;
        return new JsonObject
        {
            ["mattermost_group_id"] = group?.Id,
            ["name"] = entry.Name,
            ["primary_key"] = entry.RemoteId,
            ["has_syncables"] = group is null ? null : call.State.Server.SyncsOf(group).Any(),
        };
    }

    private static SandboxResponse Link(Call call)
    {
        var remoteId = Uri.UnescapeDataString(call.Request.Route("remote_id"));
        call.NeedAdmin();
        GroupRoutes.NeedLicense(call);
        var entry = call.State.Server.Directory.Find(known => known.RemoteId == remoteId)
            ?? throw new Problem(404, "api.ldap_group.not_found", "The directory has no such group.");
        if (Linked(call, remoteId) is { } known)
        {
            (known.DeleteAt, known.UpdateAt) = (0, call.State.Now());
            return Call.Json(call.State.Server.Seen(known));
        }
        var group = New(call.State, entry, call.State.Now());
        return Call.Json(call.State.Server.Seen(group), 201);
    }

    /// <summary>Links a group of the directory.</summary>
    public static Group New(MattermostState state, DirectoryGroup entry, long at)
    {
        var group = new Group { Id = state.NewId(), DisplayName = entry.Name, Source = "ldap", RemoteId = entry.RemoteId, CreateAt = at, UpdateAt = at };
        group.Members.AddRange(entry.Members);
        state.Server.Groups.Add(group);
        return group;
    }

    private static SandboxResponse Unlink(Call call)
    {
        var remoteId = Uri.UnescapeDataString(call.Request.Route("remote_id"));
        call.NeedAdmin();
        GroupRoutes.NeedLicense(call);
        var group = Linked(call, remoteId) ?? throw new Problem(404, "app.group.no_rows", "No group is linked to it.");
        if (group.DeleteAt == 0)
            group.DeleteAt = group.UpdateAt = call.State.Now();
        return Call.Ok();
    }

    // Linked groups get the members that the directory has, and teams and channels those of their groups.
    private static SandboxResponse Sync(Call call)
    {
        NeedLdap(call);
        foreach (var entry in call.State.Server.Directory)
        {
            if (Linked(call, entry.RemoteId) is not { DeleteAt: 0 } group)
                continue;
            group.Members.Clear();
            group.Members.AddRange(entry.Members);
            foreach (var sync in call.State.Server.SyncsOf(group).Where(sync => sync.AutoAdd))
                GroupSyncRoutes.Join(call.State, sync);
        }
        call.State.Administration.Jobs.Add("ldap_sync");
        call.State.Server.Note("info", "ldap/sync.go:88", "The directory was synchronized");
        return Call.Ok();
    }

    private static SandboxResponse Test(Call call)
    {
        NeedLdap(call);
        return call.Config["LdapSettings.LdapServer"]?.ToString() is { Length: > 0 }
            ? Call.Ok()
            : throw new Problem(500, "ent.ldap.do_login.unable_to_connect.app_error", "No directory is configured.");
    }

    private static SandboxResponse MigrateId(Call call)
    {
        var attribute = call.Body("toAttribute").Text("toAttribute");
        if (attribute is null or "")
            throw Problem.InvalidBody("toAttribute");
        if (!call.Me.IsAdmin)
            throw Problem.Forbidden();
        call.NeedLicense("api.ldap_groups.license_error", "ldap");
        call.Config.Apply(new JsonObject { ["LdapSettings"] = new JsonObject { ["IdAttribute"] = attribute } }, whole: false);
        return Call.Ok();
    }
}
