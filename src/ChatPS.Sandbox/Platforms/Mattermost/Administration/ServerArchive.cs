using System.IO.Compression;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace ChatPS.Sandbox.Platforms.Mattermost.Administration;

/// <summary>A whole server as one archive: a line of JSON for each team, channel, user and post, and the files if they are wanted.</summary>
internal static class ServerArchive
{
    private const string Lines = "import.jsonl";

    public static byte[] Write(MattermostState state, bool withFiles)
    {
        using var archive = new MemoryStream();
        using (var zip = new ZipArchive(archive, ZipArchiveMode.Create, leaveOpen: true))
        {
            using (var lines = new StreamWriter(zip.CreateEntry(Lines, CompressionLevel.Fastest).Open()))
            {
                foreach (var line in LinesOf(state, withFiles))
                    lines.WriteLine(line.ToJsonString());
            }

            foreach (var file in withFiles ? state.Files.Values.Where(file => file.PostId is not null) : [])
            {
                using var content = zip.CreateEntry(PathOf(file), CompressionLevel.Fastest).Open();
                content.Write(file.Content.Span);
            }
        }

        return archive.ToArray();
    }

    /// <summary>Takes an archive in: what is there already stays or is brought up to date.</summary>
    /// <returns>What is wrong with the archive; null when all of it is in.</returns>
    public static string? Read(MattermostState state, byte[] archive)
    {
        try
        {
            using var zip = new ZipArchive(new MemoryStream(archive), ZipArchiveMode.Read);
            var entry = zip.Entries.FirstOrDefault(entry => entry.FullName.EndsWith(".jsonl", StringComparison.Ordinal));
            if (entry is null)
                return "The archive has no lines to import.";
            using var lines = new StreamReader(entry.Open());
            for (var number = 1; lines.ReadLine() is { } line; number++)
            {
                if (TakeLine(state, JsonNode.Parse(line) as JsonObject, number) is { } problem)
                    return $"Line {number}: {problem}";
            }

            return null;
        }
        catch (Exception e) when (e is InvalidDataException or JsonException)
        {
            return "The import file cannot be read: it is no archive of a server.";
        }
    }

    private static IEnumerable<JsonObject> LinesOf(MattermostState state, bool withFiles)
    {
        foreach (var line in PlacesOf(state))
            yield return line;
        foreach (var user in state.Users.Sorted.Where(user => !user.IsBot))
            yield return Line("user", UserOf(user));
        foreach (var post in state.Posts.Values.Where(post => post.DeleteAt == 0 && post.Type.Length == 0).OrderBy(post => post.CreateAt))
        {
            if (state.Channels[post.ChannelId] is { IsDirect: false } channel)
                yield return Line("post", PostOf(state, post, channel, withFiles));
        }
    }

    /// <summary>How an archive begins: with its version, the teams and their channels.</summary>
    public static IEnumerable<JsonObject> PlacesOf(MattermostState state)
    {
        yield return new() { ["type"] = "version", ["version"] = 1 };
        foreach (var team in state.Teams.Sorted)
        {
            yield return Line("team", new()
            {
                ["name"] = team.Name,
                ["display_name"] = team.DisplayName,
                ["type"] = team.Type,
                ["description"] = team.Description,
                ["allow_open_invite"] = team.AllowOpenInvite,
            });
        }

        foreach (var channel in state.Channels.Sorted.Where(channel => !channel.IsDirect))
        {
            yield return Line("channel", new()
            {
                ["team"] = state.Teams[channel.TeamId]!.Name,
                ["name"] = channel.Name,
                ["display_name"] = channel.DisplayName,
                ["type"] = channel.Type,
                ["header"] = channel.Header,
                ["purpose"] = channel.Purpose,
            });
        }
    }

    /// <summary>An account with its teams and channels.</summary>
    public static JsonObject UserOf(User user) => new()
    {
        ["username"] = user.Username,
        ["email"] = user.Email,
        ["nickname"] = user.Nickname,
        ["first_name"] = user.FirstName,
        ["last_name"] = user.LastName,
        ["position"] = user.Position,
        ["roles"] = user.Roles,
        ["teams"] = new JsonArray([.. user.Teams.Select(team => new JsonObject
        {
            ["name"] = team.Name,
            ["roles"] = team.Members[user.Id]!.Roles,
            ["channels"] = new JsonArray([.. user.Channels.Where(channel => channel.TeamId == team.Id).Select(channel => new JsonObject
            {
                ["name"] = channel.Name,
                ["roles"] = channel.Members[user.Id]!.Roles,
            })]),
        })]),
    };

    private static JsonObject PostOf(MattermostState state, Post post, Channel channel, bool withFiles)
    {
        var line = new JsonObject
        {
            ["team"] = state.Teams[channel.TeamId]!.Name,
            ["channel"] = channel.Name,
            ["user"] = state.Users[post.UserId]?.Username ?? "",
            ["message"] = post.Message,
            ["create_at"] = post.CreateAt,
        };
        if (withFiles && post.Files.Count > 0)
            line["attachments"] = new JsonArray([.. post.Files.Select(file => new JsonObject { ["path"] = PathOf(file) })]);
        return line;
    }

