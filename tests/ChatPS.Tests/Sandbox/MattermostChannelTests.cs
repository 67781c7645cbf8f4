using System.Text.Json.Nodes;

namespace ChatPS.Tests.Sandbox;

/// <summary>Channels and who is in them.</summary>
public sealed class MattermostChannelTests(MattermostFixture fixture) : IClassFixture<MattermostFixture>
{
    private SandboxClient Admin => fixture.Admin;

    private SandboxClient Member => fixture.Member;

    [Fact]
    public async Task A_channel_is_created_changed_archived_restored_and_removed()
    {
        var id = await fixture.NewChannel(Member);
        var patched = await Member.Put($"channels/{id}/patch", new JsonObject { ["header"] = "H", ["purpose"] = "P", ["display_name"] = "D" });
        Assert.Equal(("H", "P", "D"), ((string)patched["header"]!, (string)patched["purpose"]!, (string)patched["display_name"]!));
        Assert.Equal("P", (string)(await Member.Put($"channels/{id}/privacy", new JsonObject { ["privacy"] = "P" }))["type"]!);
        Assert.Equal(403, (await Member.Post($"channels/{id}/restore")).Status);
        Assert.Equal(200, (await Member.Delete($"channels/{id}")).Status);
        Assert.Equal("api.channel.delete_channel.deleted.app_error", (await Member.Delete($"channels/{id}")).ErrorId);
        Assert.Contains((await Member.Get($"teams/{fixture.TeamId}/channels/deleted?per_page=200")).Items, channel => (string)channel["id"]! == id);
        Assert.Equal("api.post.create_post.can_not_post_to_deleted.error", (await Member.Post("posts", new JsonObject { ["channel_id"] = id, ["message"] = "x" })).ErrorId);
        Assert.Equal(0, (long)(await Admin.Post($"channels/{id}/restore"))["delete_at"]!);
        Assert.Equal("api.channel.restore_channel.restored.app_error", (await Admin.Post($"channels/{id}/restore")).ErrorId);
        Assert.Equal(200, (await Admin.Delete($"channels/{id}?permanent=true")).Status);
        Assert.Equal(404, (await Admin.Get($"channels/{id}")).Status);
    }

    [Fact]
    public async Task Names_are_unique_in_a_team_and_well_formed()
    {
        var taken = await Create("town-square", "O");
        Assert.Equal((400, "store.sql_channel.save_channel.exists.app_error"), (taken.Status, taken.ErrorId));
        Assert.Equal("model.channel.is_valid.2_or_more.app_error", (await Create("Has Blanks", "O")).ErrorId);
        Assert.Equal("model.channel.is_valid.type.app_error", (await Create("some-name", "X")).ErrorId);
        Assert.Equal("api.channel.create_channel.direct_channel.app_error", (await Create("some-name", "D")).ErrorId);
        Assert.Equal(403, (await Member.Post("channels", new JsonObject { ["team_id"] = "aaaaaaaaaaaaaaaaaaaaaaaaaa", ["name"] = "abc", ["display_name"] = "x", ["type"] = "O" })).Status);

        Task<Answer> Create(string name, string type) =>
            Member.Post("channels", new JsonObject { ["team_id"] = fixture.TeamId, ["name"] = name, ["display_name"] = "x", ["type"] = type });
    }

    [Fact]
    public async Task A_private_channel_is_hidden_from_those_who_are_not_in_it()
    {
        var id = await fixture.NewChannel(Admin, "P");
        var name = (string)(await Admin.Get($"channels/{id}"))["name"]!;
        Assert.Equal(403, (await Member.Get($"channels/{id}")).Status);
        Assert.Equal("app.channel.get_by_name.missing.app_error", (await Member.Get($"teams/{fixture.TeamId}/channels/name/{name}")).ErrorId);
        Assert.Equal(403, (await Member.Get($"channels/{id}/posts")).Status);
        Assert.Equal(403, (await Member.Post($"channels/{id}/members", new JsonObject { ["user_id"] = fixture.Service.Member.UserId })).Status);
        Assert.Contains((await Admin.Get($"teams/{fixture.TeamId}/channels/private?per_page=200")).Items, channel => (string)channel["id"]! == id);
    }

    [Fact]
    public async Task Members_are_added_one_by_one_and_many_at_once()
    {
        var id = await fixture.NewChannel();
        var (one, two, three) = (await fixture.NewUser(), await fixture.NewUser(), await fixture.NewUser());
        var single = await Admin.Post($"channels/{id}/members", new JsonObject { ["user_id"] = one });
        Assert.Equal((201, one), (single.Status, (string)single["user_id"]!));
        var many = await Admin.Post($"channels/{id}/members", new JsonObject { ["user_ids"] = new JsonArray(two, three) });
        Assert.Equal(2, many.Items.Count);
        Assert.Equal(4, (await Admin.Get($"channels/{id}/members")).Items.Count);
        Assert.Equal(4, (int)(await Admin.Get($"channels/{id}/stats"))["member_count"]!);

        Assert.Equal(200, (await Admin.Put($"channels/{id}/members/{one}/roles", new JsonObject { ["roles"] = "channel_user channel_admin" })).Status);
        Assert.Equal("channel_user channel_admin", (string)(await Admin.Get($"channels/{id}/members/{one}"))["roles"]!);
        Assert.Equal(200, (await Admin.Put($"channels/{id}/members/{one}/notify_props", new JsonObject { ["desktop"] = "none" })).Status);
        var props = (await Admin.Get($"channels/{id}/members/{one}"))["notify_props"]!;
        Assert.Equal(("none", "default"), ((string)props["desktop"]!, (string)props["email"]!));

        Assert.Equal(200, (await Admin.Delete($"channels/{id}/members/{one}")).Status);
        Assert.Equal("app.channel.get_member.missing.app_error", (await Admin.Get($"channels/{id}/members/{one}")).ErrorId);
        var announced = (await Admin.Get($"channels/{id}/posts"))["posts"]!.AsObject().Select(post => (string)post.Value!["type"]!).Order().ToList();
        Assert.Equal(["system_add_to_channel", "system_add_to_channel", "system_add_to_channel", "system_join_channel", "system_remove_from_channel"], announced);
    }

