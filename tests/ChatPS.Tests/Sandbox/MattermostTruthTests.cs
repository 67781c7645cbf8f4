using System.Text.Json.Nodes;

namespace ChatPS.Tests.Sandbox;

/// <summary>What a server of version 5.37 does that one wouldn't guess: each of these was seen on a running one.</summary>
public sealed class MattermostTruthTests(MattermostFixture fixture) : IClassFixture<MattermostFixture>
{
    private const string Unknown = "aaaaaaaaaaaaaaaaaaaaaaaaaa";

    private SandboxClient Admin => fixture.Admin;

    /// <summary>To whom everything is open, the server doesn't say that a thing isn't there: lists are empty.</summary>
    [Theory]
    [InlineData("GET", $"users/{Unknown}/sessions", null, "[]")]
    [InlineData("GET", $"users/{Unknown}/teams", null, "[]")]
    [InlineData("GET", $"users/{Unknown}/teams/members", null, "[]")]
    [InlineData("GET", $"users/{Unknown}/tokens", null, "[]")]
    [InlineData("GET", $"users?in_team={Unknown}", null, "[]")]
    [InlineData("GET", $"teams/{Unknown}/members", null, "[]")]
    [InlineData("GET", $"teams/{Unknown}/channels", null, "[]")]
    [InlineData("GET", $"posts/{Unknown}/reactions", null, "[]")]
    [InlineData("POST", $"posts/ids/reactions", $"[\"{Unknown}\"]", $"{{\"{Unknown}\":[]}}")]
    [InlineData("POST", $"users/{Unknown}/sessions/revoke/all", "{}", "{\"status\":\"OK\"}")]
    [InlineData("GET", $"teams/{Unknown}/stats", null, $"{{\"team_id\":\"{Unknown}\",\"total_member_count\":0,\"active_member_count\":0}}")]
    public async Task Unknown_things_are_empty(string method, string path, string? body, string expected)
    {
        var answer = await Admin.Send(new(method), path, body is null ? null : JsonNode.Parse(body));
        Assert.Equal((200, expected), (answer.Status, answer.Text));
    }

    [Theory]
    [InlineData("GET", "users/username/MEMBER", null, 400, "api.context.invalid_body_param.app_error")]
    [InlineData("GET", "users/email/nowhere", null, 400, "api.context.invalid_url_param.app_error")]
    [InlineData("PUT", $"users/{Unknown}/patch", "{}", 400, "api.context.invalid_body_param.app_error")]
    [InlineData("PUT", $"users/{Unknown}/roles", "{\"roles\":\"system_user\"}", 400, "app.user.missing_account.const")]
    [InlineData("PUT", $"users/{Unknown}/password", "{\"new_password\":\"long-enough\"}", 403, "api.user.update_password.context.app_error")]
    [InlineData("PUT", "users/me/roles", "{\"roles\":\"system_admin\"}", 400, "api.context.invalid_body_param.app_error")]
    [InlineData("PUT", "users/me/roles", "{\"roles\":\"system_user no_such_role\"}", 400, "app.role.check_roles_exist.role_not_found")]
    [InlineData("PUT", "users/me/roles", "{\"roles\":\"system_user system_manager\"}", 400, "api.user.update_user_roles.license.app_error")]
    [InlineData("POST", "users/tokens/revoke", "{}", 404, "app.user_access_token.get_by_user.app_error")]
    [InlineData("POST", "users/me/sessions/revoke", "{}", 400, "api.context.invalid_body_param.app_error")]
    [InlineData("POST", "users/status/ids", "[\"short\"]", 400, "api.context.invalid_body_param.app_error")]
    [InlineData("POST", "teams", "{\"name\":\"admin-of-it\",\"display_name\":\"x\",\"type\":\"O\"}", 400, "model.team.is_valid.reserved.app_error")]
    [InlineData("POST", "teams", "{\"name\":\"Upper\",\"display_name\":\"x\",\"type\":\"O\"}", 400, "model.team.is_valid.characters.app_error")]
    [InlineData("POST", "channels", "{\"name\":\"x1\",\"display_name\":\"x\",\"type\":\"O\"}", 403, "api.context.permissions.app_error")]
    [InlineData("POST", "channels", $"{{\"team_id\":\"{Unknown}\",\"name\":\"x1\",\"display_name\":\"x\",\"type\":\"O\"}}", 404, "app.channel.get_channels.not_found.app_error")]
    [InlineData("GET", $"teams/{Unknown}/channels/name/x1", null, 404, "app.channel.get_by_name.missing.app_error")]
    [InlineData("GET", $"teams/{Unknown}/members/me", null, 404, "app.team.get_member.missing.app_error")]
    [InlineData("POST", "posts/ids/reactions", "[]", 500, "app.reaction.bulk_get_for_post_ids.app_error")]
    [InlineData("DELETE", $"users/me/posts/{Unknown}/reactions/tada", null, 404, "app.post.get.app_error")]
    [InlineData("POST", "bots", "{}", 400, "model.user.is_valid.email.app_error")]
    public async Task Refusals_have_their_own_ids(string method, string path, string? body, int status, string errorId)
    {
        var answer = await Admin.Send(new(method), path, body is null ? null : JsonNode.Parse(body));
        Assert.Equal((status, errorId), (answer.Status, answer.ErrorId));
    }

