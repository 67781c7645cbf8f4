using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;
using ChatPS.Sandbox.Http;

namespace ChatPS.Sandbox.Platforms.Mattermost;

/// <summary>Bot accounts.</summary>
internal static partial class BotRoutes
{
    public static void Map(MattermostService service)
    {
        service.On("GET", "/bots", List);
        service.On("POST", "/bots", Create);
        service.On("GET", "/bots/{bot_user_id}", Get);
        service.On("PUT", "/bots/{bot_user_id}", Patch);
        service.On("POST", "/bots/{bot_user_id}/disable", call => Activate(call, active: false));
        service.On("POST", "/bots/{bot_user_id}/enable", call => Activate(call, active: true));
        service.On("POST", "/bots/{bot_user_id}/assign/{user_id}", Assign);
        service.On("GET", "/bots/{bot_user_id}/icon", Icon);
        service.On("POST", "/bots/{bot_user_id}/icon", SetIcon);
        service.On("DELETE", "/bots/{bot_user_id}/icon", DeleteIcon);
    }

    private static SandboxResponse List(Call call)
    {
        call.NeedAdmin();
        var bots = call.State.Bots.Values.Where(bot =>
            (bot.DeleteAt == 0 || call.Query.Flag("include_deleted"))
            && (!call.Query.Flag("only_orphaned") || call.State.Users[bot.OwnerId] is not { DeleteAt: 0 }));
        return Call.Json(call.Page(bots.OrderBy(bot => bot.CreateAt)));
    }

    private static SandboxResponse Get(Call call)
    {
        var bot = Bot(call, deletedToo: call.Query.Flag("include_deleted"));
        return Call.Json(bot).WithETag(call.Request, string.Create(CultureInfo.InvariantCulture, $"{MattermostService.Version}.{bot.UserId}.{bot.UpdateAt}"));
    }

    private static SandboxResponse Create(Call call)
    {
        var body = call.Body("bot");
        call.NeedAdmin();
        var name = body.Text("username")?.ToLowerInvariant() ?? "";
        // The address is made of the name, and is what a missing one is found by.
        if (name.Length is 0 or > 64 || !name.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c is '.' or '_' or '-'))
            throw new Problem(400, $"model.user.is_valid.{(name.Length == 0 ? "email" : "username")}.app_error", "The bot's name isn't valid.");
        if (call.State.UserByName(name) is not null)
            throw new Problem(400, "app.user.save.username_exists.app_error", "Another account has that name.");
        var now = call.State.Now();
        var user = new User { Id = call.State.NewId(), CreateAt = now, UpdateAt = now, Username = name, Email = $"{name}@localhost", IsBot = true, LastPasswordUpdate = now };
        (user.FirstName, user.BotDescription) = (body.Text("display_name") ?? "", body.Text("description"));
        call.State.Add(user);
        var bot = new Bot { UserId = user.Id, Username = name, OwnerId = call.Me.Id, CreateAt = now, UpdateAt = now };
        (bot.DisplayName, bot.Description) = (user.FirstName, user.BotDescription ?? "");
        call.State.Bots.Add(user.Id, bot);
        return Call.Json(bot, 201);
    }

    private static SandboxResponse Patch(Call call)
    {
        var (bot, body) = (Bot(call, deletedToo: true), call.Body("bot"));
        var user = call.State.Users[bot.UserId]!;
        if (body.Text("username")?.ToLowerInvariant() is { Length: > 0 } name && name != user.Username)
        {
            if (call.State.UserByName(name) is not null)
                throw new Problem(400, "app.user.save.username_exists.app_error", "Another account has that name.");
            call.State.Rename(user, name, $"{name}@localhost");
            bot.Username = name;
        }

        bot.DisplayName = user.FirstName = body.Text("display_name") ?? bot.DisplayName;
        user.BotDescription = bot.Description = body.Text("description") ?? bot.Description;
        bot.UpdateAt = user.UpdateAt = call.State.Now();
        return Call.Json(bot);
    }

    private static SandboxResponse Activate(Call call, bool active)
    {
        var bot = Bot(call, deletedToo: true);
        Activate(call.State, bot, active);
        return Call.Json(bot);
    }

    public static void Activate(MattermostState state, Bot bot, bool active)
    {
        bot.UpdateAt = state.Now();
        bot.DeleteAt = active ? 0 : bot.UpdateAt;
        var user = state.Users[bot.UserId]!;
        (user.DeleteAt, user.UpdateAt) = (bot.DeleteAt, bot.UpdateAt);
    }

    private static SandboxResponse Assign(Call call)
    {
        // Nobody asks whether there is such an owner, only that it is no bot.
        var (bot, owner) = (Bot(call, deletedToo: true), call.UserId());
        Call.Need(call.State.Users[owner] is not { IsBot: true });
        (bot.OwnerId, bot.UpdateAt) = (owner, call.State.Now());
        return Call.Json(bot);
    }

    private static SandboxResponse Icon(Call call) => call.State.Integrations.BotIcons.TryGetValue(Bot(call, deletedToo: true).UserId, out var icon)
        ? SandboxResponse.Bytes(200, icon, "image/svg+xml").With("Cache-Control", "max-age=86400, private")
        : throw new Problem(404, "api.bot.get_bot_icon_image.read.app_error", "The bot has no icon.");

    private static SandboxResponse SetIcon(Call call)
    {
        var bot = Bot(call, deletedToo: true);
        var image = call.Request.Parts.FirstOrDefault(part => part.Name == "image" && part.FileName is not null)
            ?? throw new Problem(400, "api.bot.set_bot_icon_image.no_file.app_error", "There is no picture.");
        if (!HasSize(image.Text))
            throw new Problem(400, "api.bot.set_bot_icon_image.parse.app_error", "The picture is no SVG that says how large it is.");
        call.State.Integrations.BotIcons[bot.UserId] = image.Body.ToArray();
        bot.LastIconUpdate = bot.UpdateAt = call.State.Now();
        return Call.Ok();
    }

    /// <summary>Whether a text is a drawing that says its size; the server looks at nothing else.</summary>
    private static bool HasSize(string svg)
    {
        try
        {
            var root = XElement.Parse(svg);
            return ViewBox().IsMatch((string?)root.Attribute("viewBox") ?? "")
                || (Length().IsMatch((string?)root.Attribute("width") ?? "") && Length().IsMatch((string?)root.Attribute("height") ?? ""));
        }
        catch (XmlException)
        {
            return false;
        }
    }

    [GeneratedRegex(@"^\d+[, ]+\d+[, ]+0*[1-9]\d*[, ]+0*[1-9]\d*$")]
    private static partial Regex ViewBox();

    [GeneratedRegex("^0*[1-9][0-9]*(px)?$", RegexOptions.IgnoreCase)]
    private static partial Regex Length();

    private static SandboxResponse DeleteIcon(Call call)
    {
        var bot = Bot(call, deletedToo: true);
        call.State.Integrations.BotIcons.Remove(bot.UserId);
        (bot.LastIconUpdate, bot.UpdateAt) = (0, call.State.Now());
        return Call.Ok();
    }

    /// <summary>The bot of the path; who may not know of it is told that it doesn't exist.</summary>
    private static Bot Bot(Call call, bool deletedToo) =>
        call.State.Bots.TryGetValue(call.Id("bot_user_id"), out var bot) && (bot.DeleteAt == 0 || deletedToo) && call.Me.IsAdmin
            ? bot
            : throw new Problem(404, "store.sql_bot.get.missing.app_error", "There is no such bot.");
}
