using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using ChatPS.Sandbox.Http;

namespace ChatPS.Sandbox.Platforms.Mattermost;

/// <summary>Takes an archive that Slack exported into a team: its people, channels and messages.</summary>
internal static class TeamImportRoutes
{
    public static void Map(MattermostService service) => service.On("POST", "/teams/{team_id}/import", Import);

    private static SandboxResponse Import(Call call)
    {
        var team = call.Team();
        call.NeedAdmin();
        if (!call.Request.IsContent("multipart/"))
            throw Failed("parse");
        var parts = call.Request.Parts;
        var source = parts.FirstOrDefault(part => part.Name == "importFrom")?.Text ?? throw Failed("no_import_from");
        if (!long.TryParse(parts.FirstOrDefault(part => part.Name == "filesize")?.Text, NumberStyles.None, CultureInfo.InvariantCulture, out _))
            throw Failed("integer");
        var file = parts.FirstOrDefault(part => part is { Name: "file", FileName: not null }) ?? throw Failed("no_file");
        if (source != "slack")
            throw Failed("unknown_import_from");
        try
        {
            using var archive = new ZipArchive(new MemoryStream(file.Body.ToArray()));
            var log = Import(call, team, archive);
            return SandboxResponse.Json(new JsonObject { ["results"] = Convert.ToBase64String(Encoding.UTF8.GetBytes(log)) });
        }
        catch (Exception e) when (e is InvalidDataException or JsonException)
        {
            throw new Problem(400, "api.slackimport.slack_import.zip.app_error", "The archive cannot be read.");
        }
    }

    private static Problem Failed(string what) => new(400, $"api.team.import_team.{what}.app_error", "The import lacks something.");

    private static string Import(Call call, Team team, ZipArchive archive)
    {
        var log = new StringBuilder("Mattermost Slack Import Log\n\nUsers created:\n");
        var people = new Dictionary<string, User>();
        foreach (var user in Objects(archive, "users.json"))
        {
            var profile = user.Object("profile") ?? [];
            var (name, email) = (user.Text("name")!.ToLowerInvariant(), profile.Text("email") ?? $"{user.Text("name")}@example.com");
            var known = call.State.UserByEmail(email);
            if (known is null)
            {
                var now = call.State.Now();
                known = new User { Id = call.State.NewId(), CreateAt = now, UpdateAt = now, Username = name, Email = email, Password = MattermostState.NewSecret() };
                (known.FirstName, known.LastName) = (profile.Text("first_name") ?? "", profile.Text("last_name") ?? "");
                call.State.Add(known);
                log.Append(CultureInfo.InvariantCulture, $"{name}, {email}\n");
            }
            team.Join(known);
            people[user.Text("id") ?? name] = known;
        }
        var speaker = AddSpeaker(call, team, log);
        log.Append("\nChannels added:\n");
        foreach (var room in Objects(archive, "channels.json"))
            Import(call, team, archive, room, people, log);
        speaker.DeleteAt = speaker.UpdateAt = call.State.Now();
        return log.ToString();
    }

    /// <summary>Who says what bots said over there: an account of the import's own, deactivated when it is through.</summary>
    private static User AddSpeaker(Call call, Team team, StringBuilder log)
    {
        var (now, name) = (call.State.Now(), "slackimportuser_" + call.State.NewId());
        var speaker = new User { Id = call.State.NewId(), CreateAt = now, UpdateAt = now, Username = name, Email = name + "@localhost", Password = MattermostState.NewSecret() };
        call.State.Add(speaker);
        team.Join(speaker);
        log.Append(CultureInfo.InvariantCulture, $"{speaker.Email}, password {speaker.Password}\n");
        return speaker;
    }

    private static void Import(Call call, Team team, ZipArchive archive, JsonObject room, Dictionary<string, User> people, StringBuilder log)
    {
        var name = room.Text("name")!;
        if (!team.Channels.TryGetValue(name, out var channel))
        {
            channel = call.State.NewChannel(team.Id, "O", name, name, call.Me.Id, call.State.Now());
            (channel.Header, channel.Purpose) = (room.Object("topic")?.Text("value") ?? "", room.Object("purpose")?.Text("value") ?? "");
            log.Append(CultureInfo.InvariantCulture, $"{name}\n");
        }
        foreach (var id in room.Texts("members"))
            if (people.TryGetValue(id, out var member))
                channel.Join(member);
        foreach (var day in archive.Entries.Where(entry => entry.FullName.StartsWith(name + "/", StringComparison.Ordinal)).Select(entry => entry.FullName).Order(StringComparer.Ordinal))
        {
            foreach (var message in Objects(archive, day).Where(message => message.Text("type") == "message"))
            {
                if (!people.TryGetValue(message.Text("user") ?? "", out var writer))
                    continue;
                var at = TimeOf(message) ?? call.State.Now();
                call.State.Add(new Post { Id = call.State.NewId(), CreateAt = at, UpdateAt = at, UserId = writer.Id, ChannelId = channel.Id, Message = message.Text("text") ?? "" });
            }
        }
    }

    private static long? TimeOf(JsonObject message) =>
        double.TryParse(message.Text("ts"), NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds) ? (long)seconds * 1000 : null;

    private static List<JsonObject> Objects(ZipArchive archive, string name)
    {
        if (archive.GetEntry(name) is not { } entry)
            return [];
        using var stream = entry.Open();
        return [.. (JsonNode.Parse(stream) as JsonArray ?? []).OfType<JsonObject>()];
    }
}