    [Theory]
    [InlineData("users/password/reset", "{\"token\":\"short\",\"new_password\":\"long-enough\"}", 400, "api.context.invalid_body_param.app_error")]
    [InlineData("users/password/reset", "{\"token\":\"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\"}", 400, "api.user.reset_password.invalid_link.app_error")]
    [InlineData("users/email/verify", "{\"token\":\"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\"}", 400, "api.user.verify_email.bad_link.app_error")]
    [InlineData("users/mfa", "{\"login_id\":\"sysadmin\"}", 200, null)]
    public async Task Some_things_take_no_session(string path, string body, int status, string? errorId)
    {
        using var nobody = new SandboxClient(fixture.Service, prefix: "");
        var answer = await nobody.Post("api/v4/" + path, JsonNode.Parse(body)!);
        Assert.Equal(status, answer.Status);
        if (errorId is not null)
            Assert.Equal(errorId, answer.ErrorId);
    }

    [Fact]
    public async Task Links_in_mails_work_once()
    {
        var state = ((ChatPS.Sandbox.Platforms.Mattermost.MattermostService)fixture.Service).State;
        using var nobody = new SandboxClient(fixture.Service, prefix: "");
        Assert.Equal(200, (await nobody.Post("api/v4/users/password/reset/send", new JsonObject { ["email"] = "member@example.com" })).Status);
        var link = state.MailLinks.Single(pair => pair.Value.User.Username == "member").Key;
        Assert.Equal("api.user.verify_email.bad_link.app_error", (await nobody.Post("api/v4/users/email/verify", new JsonObject { ["token"] = link })).ErrorId);
        Assert.Equal("model.user.is_valid.pwd.app_error", (await nobody.Post("api/v4/users/password/reset", new JsonObject { ["token"] = link, ["new_password"] = "x" })).ErrorId);
        var body = new JsonObject { ["token"] = link, ["new_password"] = "another-long-one" };
        Assert.Equal(200, (await nobody.Post("api/v4/users/password/reset", body)).Status);
        Assert.Equal(200, (await nobody.Post("api/v4/users/login", new JsonObject { ["login_id"] = "member", ["password"] = "another-long-one" })).Status);
        Assert.Equal(400, (await nobody.Post("api/v4/users/password/reset", body)).Status);
    }

