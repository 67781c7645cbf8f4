using System.Text.Json;
using System.Text.Json.Nodes;
using ChatPS.Sandbox.Http;

namespace ChatPS.Sandbox.Platforms.Mattermost;

/// <summary>What incoming webhooks are for: whoever knows the address of one writes in its channel.</summary>
internal static class IncomingPostRoutes
{
    private const string DefaultName = "webhook";

    public static void Map(MattermostService service) => service.OnSite("POST", "/hooks/{hook_id}", Write);

    private static SandboxResponse Write(Call call)
    {
        var body = Payload(call);
        var attachments = body["attachments"] as JsonArray;
        var text = body.Text("text") ?? "";
        if (text.Length == 0 && attachments is not { Count: > 0 })
            throw new Problem(400, "web.incoming_webhook.text.app_error", "There is nothing to say.");
        if (!call.State.Integrations.IncomingHooks.TryGetValue(call.Request.Route("hook_id"), out var hook) || call.State.Users[hook.UserId] is not { } user)
            throw new Problem(400, "web.incoming_webhook.invalid.app_error", "There is no such webhook.");
        var type = body.Text("type") ?? "";
        if (type.Length > 0)
            PostRoutes.CheckType(type);
        var channel = Target(call, hook, user, body.Text("channel") ?? "");
        if (hook.ChannelLocked && channel.Id != hook.ChannelId)
            throw new Problem(403, "web.incoming_webhook.channel_locked.app_error", "The webhook writes in its own channel only.");
        var props = ProgramPosts.Props(body);
        props["webhook_display_name"] = hook.DisplayName;
        Dress(call, hook, body, props);
        if (attachments is { Count: > 0 })
            type = "slack_attachment";
        // What is too long for one post becomes several.
        foreach (var part in text.Length == 0 ? [""] : text.Chunk(PostRoutes.MaxLength).Select(part => new string(part)))
            call.State.Add(Post(call, channel, user, part, type, (JsonObject)props.DeepClone()));
        return SandboxResponse.Text(200, "ok", "text/plain");
    }

    private static Post Post(Call call, Channel channel, User user, string text, string type, JsonObject props)
    {
        var now = call.State.Now();
        return new()
        {
            Id = call.State.NewId(),
            CreateAt = now,
            UpdateAt = now,
            UserId = user.Id,
            ChannelId = channel.Id,
            Message = text,
            Type = type,
            Props = props,
            Hashtags = PostRoutes.Hashtags(text),
        };
    }

    private static void Dress(Call call, IncomingHook hook, JsonObject body, JsonObject props)
    {
        ProgramPosts.Dress(call.Config, props, ProgramPosts.First(body.Text("username"), hook.Username) ?? DefaultName, ProgramPosts.First(body.Text("icon_url"), hook.IconUrl));
        if (ProgramPosts.First(body.Text("icon_emoji")) is { } emoji && call.Config.IsOn("ServiceSettings.EnablePostIconOverride"))
            props["override_icon_emoji"] = emoji;
    }

    private static Channel Target(Call call, IncomingHook hook, User user, string name)
    {
        if (name.StartsWith('@'))
        {
            var other = call.State.UserByName(name[1..]) ?? throw new Problem(400, "web.incoming_webhook.user.app_error", "There is no such user.");
            return call.State.DirectChannel(user, other, call.State.Now());
        }
        var channel = name.Length == 0
            ? call.State.Channels[hook.ChannelId]
            : call.State.Channels.Sorted.FirstOrDefault(one => one.TeamId == hook.TeamId && one.Name == name.TrimStart('#'));
        if (channel is null || channel.DeleteAt != 0)
            throw new Problem(404, "web.incoming_webhook.channel.app_error", "There is no such channel.");
        return channel.Type == "O" || channel.Members.Has(user.Id)
            ? channel
            : throw new Problem(403, "web.incoming_webhook.permissions.app_error", "Who made the webhook is not in the channel.");
    }

    private static JsonObject Payload(Call call)
    {
        try
        {
            if (!call.Request.IsContent("application/x-www-form-urlencoded"))
                return call.Request.Json as JsonObject ?? throw Unreadable();
            return JsonNode.Parse(call.Request.Form["payload"] ?? "") as JsonObject ?? throw Unreadable();
        }
        catch (JsonException)
        {
            throw Unreadable();
        }
    }

    private static Problem Unreadable() => new(400, "model.incoming_hook.parse_data.app_error", "The body cannot be read.");
}
