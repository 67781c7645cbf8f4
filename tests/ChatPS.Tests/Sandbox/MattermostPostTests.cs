using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;

namespace ChatPS.Tests.Sandbox;

/// <summary>Posts, threads, pages, search, reactions and files.</summary>
public sealed class MattermostPostTests(MattermostFixture fixture) : IClassFixture<MattermostFixture>
{
    private SandboxClient Admin => fixture.Admin;

    private SandboxClient Member => fixture.Member;

    [Fact]
    public async Task A_post_is_written_changed_pinned_and_deleted()
    {
        var channel = await fixture.NewChannel();
        var post = await fixture.NewPost(channel, "Hello #world");
        var id = (string)post["id"]!;
        Assert.Equal("#world", (string)post["hashtags"]!);
        var patched = await Admin.Put($"posts/{id}/patch", new JsonObject { ["message"] = "Changed" });
        Assert.True((long)patched["edit_at"]! > (long)patched["create_at"]!);
        Assert.Equal(200, (await Admin.Post($"posts/{id}/pin")).Status);
        Assert.Equal([id], Order(await Admin.Get($"channels/{channel}/pinned")));
        Assert.Equal(200, (await Admin.Post($"posts/{id}/unpin")).Status);
        Assert.Empty(Order(await Admin.Get($"channels/{channel}/pinned")));
        Assert.Equal(403, (await Member.Put($"posts/{id}/patch", new JsonObject { ["message"] = "x" })).Status);
        Assert.Equal(403, (await Member.Delete($"posts/{id}")).Status);
        Assert.Equal("""{"status":"OK"}""", (await Admin.Delete($"posts/{id}")).Text);
        Assert.Equal("app.post.get.app_error", (await Admin.Get($"posts/{id}")).ErrorId);
        Assert.Equal(403, (await Admin.Delete($"posts/{id}")).Status);
    }

    [Fact]
    public async Task An_empty_message_is_taken_and_an_unknown_channel_forbidden()
    {
        var channel = await fixture.NewChannel();
        Assert.Equal("", (string)(await fixture.NewPost(channel, ""))["message"]!);
        var refused = await Admin.Post("posts", new JsonObject { ["channel_id"] = "aaaaaaaaaaaaaaaaaaaaaaaaaa", ["message"] = "x" });
        Assert.Equal((403, "api.context.permissions.app_error"), (refused.Status, refused.ErrorId));
        Assert.Equal(403, (await Member.Post("posts", new JsonObject { ["channel_id"] = channel, ["message"] = "x" })).Status);
        var tooLong = await Admin.Post("posts", new JsonObject { ["channel_id"] = channel, ["message"] = new string('x', 16_384) });
        Assert.Equal("model.post.is_valid.msg.app_error", tooLong.ErrorId);
    }

    [Fact]
    public async Task The_same_pending_id_makes_one_post()
    {
        var channel = await fixture.NewChannel();
        var body = new JsonObject { ["channel_id"] = channel, ["message"] = "once", ["pending_post_id"] = "me:1" };
        var (first, again) = (await Admin.Post("posts", body.DeepClone()), await Admin.Post("posts", body.DeepClone()));
        Assert.Equal((string)first["id"]!, (string)again["id"]!);
    }

    [Fact]
    public async Task A_thread_names_its_root_twice_in_its_order()
    {
        var channel = await fixture.NewChannel();
        var root = (string)(await fixture.NewPost(channel, "root"))["id"]!;
        var reply = (string)(await fixture.NewPost(channel, "reply", root))["id"]!;
        var thread = await Admin.Get($"posts/{root}/thread");
        Assert.Equal([root, root, reply], Order(thread));
        Assert.Equal(2, thread["posts"]!.AsObject().Count);
        Assert.Equal([reply, root, reply], Order(await Admin.Get($"posts/{reply}/thread")));
        Assert.Equal(1, (int)thread["posts"]![root]!["reply_count"]!);
        Assert.Equal("api.post.create_post.root_id.app_error",
            (await Admin.Post("posts", new JsonObject { ["channel_id"] = channel, ["message"] = "x", ["root_id"] = reply })).ErrorId);
        var elsewhere = await fixture.NewChannel();
        Assert.Equal("api.post.create_post.channel_root_id.app_error",
            (await Admin.Post("posts", new JsonObject { ["channel_id"] = elsewhere, ["message"] = "x", ["root_id"] = root })).ErrorId);
        await Admin.Delete($"posts/{root}");
        Assert.Equal(404, (await Admin.Get($"posts/{reply}")).Status);
    }