    [Fact]
    public async Task An_incoming_webhook_writes_posts()
    {
        var channel = await fixture.NewChannel();
        var made = new JsonObject { ["channel_id"] = channel, ["display_name"] = "Builds", ["channel_locked"] = true };
        var hook = (string)(await Admin.Post("hooks/incoming", made))["id"]!;
        using var nobody = new SandboxClient(fixture.Service, prefix: "");
        var answer = await nobody.Post($"hooks/{hook}", new JsonObject { ["text"] = "It is #green again", ["props"] = new JsonObject { ["build"] = 7 } });
        Assert.Equal((200, "ok"), (answer.Status, answer.Text));
        var newest = (await Admin.Get($"channels/{channel}/posts?per_page=1"))["posts"]!.AsObject().Single().Value!;
        Assert.Equal(("It is #green again", "#green"), ((string)newest["message"]!, (string)newest["hashtags"]!));
        Assert.Equal("""{"build":7,"from_webhook":"true","webhook_display_name":"Builds"}""", newest["props"]!.ToJsonString());

        using var form = new FormUrlEncodedContent([KeyValuePair.Create("payload", """{"attachments":[{"text":"red"}]}""")]);
        Assert.Equal("ok", (await nobody.SendContent(HttpMethod.Post, $"hooks/{hook}", form)).Text);
        Assert.Equal("slack_attachment", (string)(await Admin.Get($"channels/{channel}/posts?per_page=1"))["posts"]!.AsObject().Single().Value!["type"]!);

        foreach (var (body, to, status, errorId) in ((string, string, int, string)[])
        [
            ("{}", hook, 400, "web.incoming_webhook.text.app_error"),
            ("[]", hook, 400, "model.incoming_hook.parse_data.app_error"),
            ("{\"text\":\"x\"}", Unknown, 400, "web.incoming_webhook.invalid.app_error"),
            ("{\"text\":\"x\",\"channel\":\"town-square\"}", hook, 403, "web.incoming_webhook.channel_locked.app_error"),
            ("{\"text\":\"x\",\"channel\":\"no-such\"}", hook, 404, "web.incoming_webhook.channel.app_error"),
            ("{\"text\":\"x\",\"channel\":\"@no-such\"}", hook, 400, "web.incoming_webhook.user.app_error"),
            ("{\"text\":\"x\",\"type\":\"system_x\"}", hook, 400, "api.context.invalid_param.app_error"),
        ])
        {
            answer = await nobody.Post($"hooks/{to}", JsonNode.Parse(body)!);
            Assert.Equal((status, errorId), (answer.Status, answer.ErrorId));
        }
    }

    [Fact]
    public async Task Built_in_roles_permit_what_its_migrations_made_of_them()
    {
        var roles = await Admin.Post("roles/names", JsonNode.Parse("""["channel_user","channel_admin","team_admin","system_admin"]""")!);
        var byName = roles.Json!.AsArray().ToDictionary(role => (string)role!["name"]!, role => role!);
        Assert.Equal((19, 10, 24), (Count("channel_user"), Count("channel_admin"), Count("team_admin")));
        Assert.Equal("authentication.roles.global_admin.name", (string)byName["system_admin"]["display_name"]!);

        int Count(string name) => byName[name]["permissions"]!.AsArray().Count;
    }

    [Fact]
    public async Task Roles_of_schemes_are_roles()
    {
        var role = ((ChatPS.Sandbox.Platforms.Mattermost.MattermostService)fixture.Service).State.Server.Roles.Sorted.First(one => !one.BuiltIn);
        var user = (string)(await fixture.Member.Get("users/me"))["id"]!;
        Assert.Equal(200, (await Admin.Put($"teams/{fixture.TeamId}/members/{user}/roles", new JsonObject { ["roles"] = $"team_user {role.Name}" })).Status);
        Assert.Equal(200, (await Admin.Put($"teams/{fixture.TeamId}/members/{user}/roles", new JsonObject { ["roles"] = "team_user" })).Status);
    }

