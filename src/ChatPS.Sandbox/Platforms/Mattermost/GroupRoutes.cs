using System.Text.Json;
using System.Text.Json.Nodes;
using ChatPS.Sandbox.Http;

namespace ChatPS.Sandbox.Platforms.Mattermost;

/// <summary>Groups of the directory that are linked, and groups that people made themselves; both need a license.</summary>
internal static class GroupRoutes
{
    public static void Map(MattermostService service)
    {
        service.On("GET", "/groups", List);
        service.On("POST", "/groups", Create);
        service.On("POST", "/groups/names", ByNames);
        service.On("GET", "/groups/{group_id}", call => Call.Json(call.State.Server.Seen(Readable(call))));
        service.On("PUT", "/groups/{group_id}/patch", Patch);
        service.On("DELETE", "/groups/{group_id}", call => SetDeleted(call, deleted: true));
        service.On("POST", "/groups/{group_id}/restore", call => SetDeleted(call, deleted: false));
        service.On("GET", "/groups/{group_id}/stats", Stats);
        service.On("GET", "/groups/{group_id}/members", Members);
        service.On("POST", "/groups/{group_id}/members", call => ChangeMembers(call, add: true));
        service.On("DELETE", "/groups/{group_id}/members", call => ChangeMembers(call, add: false));
        service.On("GET", "/users/{user_id}/groups", OfUser);
        service.On("GET", "/teams/{team_id}/groups", call => Of(call, call.Team().Id));
        service.On("GET", "/channels/{channel_id}/groups", call => Of(call, call.ReadableChannel().Id));
        service.On("GET", "/teams/{team_id}/groups_by_channels", ByChannels);
        service.On("GET", "/teams/{team_id}/members_minus_group_members", TeamMinus);
        service.On("GET", "/channels/{channel_id}/members_minus_group_members", ChannelMinus);
    }

    public static void NeedLicense(Call call) => call.NeedLicense("api.ldap_groups.license_error", "ldap_groups");

    /// <summary>The group of the path, for who may read groups.</summary>
    public static Group Readable(Call call)
    {
        var id = call.Id("group_id");
        NeedLicense(call);
        call.NeedAdmin();
        return Find(call, id);
    }

    public static Group Find(Call call, string id) => call.State.Server.Groups[id] ?? throw NoGroup();

    private static Problem NoGroup() => new(404, "app.group.no_rows", "There is no such group.");

    private static IEnumerable<Group> Living(Call call) => call.State.Server.Groups.Sorted.Where(group => group.DeleteAt == 0);

    private static bool Fits(Group group, string? text) => text is null or ""
        || group.DisplayName.Contains(text, StringComparison.OrdinalIgnoreCase) || group.Name?.Contains(text, StringComparison.OrdinalIgnoreCase) == true;

    private static SandboxResponse List(Call call)
    {
        NeedLicense(call);
        var (server, counted) = (call.State.Server, call.Query.Flag("include_member_count"));
        var elsewhere = new[] { call.Query["not_associated_to_team"], call.Query["not_associated_to_channel"] }.Where(Call.IsId).ToList();
        var groups = Living(call).Where(group => Fits(group, call.Query["q"])
            && !server.SyncsOf(group).Any(sync => elsewhere.Contains(sync.ChannelId ?? sync.TeamId))
            && (call.Query.Int("since") is not { } since || group.UpdateAt >= since)
            && (!call.Query.Flag("filter_allow_reference") || group.AllowReference));
        return Call.Json(call.Page(groups).ConvertAll(group => server.Seen(group, counted)));
    }

    private static SandboxResponse ByNames(Call call)
    {
        var names = call.BodyList("group_names");
        NeedLicense(call);
        return Call.Json(Living(call).Where(group => group.Name is { } name && names.Contains(name)).Select(group => call.State.Server.Seen(group)).ToList());
    }