    [Fact]
    public async Task Pages_before_after_and_since_have_the_right_neighbours()
    {
        var channel = await fixture.NewChannel();
        var ids = new List<string>();
        for (var i = 0; i < 10; i++)
            ids.Add((string)(await fixture.NewPost(channel, $"post {i}"))["id"]!);
        // The oldest is the message that the owner joined.
        var all = Order(await Admin.Get($"channels/{channel}/posts"));
        ids.Insert(0, all[^1]);
        ids.Reverse();
        Assert.Equal(ids, all);

        await Check("page=0&per_page=4", ids[..4], next: "", prev: ids[4]);
        await Check("page=1&per_page=4", ids[4..8], next: ids[3], prev: ids[8]);
        await Check("page=2&per_page=4", ids[8..], next: ids[7], prev: "");
        await Check("page=3&per_page=4", [], next: "", prev: "");
        await Check($"before={ids[2]}&per_page=3", ids[3..6], next: ids[2], prev: ids[6]);
        await Check($"before={ids[2]}&per_page=3&page=1", ids[6..9], next: ids[5], prev: ids[9]);
        await Check($"before={ids[8]}&per_page=3", ids[9..], next: ids[8], prev: "");
        await Check($"after={ids[8]}&per_page=3", ids[5..8], next: ids[4], prev: ids[8]);
        await Check($"after={ids[2]}&per_page=3", ids[..2], next: "", prev: ids[2]);
        await Check("before=aaaaaaaaaaaaaaaaaaaaaaaaaa", [], next: "aaaaaaaaaaaaaaaaaaaaaaaaaa", prev: "");

        var moment = (long)(await Admin.Get($"posts/{ids[3]}"))["update_at"]!;
        await Check($"since={moment}", ids[..3], next: "", prev: "");
        await Admin.Delete($"posts/{ids[5]}");
        var since = await Admin.Get($"channels/{channel}/posts?since={moment}");
        Assert.Contains(ids[5], Order(since));
        Assert.DoesNotContain(ids[5], Order(await Admin.Get($"channels/{channel}/posts")));

        async Task Check(string query, List<string> order, string next, string prev)
        {
            var page = await Admin.Get($"channels/{channel}/posts?{query}");
            Assert.Equal(order, Order(page));
            Assert.Equal((next, prev), ((string)page["next_post_id"]!, (string)page["prev_post_id"]!));
        }
    }

    [Fact]
    public async Task The_busy_channel_is_read_whole_whichever_way()
    {
        var byPage = new List<string>();
        for (var page = 0; ; page++)
        {
            var order = Order(await Member.Get($"channels/{fixture.BusyChannelId}/posts?per_page=37&page={page}"));
            byPage.AddRange(order);
            if (order.Count < 37)
                break;
        }

        var byCursor = Order(await Member.Get($"channels/{fixture.BusyChannelId}/posts?per_page=37"));
        while (true)
        {
            var order = Order(await Member.Get($"channels/{fixture.BusyChannelId}/posts?per_page=37&before={byCursor[^1]}"));
            byCursor.AddRange(order);
            if (order.Count == 0)
                break;
        }

        Assert.InRange(byPage.Count, 350, 500);
        Assert.Equal(byPage.Count, byPage.Distinct().Count());
        Assert.Equal(byPage, byCursor);
    }

