using System.Text.Json;
using System.Text.Json.Nodes;
using ChatPS.Sandbox.Http;

namespace ChatPS.Sandbox.Platforms.Mattermost;

/// <summary>Custom emoji: everybody may add some and take the own ones away, administrators all.</summary>
internal static class EmojiRoutes
{
    private const int MaxFound = 200;
    private const int MaxImage = 1 << 20;

    private static readonly string[] TheServers = ["tada", "thumbsup", "+1", "-1", "smile", "heart", "eyes", "rocket"];

    public static void Map(MattermostService service)
    {
        service.On("GET", "/emoji", List);
        service.On("POST", "/emoji", Create);
        service.On("POST", "/emoji/search", Search);
        service.On("GET", "/emoji/autocomplete", Autocomplete);
        service.On("GET", "/emoji/name/{emoji_name}", call => Call.Json(Named(call)));
        service.On("GET", "/emoji/{emoji_id}", call => Call.Json(Emoji(call)));
        service.On("GET", "/emoji/{emoji_id}/image", Image);
        service.On("DELETE", "/emoji/{emoji_id}", Delete);
    }

    private static SandboxResponse List(Call call)
    {
        if (call.Query["sort"] is not (null or "" or "name"))
            throw Problem.InvalidUrl("sort");
        var all = call.State.Integrations.Emojis.Values.AsEnumerable();
        return Call.Json(call.Page(call.Query["sort"] == "name" ? all.OrderBy(emoji => emoji.Name, StringComparer.Ordinal) : all));
    }

    private static SandboxResponse Create(Call call)
    {
        if (call.Request.Body.Length > MaxImage)
            throw new Problem(413, "api.emoji.create.too_large.app_error", "The picture is too large.");
        if (!call.Request.IsContent("multipart/"))
            throw new Problem(400, "api.emoji.create.parse.app_error", "The body cannot be read.");
        var said = Parse(call.Request.Parts.FirstOrDefault(part => part.Name == "emoji")?.Text) ?? throw Problem.InvalidBody("emoji");
        var name = said.Text("name") ?? "";
        if (name.Length is 0 or > 64 || !name.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-' or '+') || TheServers.Contains(name))
            throw new Problem(400, "model.emoji.name.app_error", "The name isn't valid.");
        if (said.Text("creator_id") != call.Me.Id)
            throw new Problem(403, "api.emoji.create.other_user.app_error", "An emoji is its maker's.");
        if (call.State.Integrations.Emojis.Values.Any(emoji => emoji.Name == name))
            throw new Problem(400, "api.emoji.create.duplicate.app_error", "Another emoji has that name.");
        var image = call.Request.Parts.FirstOrDefault(part => part.Name == "image" && part.FileName is not null) ?? throw Problem.InvalidBody("createEmoji");
        var format = PictureFormat.Of(image.Body.Span) is { } known and not "bmp" ? known : throw new Problem(400, "api.emoji.upload.image.app_error", "The file is no picture.");
        return Call.Json(call.State.NewEmoji(name, call.Me, image.Body, format), 201);
    }

    private static SandboxResponse Search(Call call)
    {
        if (call.Request.Json is not JsonObject body || body.Text("term") is not { Length: > 0 } term)
            throw Problem.InvalidBody("term");
        return Call.Json(Found(call, term, body.Bool("prefix_only") == true).Take(MaxFound).ToList());
    }

    private static SandboxResponse Autocomplete(Call call) => call.Query["name"] is { Length: > 0 } name
        ? Call.Json(Found(call, name, fromStart: true).Take(MaxFound / 2).ToList())
        : throw Problem.InvalidUrl("name");

    private static IEnumerable<CustomEmoji> Found(Call call, string term, bool fromStart) => call.State.Integrations.Emojis.Values
        .Where(emoji => fromStart ? emoji.Name.StartsWith(term, StringComparison.OrdinalIgnoreCase) : emoji.Name.Contains(term, StringComparison.OrdinalIgnoreCase))
        .OrderBy(emoji => emoji.Name, StringComparer.Ordinal);

    private static CustomEmoji Emoji(Call call) =>
        call.State.Integrations.Emojis.TryGetValue(call.Id("emoji_id"), out var emoji) ? emoji : throw new Problem(404, "app.emoji.get.no_result", "There is no such emoji.");

    private static CustomEmoji Named(Call call) =>
        call.State.Integrations.Emojis.Values.FirstOrDefault(emoji => emoji.Name == call.Request.Route("emoji_name"))
        ?? throw new Problem(404, "app.emoji.get_by_name.no_result", "No emoji has that name.");

    private static SandboxResponse Image(Call call)
    {
        var emoji = Emoji(call);
        return SandboxResponse.Bytes(200, emoji.Image, "image/" + emoji.Format).With("Cache-Control", "max-age=2592000, private");
    }

    private static SandboxResponse Delete(Call call)
    {
        var emoji = Emoji(call);
        Call.Need(emoji.CreatorId == call.Me.Id || call.Me.IsAdmin);
        call.State.Integrations.Emojis.Remove(emoji.Id);
        return Call.Ok();
    }

    private static JsonObject? Parse(string? text)
    {
        try
        {
            return text is null ? null : JsonNode.Parse(text) as JsonObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