    private static SandboxResponse Create(Call call)
    {
        var body = call.Body("group");
        // The reference has the group in a member of its own, the server reads it from the body itself.
        var wanted = body.Object("group") ?? body;
        NeedLicense(call);
        call.NeedAdmin();
        if (wanted.Text("source") is not "custom")
            throw new Problem(400, "app.group.crud_permission", "Only custom groups can be made.");
        var (name, title) = (wanted.Text("name") ?? "", wanted.Text("display_name") ?? "");
        CheckName(call, name, null);
        if (title.Length is 0 or > 128)
            throw new Problem(400, "model.group.display_name.app_error", "The group's display name isn't valid.");
        var members = Users(call, body);
        var now = call.State.Now();
        var group = new Group
        {
            Id = call.State.NewId(),
            Name = name,
            DisplayName = title,
            Description = wanted.Text("description") ?? "",
            Source = "custom",
            CreateAt = now,
            UpdateAt = now,
            AllowReference = wanted.Bool("allow_reference") ?? false,
        };
        group.Members.AddRange(members);
        call.State.Server.Groups.Add(group);
        return Call.Json(call.State.Server.Seen(group, counted: true), 201);
    }

    private static void CheckName(Call call, string name, Group? own)
    {
        if (name.Length is 0 or > 64 || !name.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c is '.' or '-' or '_'))
            throw new Problem(400, "model.group.name.invalid_chars.app_error", "The group's name isn't valid.");
        if (name is "all" or "channel" or "here")
            throw new Problem(501, "api.ldap_groups.existing_reserved_name_error", "The name means something else in mentions.");
        if (call.State.UserByName(name) is not null)
            throw new Problem(501, "api.ldap_groups.existing_user_name_error", "A user has that name.");
        if (Living(call).Any(group => group != own && group.Name == name))
            throw new Problem(501, "api.ldap_groups.existing_group_name_error", "Another group has that name.");
    }

    private static List<User> Users(Call call, JsonObject body) =>
        [.. body.Texts("user_ids").Distinct().Select(id => call.State.Users[id] ?? throw Problem.NoUser())];

    private static SandboxResponse Patch(Call call)
    {
        var body = call.Body("group");
        var group = Readable(call);
        if (body.Text("name") is { } name)
        {
            CheckName(call, name, group);
            group.Name = name;
        }
        if (body.Text("display_name") is { } title)
            group.DisplayName = title.Length is > 0 and <= 128 ? title : throw new Problem(400, "model.group.display_name.app_error", "The group's display name isn't valid.");
        group.Description = body.Text("description") ?? group.Description;
        group.AllowReference = body.Bool("allow_reference") ?? group.AllowReference;
        group.UpdateAt = call.State.Now();
        call.State.Server.Groups.Reorder();
        return Call.Json(call.State.Server.Seen(group));
    }

    private static Group Custom(Call call) => Readable(call) is { Source: "custom" } group
        ? group
        : throw new Problem(400, "app.group.crud_permission", "The group belongs to the directory.");

    private static SandboxResponse SetDeleted(Call call, bool deleted)
    {
        var group = Custom(call);
        if (deleted == group.DeleteAt > 0)
            throw NoGroup();
        group.UpdateAt = call.State.Now();
        group.DeleteAt = deleted ? group.UpdateAt : 0;
        return Call.Ok();
    }

    private static SandboxResponse Stats(Call call)
    {
        var group = Readable(call);
        return SandboxResponse.Json(new JsonObject { ["group_id"] = group.Id, ["total_member_count"] = group.Members.Count(member => member.DeleteAt == 0) });
    }

    private static SandboxResponse Members(Call call)
    {
        var living = Readable(call).Members.Where(member => member.DeleteAt == 0).OrderBy(member => member.Username, StringComparer.Ordinal).ToList();
        return SandboxResponse.Json(new JsonObject
        {
            ["members"] = JsonSerializer.SerializeToNode(call.Page(living).ConvertAll(user => user.SeenBy(call.Me)), MattermostJson.Default.ListUser),
            ["total_member_count"] = living.Count,
        });
    }

    private static SandboxResponse ChangeMembers(Call call, bool add)
    {
        var body = call.Body("user_ids");
        var group = Custom(call);
        var users = Users(call, body);
        if (users.Count == 0)
            throw Problem.InvalidBody("user_ids");
        if (!add && users.Find(user => !group.Members.Contains(user)) is not null)
            throw new Problem(404, "app.group.no_rows", "Not all of them are members.");
        group.Members.RemoveAll(users.Contains);
        if (add)
            group.Members.AddRange(users);
        var now = group.UpdateAt = call.State.Now();
        return SandboxResponse.Json(new JsonArray([.. users.Select(user => new JsonObject
        {
            ["group_id"] = group.Id,
            ["user_id"] = user.Id,
            ["create_at"] = now,
            ["delete_at"] = add ? 0 : now,
        })]));
    }

    private static SandboxResponse OfUser(Call call)
    {
        var user = call.User();
        call.NeedSelf(user);
        NeedLicense(call);
        return Call.Json(Living(call).Where(group => group.Members.Contains(user)).Select(group => call.State.Server.Seen(group)).ToList());
    }

    private static SandboxResponse Of(Call call, string id)
    {
        NeedLicense(call);
        var found = Synced(call, id).ToList();
        return SandboxResponse.Json(new JsonObject
        {
            ["groups"] = JsonSerializer.SerializeToNode(call.Page(found), MattermostJson.Default.ListGroup),
            ["total_group_count"] = found.Count,
        });
    }

    private static IEnumerable<Group> Synced(Call call, string id) =>
        from sync in call.State.Server.Syncs
        where sync.DeleteAt == 0 && (sync.ChannelId ?? sync.TeamId) == id
        let @group = call.State.Server.Groups[sync.GroupId]!
        where @group.DeleteAt == 0 && Fits(@group, call.Query["q"])
        orderby @group.DisplayName
        select call.State.Server.Seen(@group, counted: true, schemeAdmin: sync.SchemeAdmin);

    private static SandboxResponse ByChannels(Call call)
    {
        var team = call.Team();
        NeedLicense(call);
        var groups = new JsonObject();
        foreach (var channel in team.Channels.Values)
        {
            if (Synced(call, channel.Id).ToList() is { Count: > 0 } found)
                groups[channel.Id] = JsonSerializer.SerializeToNode(found, MattermostJson.Default.ListGroup);
        }
        return SandboxResponse.Json(new JsonObject { ["groups"] = groups });
    }

    private static SandboxResponse TeamMinus(Call call)
    {
        var team = call.Team();
        return Minus(call, team.Members.Sorted.Select(member => member.UserId));
    }

    private static SandboxResponse ChannelMinus(Call call)
    {
        var channel = call.Channel();
        return Minus(call, channel.Members.Sorted.Select(member => member.UserId));
    }

    // Who would have to go if only these groups' members belonged.
    private static SandboxResponse Minus(Call call, IEnumerable<string> members)
    {
        NeedLicense(call);
        call.NeedAdmin();
        var ids = (call.Query["group_ids"] ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries);
        if (ids.Length == 0 || !Array.TrueForAll(ids, Call.IsId))
            throw Problem.InvalidUrl("group_ids");
        var groups = ids.Select(id => call.State.Server.Groups[id]).OfType<Group>().ToList();
        var left = members.Select(id => call.State.Users[id]!).Where(user => user is { DeleteAt: 0, IsBot: false } && !groups.Exists(group => group.Members.Contains(user))).ToList();
        return SandboxResponse.Json(new JsonObject
        {
            ["users"] = JsonSerializer.SerializeToNode(call.Page(left).ConvertAll(user => user.SeenBy(call.Me)), MattermostJson.Default.ListUser),
            ["total_count"] = left.Count,
        });
    }
}