    [Fact]
    public async Task What_does_not_fit_changes_nothing()
    {
        var user = await fixture.NewUser();
        var path = $"users/{user}";
        Assert.Equal("model.user.is_valid.first_name.app_error", (await Admin.Put($"{path}/patch", new JsonObject { ["nickname"] = "Nick", ["first_name"] = new string('x', 65) })).ErrorId);
        Assert.Equal("model.user.is_valid.locale.app_error", (await Admin.Put($"{path}/patch", new JsonObject { ["nickname"] = "Nick", ["locale"] = "no-language-at-all" })).ErrorId);
        Assert.Equal("", (string)(await Admin.Get(path))["nickname"]!);
        Assert.Equal("api.user.check_user_password.invalid.app_error", (await Admin.Post("users", new JsonObject { ["email"] = "short@example.com", ["password"] = "abc" })).ErrorId);
        Assert.Equal(404, (await Admin.Get("users/email/short@example.com")).Status);

        var made = await Admin.Post("channels", new JsonObject { ["team_id"] = fixture.TeamId, ["name"] = "much-too-long", ["display_name"] = new string('x', 65), ["type"] = "O" });
        Assert.Equal("model.channel.is_valid.display_name.app_error", made.ErrorId);
        Assert.Equal(404, (await Admin.Get($"teams/{fixture.TeamId}/channels/name/much-too-long")).Status);
        Assert.Equal("model.team.is_valid.name.app_error", (await Admin.Put($"teams/{fixture.TeamId}/patch", new JsonObject { ["display_name"] = new string('x', 65) })).ErrorId);
    }

    [Fact]
    public async Task A_whole_user_needs_all_of_itself_and_a_change_shows_the_settings()
    {
        var user = await fixture.NewUser();
        var body = new JsonObject { ["id"] = user, ["username"] = "x" + user, ["email"] = user + "@example.com" };
        Assert.Equal("model.user.is_valid.create_at.app_error", (await Admin.Put($"users/{user}", body)).ErrorId);
        var patched = await Admin.Put($"users/{user}/patch", new JsonObject { ["nickname"] = "Nick" });
        Assert.NotNull(patched["notify_props"]);
        Assert.NotNull(patched["last_password_update"]);
        Assert.Null((await Admin.Get($"users/{user}"))["notify_props"]);
    }

    [Fact]
    public async Task Who_left_a_team_is_kept_with_the_time_of_it()
    {
        var user = await fixture.NewUser();
        var path = $"teams/{fixture.TeamId}/members/{user}";
        Assert.Equal(200, (await Admin.Delete(path)).Status);
        Assert.Equal(200, (await Admin.Delete(path)).Status);
        Assert.True((long)(await Admin.Get(path))["delete_at"]! > 0);
        Assert.True((long)(await Admin.Get($"users/{user}/teams/members")).Items.Single()["delete_at"]! > 0);
        Assert.Empty((await Admin.Post($"teams/{fixture.TeamId}/members/ids", new JsonArray(user))).Items);
        Assert.Empty((await Admin.Get($"users/{user}/teams")).Items);
        Assert.Equal(201, (await Admin.Post($"teams/{fixture.TeamId}/members", new JsonObject { ["team_id"] = fixture.TeamId, ["user_id"] = user })).Status);
        Assert.Equal(0, (long)(await Admin.Get(path))["delete_at"]!);
    }

    [Theory]
    [InlineData("teams", "team")]
    [InlineData("channels", "channel")]
    public async Task Roles_of_members_are_checked_and_what_is_not_said_is_no(string places, string kind)
    {
        var user = await fixture.NewUser();
        var place = places == "teams" ? fixture.TeamId : await fixture.NewChannel();
        if (places == "channels")
            Assert.Equal(201, (await Admin.Post($"channels/{place}/members", new JsonObject { ["user_id"] = user })).Status);
        var path = $"{places}/{place}/members/{user}";
        Assert.Equal("app.role.get_by_name.app_error", (await Admin.Put(path + "/roles", new JsonObject { ["roles"] = "no_such_role" })).ErrorId);
        Assert.Equal(200, (await Admin.Put(path + "/schemeRoles", new JsonObject { ["scheme_admin"] = true })).Status);
        Assert.Equal(kind + "_admin", (string)(await Admin.Get(path))["roles"]!);
        var both = await Admin.Put(path + "/schemeRoles", new JsonObject { ["scheme_user"] = true, ["scheme_guest"] = true });
        Assert.Equal($"api.{kind}.update_{kind}_member_roles.guest_and_user.app_error", both.ErrorId);
        Assert.Equal(200, (await Admin.Put(path + "/roles", new JsonObject { ["roles"] = $"{kind}_user" })).Status);
        Assert.Equal(kind + "_user", (string)(await Admin.Get(path))["roles"]!);
    }