    [Fact]
    public async Task A_member_joins_and_leaves_an_open_channel()
    {
        var id = await fixture.NewChannel(Admin);
        Assert.Equal(201, (await Member.Post($"channels/{id}/members", new JsonObject { ["user_id"] = fixture.Service.Member.UserId })).Status);
        Assert.Contains((await Member.Get($"users/me/teams/{fixture.TeamId}/channels")).Items, channel => (string)channel["id"]! == id);
        Assert.Equal(200, (await Member.Delete($"channels/{id}/members/me")).Status);
        var square = (string)(await Member.Get($"teams/{fixture.TeamId}/channels/name/town-square"))["id"]!;
        Assert.Equal("api.channel.remove.default.app_error", (await Member.Delete($"channels/{square}/members/me")).ErrorId);
    }

    [Fact]
    public async Task Direct_and_group_channels_are_made_once()
    {
        var (me, other, third) = (fixture.Service.Member.UserId, await fixture.NewUser(), await fixture.NewUser());
        var direct = await Member.Post("channels/direct", new JsonArray(me, other));
        Assert.Equal((201, "D", ""), (direct.Status, (string)direct["type"]!, (string)direct["team_id"]!));
        Assert.Equal((string)direct["id"]!, (string)(await Member.Post("channels/direct", new JsonArray(other, me)))["id"]!);
        Assert.Equal(403, (await Member.Post("channels/direct", new JsonArray(other, third))).Status);
        Assert.Equal("api.channel.delete_channel.type.invalid", (await Member.Delete($"channels/{(string)direct["id"]!}")).ErrorId);

        var group = await Member.Post("channels/group", new JsonArray(other, third));
        Assert.Equal((201, "G"), (group.Status, (string)group["type"]!));
        Assert.Equal((string)group["id"]!, (string)(await Member.Post("channels/group", new JsonArray(me, third, other)))["id"]!);
        Assert.Equal("api.channel.create_group.bad_size.app_error", (await Member.Post("channels/group", new JsonArray(other))).ErrorId);
    }

    [Fact]
    public async Task Lists_and_searches()
    {
        var all = await Admin.Get("channels?include_total_count=true&per_page=5&include_deleted=true");
        Assert.Equal(5, all["channels"]!.AsArray().Count);
        Assert.True((int)all["total_count"]! > 50);
        Assert.NotNull(all["channels"]![0]!["team_name"]);
        Assert.All((await Member.Get($"teams/{fixture.TeamId}/channels")).Items, channel => Assert.Equal("O", (string)channel["type"]!));
        Assert.Contains((await Member.Post($"teams/{fixture.TeamId}/channels/search", new JsonObject { ["term"] = "backend" })).Items, channel => (string)channel["name"]! == "backend");
        Assert.Equal(1, (int)(await Admin.Post("channels/search", new JsonObject { ["term"] = "backend", ["page"] = 0, ["per_page"] = 1 }))["channels"]!.AsArray().Count);
        Assert.Equal(fixture.BusyChannelId, (string)(await Member.Get("teams/name/northwind-harbor/channels/name/backend"))["id"]!);
        Assert.NotEmpty((await Member.Get("users/me/channels")).Items);
    }

    [Fact]
    public async Task A_channel_moves_between_teams()
    {
        var id = await fixture.NewChannel();
        var stranger = await fixture.NewUser();
        await Admin.Post($"channels/{id}/members", new JsonObject { ["user_id"] = stranger });
        var other = (string)(await Admin.Get("teams/name/cobalt-foundry"))["id"]!;
        Assert.Equal("app.channel.move_channel.members_do_not_match.error", (await Admin.Post($"channels/{id}/move", new JsonObject { ["team_id"] = other, ["force"] = false })).ErrorId);
        Assert.Equal(403, (await Member.Post($"channels/{id}/move", new JsonObject { ["team_id"] = other, ["force"] = true })).Status);
        Assert.Equal(other, (string)(await Admin.Post($"channels/{id}/move", new JsonObject { ["team_id"] = other, ["force"] = true }))["team_id"]!);
    }

    [Fact]
    public async Task Unread_messages_are_counted_until_seen()
    {
        var id = await fixture.NewChannel();
        await Admin.Post($"channels/{id}/members", new JsonObject { ["user_id"] = fixture.Service.Member.UserId });
        await Member.Post("channels/members/me/view", new JsonObject { ["channel_id"] = id });
        await fixture.NewPost(id, "one");
        await fixture.NewPost(id, "two");
        Assert.Equal(2, (int)(await Member.Get($"users/me/channels/{id}/unread"))["msg_count"]!);
        Assert.Equal("OK", (string)(await Member.Post("channels/members/me/view", new JsonObject { ["channel_id"] = id }))["status"]!);
        Assert.Equal(0, (int)(await Member.Get($"users/me/channels/{id}/unread"))["msg_count"]!);
    }
}
