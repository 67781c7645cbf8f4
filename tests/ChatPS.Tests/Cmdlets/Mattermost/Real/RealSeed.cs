using System.IO.Compression;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using ChatPS.Sandbox;
using ChatPS.Sandbox.Platforms.Mattermost;
using ChatPS.Sandbox.Platforms.Mattermost.Administration;

namespace ChatPS.Tests.Cmdlets.Mattermost.Real;

/// <summary>
/// Gives a new server what the sandbox begins with: most of it as one import, the rest by the API. Times of people and rooms are those of the
/// import, ids are the server's own, and what takes a license (schemes, groups) isn't there.
/// </summary>
internal sealed class RealSeed(RealApi admin)
{
    private readonly MattermostState _state = new MattermostService(new SandboxOptions { Size = SandboxSize.Small }).State;
    private readonly Dictionary<string, string> _teams = [];
    private readonly Dictionary<string, string> _rooms = [];

    public async Task RunAsync()
    {
        // The sandbox's rooms don't begin with a message for everybody who came in.
        await SetAsync("ServiceSettings", "ExperimentalEnableDefaultChannelLeaveJoinMessages", false);
        await ImportAsync();
        await SetAsync("ServiceSettings", "ExperimentalEnableDefaultChannelLeaveJoinMessages", true);
        foreach (var team in _state.Teams.Sorted)
            _teams[team.Id] = (await admin.GetAsync($"teams/name/{team.Name}")).Id();
        foreach (var room in _state.Channels.Sorted.Where(room => !room.IsDirect))
            _rooms[room.Id] = (await admin.GetAsync($"teams/{_teams[room.TeamId]}/channels/name/{room.Name}")).Id();
        await PinAsync();
        await AddBotsAsync();
        await AddIntegrationsAsync();
        await SetPreferencesAsync();
        await SetPresencesAsync();
        foreach (var room in _state.Channels.Sorted.Where(room => room.DeleteAt != 0))
            await admin.DeleteAsync($"channels/{_rooms[room.Id]}");
        foreach (var team in _state.Teams.Sorted.Where(team => team.DeleteAt != 0))
            await admin.DeleteAsync($"teams/{_teams[team.Id]}");
    }

    private async Task SetAsync(string section, string name, JsonNode value) =>
        await admin.PutAsync("config/patch", new JsonObject { [section] = new JsonObject { [name] = value } });

    // ---- The import ----------------------------------------------------------------------------------------------------------

    private async Task ImportAsync()
    {
        var archive = Archive();
        var upload = await admin.PostAsync("uploads", new JsonObject
        {
            ["type"] = "import",
            ["user_id"] = admin.UserId,
            ["filename"] = "seed.zip",
            ["file_size"] = archive.Length,
        });
        using var content = new ByteArrayContent(archive);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        await admin.PostAsync($"uploads/{upload.Id()}", content);
        var job = await admin.PostAsync("jobs", new JsonObject { ["type"] = "import_process", ["data"] = new JsonObject { ["import_file"] = $"{upload.Id()}_seed.zip" } });
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(5));
        while ((string?)job["status"] is "pending" or "in_progress")
        {
            await Task.Delay(500, patience.Token);
            job = await admin.GetAsync($"jobs/{job.Id()}");
        }