    [Fact]
    public async Task Comings_and_goings_are_no_messages_and_changes_are_told_after_the_answer()
    {
        var id = await fixture.NewChannel();
        Assert.Equal(0, (int)(await Admin.Get($"channels/{id}"))["total_msg_count"]!);
        var patched = await Admin.Put($"channels/{id}/patch", new JsonObject { ["display_name"] = "New", ["header"] = "Head", ["purpose"] = "Why" });
        Assert.Equal(0, (int)patched["total_msg_count"]!);
        Assert.Equal(3, (int)(await Admin.Get($"channels/{id}"))["total_msg_count"]!);
        var posts = (await Admin.Get($"channels/{id}/posts"))["posts"]!.AsObject().Select(post => (string)post.Value!["type"]!);
        Assert.Equal(["system_displayname_change", "system_header_change", "system_join_channel", "system_purpose_change"], posts.Order());

        var user = await fixture.NewUser();
        Assert.Equal(0, (int)(await Admin.Post($"channels/{id}/members", new JsonObject { ["user_id"] = user }))["mention_count"]!);
        Assert.Equal(1, (int)(await Admin.Get($"channels/{id}/members/{user}"))["mention_count"]!);
        Assert.Equal(200, (await Admin.Delete($"channels/{id}")).Status);
        Assert.Equal("app.channel.update.bad_id", (await Admin.Put($"channels/{id}/patch", new JsonObject { ["header"] = "x" })).ErrorId);
    }

    [Fact]
    public async Task Channels_that_every_team_has_were_made_by_nobody()
    {
        Assert.Equal("", (string)(await Admin.Get($"teams/{fixture.TeamId}/channels/name/town-square"))["creator_id"]!);
        Assert.Equal("", (string)(await Admin.Post("channels", new JsonObject { ["team_id"] = fixture.TeamId, ["name"] = "nameless", ["type"] = "O" }))["display_name"]!);
    }

    [Fact]
    public async Task Posts_of_other_days_stand_where_they_belong()
    {
        var id = await fixture.NewChannel();
        var first = await fixture.NewPost(id, "today");
        var old = await Admin.Post("posts", new JsonObject { ["channel_id"] = id, ["message"] = "long ago", ["create_at"] = 1_500_000_000_000, ["pending_post_id"] = "once" });
        Assert.Equal((1_500_000_000_000, "once"), ((long)old["create_at"]!, (string)old["pending_post_id"]!));
        Assert.Equal("", (string)(await Admin.Get($"posts/{(string)old["id"]!}"))["pending_post_id"]!);
        Assert.Equal((string)old["id"]!, (string)(await Admin.Get($"channels/{id}/posts"))["order"]!.AsArray()[^1]!);

        // Alone nobody counts a post's replies.
        await fixture.NewPost(id, "reply", (string)first["id"]!);
        Assert.Equal(0, (int)(await Admin.Get($"posts/{(string)first["id"]!}"))["reply_count"]!);
        Assert.Equal(1, (int)(await Admin.Get($"channels/{id}/posts"))["posts"]![(string)first["id"]!]!["reply_count"]!);
        Assert.Equal("model.post.is_valid.type.app_error", (await Admin.Post("posts", new JsonObject { ["channel_id"] = id, ["message"] = "x", ["type"] = "odd" })).ErrorId);
    }