    [Fact]
    public async Task Threads_come_along_unless_skipped()
    {
        var channel = await fixture.NewChannel();
        var root = (string)(await fixture.NewPost(channel, "root"))["id"]!;
        await fixture.NewPost(channel, "first", root);
        await fixture.NewPost(channel, "second", root);
        Assert.Equal(3, (await Admin.Get($"channels/{channel}/posts?per_page=1"))["posts"]!.AsObject().Count);
        Assert.Equal(2, (await Admin.Get($"channels/{channel}/posts?per_page=1&skipFetchThreads=true"))["posts"]!.AsObject().Count);
    }

    [Fact]
    public async Task Search_knows_words_phrases_people_and_channels()
    {
        var channel = await fixture.NewChannel(Member);
        var name = (string)(await Member.Get($"channels/{channel}"))["name"]!;
        var word = "w" + Guid.NewGuid().ToString("N");
        var one = (string)(await fixture.NewPost(channel, $"the {word} red fox", author: Member))["id"]!;
        var two = (string)(await fixture.NewPost(channel, $"a {word} red and blue fox", author: Member))["id"]!;
        Assert.Equal([two, one], await Found(word));
        Assert.Equal([one], await Found($"{word} \"red fox\""));
        Assert.Equal([one], await Found($"{word} -blue"));
        Assert.Equal([two, one], await Found($"{word[..10]}*"));
        Assert.Empty(await Found(word[..10]));
        Assert.Equal([two, one], await Found($"{word} from:member in:{name}"));
        Assert.Empty(await Found($"{word} from:sysadmin"));
        Assert.Equal([two, one], await Found($"{word} nothing", any: true));
        Assert.Empty(await Found($"{word} before:2020-01-01"));
        Assert.Empty(await Found("*"));
        // Who isn't in the channel finds nothing, administrators included; a second page is always empty.
        Assert.Empty(Order(await Admin.Post($"teams/{fixture.TeamId}/posts/search", new JsonObject { ["terms"] = word })));
        Assert.Empty(Order(await Member.Post($"teams/{fixture.TeamId}/posts/search", new JsonObject { ["terms"] = word, ["page"] = 1 })));
        Assert.Equal(400, (await Member.Post($"teams/{fixture.TeamId}/posts/search", new JsonObject { ["terms"] = "" })).Status);

        async Task<List<string>> Found(string terms, bool any = false) =>
            Order(await Member.Post($"teams/{fixture.TeamId}/posts/search", new JsonObject { ["terms"] = terms, ["is_or_search"] = any }));
    }

    [Fact]
    public async Task Reactions_are_added_once_listed_and_removed()
    {
        var channel = await fixture.NewChannel();
        var post = (string)(await fixture.NewPost(channel, "react"))["id"]!;
        var me = fixture.Service.Admin.UserId;
        var reaction = new JsonObject { ["user_id"] = me, ["post_id"] = post, ["emoji_name"] = "+1" };
        Assert.Equal(200, (await Admin.Post("reactions", reaction.DeepClone())).Status);
        await Admin.Post("reactions", reaction.DeepClone());
        Assert.Single((await Admin.Get($"posts/{post}/reactions")).Items);
        Assert.True((bool)(await Admin.Get($"posts/{post}"))["has_reactions"]!);
        Assert.Single((await Admin.Post("posts/ids/reactions", new JsonArray(post)))[post]!.AsArray());
        Assert.Equal("api.reaction.save_reaction.user_id.app_error",
            (await Admin.Post("reactions", new JsonObject { ["user_id"] = fixture.Service.Member.UserId, ["post_id"] = post, ["emoji_name"] = "+1" })).ErrorId);
        Assert.Equal(200, (await Admin.Delete($"users/me/posts/{post}/reactions/+1")).Status);
        Assert.Empty((await Admin.Get($"posts/{post}/reactions")).Items);
    }