        if ((string?)job["status"] != "success")
            throw new InvalidOperationException($"The seed was not taken in: {job.ToJsonString()}");
    }

    private byte[] Archive()
    {
        using var archive = new MemoryStream();
        using (var zip = new ZipArchive(archive, ZipArchiveMode.Create, leaveOpen: true))
        {
            using (var lines = new StreamWriter(zip.CreateEntry("seed.jsonl").Open()))
                foreach (var line in Lines())
                    lines.WriteLine(line.ToJsonString());
            foreach (var file in Imported(_state.Posts.Values).SelectMany(post => post.Files))
            {
                using var entry = zip.CreateEntry(ServerArchive.PathOf(file)).Open();
                entry.Write(file.Content.Span);
            }
        }

        return archive.ToArray();
    }

    private IEnumerable<JsonObject> Lines()
    {
        foreach (var line in ServerArchive.PlacesOf(_state))
            yield return line;
        foreach (var user in _state.Users.Sorted.Where(user => !user.IsBot))
            yield return ServerArchive.Line("user", UserOf(user));
        foreach (var post in Imported(_state.Posts.Values).Where(post => post.Root is null && !RoomOf(post).IsDirect))
            yield return ServerArchive.Line("post", PostOf(post));
        foreach (var room in _state.Channels.Sorted.Where(room => room.IsDirect))
            yield return ServerArchive.Line("direct_channel", new() { ["members"] = MembersOf(room) });
        foreach (var post in Imported(_state.Posts.Values).Where(post => post.Root is null && RoomOf(post).IsDirect))
            yield return ServerArchive.Line("direct_post", PostOf(post));
    }

    private static JsonObject UserOf(User user)
    {
        var line = ServerArchive.UserOf(user);
        line["tutorial_step"] = "0";
        // Whoever has none in the import gets one that nobody knows, the administrator too.
        line["password"] = user.Username == RealServer.UserName ? RealServer.Password : RealMattermost.Password;
        if (user.DeleteAt != 0)
            line["delete_at"] = user.DeleteAt;
        return line;
    }

    private JsonObject PostOf(Post post)
    {
        var line = MessageOf(post);
        var room = RoomOf(post);
        if (room.IsDirect)
            line["channel_members"] = MembersOf(room);
        else
            (line["team"], line["channel"]) = (_state.Teams[room.TeamId]!.Name, room.Name);
        line["replies"] = new JsonArray([.. Imported(room.Posts).Where(reply => reply.Root == post).Select(MessageOf)]);
        return line;
    }

    private JsonObject MessageOf(Post post) => new()
    {
        ["user"] = NameOf(post.UserId),
        ["message"] = post.Message,
        ["create_at"] = post.CreateAt,
        ["reactions"] = new JsonArray([.. post.Reactions.Select(reaction => new JsonObject
        {
            ["user"] = NameOf(reaction.UserId),
            ["create_at"] = reaction.CreateAt,
            ["emoji_name"] = reaction.EmojiName,
        })]),
        ["attachments"] = new JsonArray([.. post.Root is null ? post.Files.Select(file => new JsonObject { ["path"] = ServerArchive.PathOf(file) }) : []]),
    };

    /// <summary>What an import can have: neither what was deleted nor what the server says by itself, nor files of replies.</summary>
    private static IEnumerable<Post> Imported(IEnumerable<Post> posts) => posts.Where(post => post.DeleteAt == 0 && post.Type.Length == 0).OrderBy(post => post.CreateAt);

    private Channel RoomOf(Post post) => _state.Channels[post.ChannelId]!;

    private string NameOf(string userId) => _state.Users[userId]!.Username;

    private JsonArray MembersOf(Channel room) => new([.. room.Members.Sorted.Select(member => JsonValue.Create(NameOf(member.UserId)))]);

    // ---- The rest ------------------------------------------------------------------------------------------------------------

    private async Task PinAsync()
    {
        foreach (var pinned in Imported(_state.Posts.Values).Where(post => post.IsPinned && !RoomOf(post).IsDirect).ToList())
        {
            var list = await admin.GetAsync($"channels/{_rooms[pinned.ChannelId]}/posts?since={pinned.CreateAt - 1}");
            var post = list["posts"]!.AsObject().Select(entry => entry.Value!).First(post => (long)post["create_at"]! == pinned.CreateAt);
            await admin.PostAsync($"posts/{post.Id()}/pin");
        }
    }

    private async Task AddBotsAsync()
    {
        foreach (var bot in _state.Bots.Values)
        {
            var made = await admin.PostAsync("bots", new JsonObject { ["username"] = bot.Username, ["display_name"] = bot.DisplayName, ["description"] = bot.Description });
            if (bot.DeleteAt != 0)
                await admin.PostAsync($"bots/{made["user_id"]}/disable");
        }
    }

    private async Task AddIntegrationsAsync()
    {
        foreach (var hook in _state.Integrations.IncomingHooks.Values)
        {
            await admin.PostAsync("hooks/incoming", new JsonObject
            {
                ["channel_id"] = _rooms[hook.ChannelId],
                ["display_name"] = hook.DisplayName,
                ["description"] = hook.Description,
                ["username"] = hook.Username,
            });
        }

        foreach (var hook in _state.Integrations.OutgoingHooks.Values)
        {
            await admin.PostAsync("hooks/outgoing", new JsonObject
            {
                ["team_id"] = _teams[hook.TeamId],
                ["display_name"] = hook.DisplayName,
                ["description"] = hook.Description,
                ["trigger_words"] = new JsonArray([.. hook.TriggerWords.Select(word => JsonValue.Create(word))]),
                ["callback_urls"] = new JsonArray([.. hook.CallbackUrls.Select(url => JsonValue.Create(url))]),
                ["content_type"] = hook.ContentType,
            });
        }

        foreach (var command in _state.Integrations.Commands.Values)
        {
            await admin.PostAsync("commands", new JsonObject
            {
                ["team_id"] = _teams[command.TeamId],
                ["trigger"] = command.Trigger,
                ["method"] = command.Method,
                ["display_name"] = command.DisplayName,
                ["description"] = command.Description,
                ["auto_complete"] = command.AutoComplete,
                ["auto_complete_desc"] = command.AutoCompleteDesc,
                ["auto_complete_hint"] = command.AutoCompleteHint,
                ["url"] = command.Url,
            });
        }

        using var member = await RealApi.SignInAsync("member", RealMattermost.Password);
        foreach (var app in _state.Integrations.OAuthApps.Values)
        {
            var made = await admin.PostAsync("oauth/apps", new JsonObject
            {
                ["name"] = app.Name,
                ["description"] = app.Description,
                ["callback_urls"] = new JsonArray([.. app.CallbackUrls.Select(url => JsonValue.Create(url))]),
                ["homepage"] = app.Homepage,
            });
            await member.PostAsync("../../oauth/authorize", new JsonObject
            {
                ["client_id"] = made.Id(),
                ["response_type"] = "code",
                ["redirect_uri"] = app.CallbackUrls[0],
                ["scope"] = "user",
                ["state"] = "",
            });
        }

        foreach (var emoji in _state.Integrations.Emojis.Values)
        {
            var creator = NameOf(emoji.CreatorId) == "member" ? member : admin;
            using var form = new MultipartFormDataContent
            {
                { new StringContent(new JsonObject { ["name"] = emoji.Name, ["creator_id"] = creator.UserId }.ToJsonString()), "emoji" },
                { new ByteArrayContent(emoji.Image.ToArray()), "image", emoji.Name + ".gif" },
            };
            await creator.PostAsync("emoji", form);
        }
    }

    private async Task SetPreferencesAsync()
    {
        foreach (var user in _state.Users.Sorted.Where(user => user.Username is "sysadmin" or "member"))
        {
            var id = (await admin.GetAsync($"users/username/{user.Username}")).Id();
            var preferences = _state.Administration.PreferencesOf(user).Where(preference => preference.Key.Name != user.Id);
            await admin.PutAsync($"users/{id}/preferences", new JsonArray([.. preferences.Select(preference => new JsonObject
            {
                ["user_id"] = id,
                ["category"] = preference.Key.Category,
                ["name"] = preference.Key.Name,
                ["value"] = preference.Value,
            })]));
        }
    }

    private async Task SetPresencesAsync()
    {
        foreach (var user in _state.Users.Sorted.Where(user => user is { DeleteAt: 0, IsBot: false, Status: not "offline" }))
        {
            var id = (await admin.GetAsync($"users/username/{user.Username}")).Id();
            await admin.PutAsync($"users/{id}/status", new JsonObject { ["user_id"] = id, ["status"] = user.Status });
        }
    }
}