    /// <summary>A line of an archive.</summary>
    public static JsonObject Line(string type, JsonObject content) => new() { ["type"] = type, [type] = content };

    /// <summary>Where in an archive a file is.</summary>
    public static string PathOf(FileInfo file) => $"data/{file.Id}/{file.Name}";

    private static string? TakeLine(MattermostState state, JsonObject? line, int number)
    {
        var type = line?.Text("type") ?? "";
        if (number == 1)
            return type == "version" && line!.Int("version") == 1 ? null : "the archive does not begin with version 1.";
        return line?.Object(type) is { } content ? type switch
        {
            "team" => TakeTeam(state, content),
            "channel" => TakeChannel(state, content),
            "user" => TakeUser(state, content),
            "post" => TakePost(state, content),
            _ => $"'{type}' is nothing that this server takes.",
        } : "it has no content.";
    }

    private static string? TakeTeam(MattermostState state, JsonObject content)
    {
        if (content.Text("name") is not { Length: > 0 } name)
            return "a team needs a name.";
        var team = state.TeamByName(name) ?? state.NewTeam(name, content.Text("display_name") ?? name, state.Users.Sorted.First(user => user.IsAdmin), state.Now());
        team.DisplayName = content.Text("display_name") ?? team.DisplayName;
        team.Type = content.Text("type") ?? team.Type;
        team.Description = content.Text("description") ?? team.Description;
        team.AllowOpenInvite = content.Bool("allow_open_invite") ?? team.AllowOpenInvite;
        state.Teams.Reorder();
        return null;
    }

    private static string? TakeChannel(MattermostState state, JsonObject content)
    {
        if (state.TeamByName(content.Text("team") ?? "") is not { } team)
            return "the channel's team is not there.";
        if (content.Text("name") is not { Length: > 0 } name)
            return "a channel needs a name.";
        if (!team.Channels.TryGetValue(name, out var channel))
            channel = state.NewChannel(team.Id, content.Text("type") ?? "O", name, name, "", state.Now());
        channel.DisplayName = content.Text("display_name") ?? channel.DisplayName;
        channel.Header = content.Text("header") ?? channel.Header;
        channel.Purpose = content.Text("purpose") ?? channel.Purpose;
        state.Channels.Reorder();
        return null;
    }

    private static string? TakeUser(MattermostState state, JsonObject content)
    {
        if (content.Text("username") is not { Length: > 0 } name || content.Text("email") is not { Length: > 0 } email)
            return "a user needs a name and an address.";
        if (state.UserByName(name) is not { } user)
        {
            if (state.UserByEmail(email) is not null)
                return $"the address of '{name}' is somebody else's.";
            var now = state.Now();
            user = new User { Id = state.NewId(), Username = name, Email = email, CreateAt = now, UpdateAt = now, Password = MattermostState.NewSecret() };
            state.Add(user);
        }

        user.Nickname = content.Text("nickname") ?? user.Nickname;
        user.FirstName = content.Text("first_name") ?? user.FirstName;
        user.LastName = content.Text("last_name") ?? user.LastName;
        user.Position = content.Text("position") ?? user.Position;
        user.Roles = content.Text("roles") is { Length: > 0 } roles ? roles : user.Roles;
        foreach (var place in (content["teams"] as JsonArray ?? []).OfType<JsonObject>())
        {
            if (state.TeamByName(place.Text("name") ?? "") is not { } team)
                return $"'{name}' belongs to a team that is not there.";
            team.Join(user, IsAdmin(place, "team_admin"));
            foreach (var room in (place["channels"] as JsonArray ?? []).OfType<JsonObject>())
            {
                if (!team.Channels.TryGetValue(room.Text("name") ?? "", out var channel))
                    return $"'{name}' belongs to a channel that is not there.";
                channel.Join(user, IsAdmin(room, "channel_admin"));
            }
        }

        return null;
    }

    private static string? TakePost(MattermostState state, JsonObject content)
    {
        if (state.TeamByName(content.Text("team") ?? "")?.Channels.GetValueOrDefault(content.Text("channel") ?? "") is not { } channel)
            return "the post's channel is not there.";
        if (state.UserByName(content.Text("user") ?? "") is not { } user)
            return "the post's author is not there.";
        var (at, message) = (content.Int("create_at") ?? state.Now(), content.Text("message") ?? "");
        // Imported once more, a post is the same one.
        if (!channel.Posts.Exists(post => post.CreateAt == at && post.UserId == user.Id && post.Message == message))
            state.Add(new Post { Id = state.NewId(), CreateAt = at, UpdateAt = at, UserId = user.Id, ChannelId = channel.Id, Message = message });
        return null;
    }

    private static bool IsAdmin(JsonObject place, string role) => place.Text("roles")?.Split(' ').Contains(role) == true;
}