    [Fact]
    public async Task Files_go_up_and_come_down_byte_for_byte()
    {
        var channel = await fixture.NewChannel();
        var bytes = Enumerable.Range(0, 5_000).Select(i => (byte)(i * 7)).ToArray();
        using var form = new MultipartFormDataContent { { new StringContent(channel), "channel_id" } };
        var content = new ByteArrayContent(bytes) { Headers = { ContentType = new("image/png") } };
        form.Add(content, "files", "Prüfung; 1.png");
        var uploaded = await Admin.SendContent(HttpMethod.Post, "files", form);
        Assert.Equal(201, uploaded.Status);
        var info = uploaded["file_infos"]![0]!;
        Assert.Equal(("Prüfung; 1.png", "png", "image/png", 5_000),
            ((string)info["name"]!, (string)info["extension"]!, (string)info["mime_type"]!, (int)info["size"]!));
        var id = (string)info["id"]!;
        Assert.Equal("api.file.get_public_link.no_post.app_error", (await Admin.Get($"files/{id}/link")).ErrorId);
        Assert.Equal(403, (await Member.Get($"files/{id}")).Status);

        var post = await Admin.Post("posts", new JsonObject { ["channel_id"] = channel, ["message"] = "", ["file_ids"] = new JsonArray(id) });
        Assert.Equal(id, (string)post["file_ids"]![0]!);
        Assert.Equal(id, (string)(await Admin.Get($"posts/{(string)post["id"]!}/files/info")).Items[0]["id"]!);

        using var request = new HttpRequestMessage(HttpMethod.Get, $"files/{id}");
        using var download = await Admin.Raw(request);
        Assert.Equal(bytes, await download.Content.ReadAsByteArrayAsync());
        using var anybody = new HttpClient();
        Assert.Equal(bytes, await anybody.GetByteArrayAsync(new Uri((string)(await Admin.Get($"files/{id}/link"))["link"]!)));
    }

    [Fact]
    public async Task A_file_may_be_the_bare_body()
    {
        var channel = await fixture.NewChannel();
        using var body = new ByteArrayContent(Encoding.UTF8.GetBytes("bare")) { Headers = { ContentType = new MediaTypeHeaderValue("text/plain") } };
        var uploaded = await Admin.SendContent(HttpMethod.Post, $"files?channel_id={channel}&filename=bare.txt&client_id=7", body);
        Assert.Equal(("bare.txt", "7"), ((string)uploaded["file_infos"]![0]!["name"]!, (string)uploaded["client_ids"]![0]!));
        Assert.Equal("bare", (await Admin.Get($"files/{(string)uploaded["file_infos"]![0]!["id"]!}")).Text);
    }

    [Fact]
    public async Task The_seeded_room_has_threads_pins_reactions_files_and_deleted_posts()
    {
        var posts = new Dictionary<string, JsonNode>();
        for (var page = 0; page < 3; page++)
            foreach (var post in (await Admin.Get($"channels/{fixture.BusyChannelId}/posts?per_page=200&page={page}"))["posts"]!.AsObject())
                posts[post.Key] = post.Value!;
        Assert.Contains(posts.Values, post => (string)post["root_id"]! != "");
        Assert.Contains(posts.Values, post => post["metadata"]!["reactions"] is not null);
        Assert.Contains(posts.Values, post => post["metadata"]!["files"] is not null);
        Assert.Contains(posts.Values, post => (string)post["type"]! == "system_join_channel");
        Assert.NotEmpty(Order(await Admin.Get($"channels/{fixture.BusyChannelId}/pinned")));
        Assert.Contains((await Admin.Get($"channels/{fixture.BusyChannelId}/posts?since=1"))["posts"]!.AsObject(), post => (long)post.Value!["delete_at"]! > 0);
    }

    private static List<string> Order(Answer list) => [.. list["order"]!.AsArray().Select(id => (string)id!)];
}