    [Fact]
    public async Task A_whole_team_or_post_loses_what_is_left_out()
    {
        var name = "whole-" + Guid.NewGuid().ToString("N");
        var made = await Admin.Post("teams", new JsonObject { ["name"] = name, ["display_name"] = "Whole", ["type"] = "O", ["company_name"] = "Company", ["allow_open_invite"] = true });
        var put = await Admin.Put($"teams/{(string)made["id"]!}", new JsonObject { ["id"] = (string)made["id"]!, ["display_name"] = "New" });
        Assert.Equal(("New", "", false), ((string)put["display_name"]!, (string)put["company_name"]!, (bool)put["allow_open_invite"]!));

        var post = await Admin.Post("posts", new JsonObject { ["channel_id"] = fixture.BusyChannelId, ["message"] = "x", ["props"] = new JsonObject { ["key"] = "value" } });
        var id = (string)post["id"]!;
        Assert.Equal("value", (string)(await Admin.Put($"posts/{id}/patch", new JsonObject { ["message"] = "y" }))["props"]!["key"]!);
        Assert.Null((await Admin.Put($"posts/{id}", new JsonObject { ["id"] = id, ["message"] = "z" }))["props"]!["key"]);
    }

    [Fact]
    public async Task Who_runs_a_channel_does_not_delete_for_others()
    {
        var channel = await fixture.NewChannel(fixture.Member);
        Assert.Equal(201, (await Admin.Post($"channels/{channel}/members", new JsonObject { ["user_id"] = fixture.Service.Admin.UserId })).Status);
        var post = await fixture.NewPost(channel, "mine");
        Assert.Equal(403, (await fixture.Member.Delete($"posts/{(string)post["id"]!}")).Status);
    }

    [Fact]
    public async Task A_personal_access_token_in_use_is_a_session()
    {
        var user = await fixture.NewUser();
        var token = await Admin.Post($"users/{user}/tokens", new JsonObject { ["description"] = "for a script" });
        using var script = new SandboxClient(fixture.Service, (string)token["token"]!);
        Assert.Empty((await Admin.Get($"users/{user}/sessions")).Items);
        Assert.Equal(200, (await script.Get("users/me")).Status);
        var session = (await Admin.Get($"users/{user}/sessions")).Items.Single();
        Assert.Equal(("UserAccessToken", (string)token["id"]!), ((string)session["props"]!["type"]!, (string)session["props"]!["user_access_token_id"]!));
        Assert.Equal(200, (await Admin.Post($"users/{user}/sessions/revoke", new JsonObject { ["session_id"] = (string)session["id"]! })).Status);
        Assert.Equal(200, (await script.Get("users/me")).Status);
        Assert.Equal("model.user_access_token.is_valid.description.app_error", (await Admin.Post($"users/{user}/tokens", new JsonObject { ["description"] = new string('x', 256) })).ErrorId);
    }

    [Fact]
    public async Task A_files_type_goes_by_its_name()
    {
        using var form = new MultipartFormDataContent { { new StringContent(fixture.BusyChannelId), "channel_id" } };
        foreach (var name in (string[])["a.txt", "b.bin"])
            form.Add(new ByteArrayContent([1, 2, 3]) { Headers = { ContentType = new("application/x-whatever") } }, "files", name);
        var infos = (await Admin.SendContent(HttpMethod.Post, "files", form))["file_infos"]!.AsArray();
        Assert.Equal(["text/plain; charset=utf-8", ""], infos.Select(info => (string)info!["mime_type"]!));
        Assert.Equal(["", ""], infos.Select(info => (string)info!["channel_id"]!));
        var answer = await Admin.Get($"files/{(string)infos[1]!["id"]!}");
        Assert.Equal("application/octet-stream", answer.Header("Content-Type"));
        Assert.StartsWith("attachment;", (await Admin.Get($"files/{(string)infos[0]!["id"]!}")).Header("Content-Disposition"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Presence_of_nobody_is_offline_and_being_there_is_not_manual()
    {
        Assert.Equal("offline", (string)(await Admin.Get($"users/{Unknown}/status"))["status"]!);
        Assert.Equal(2, (await Admin.Post("users/status/ids", new JsonArray(Unknown, fixture.Service.Admin.UserId))).Items.Count);
        var set = await Admin.Put("users/me/status", new JsonObject { ["user_id"] = fixture.Service.Admin.UserId, ["status"] = "online" });
        Assert.False((bool)set["manual"]!);
    }
}
