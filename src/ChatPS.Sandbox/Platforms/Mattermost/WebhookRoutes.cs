using System.Text.Json.Nodes;
using ChatPS.Sandbox.Http;

namespace ChatPS.Sandbox.Platforms.Mattermost;

/// <summary>Webhooks, incoming and outgoing: who administers the team may have them.</summary>
internal static class WebhookRoutes
{
    public static void Map(MattermostService service)
    {
        service.On("GET", "/hooks/incoming", ListIncoming);
        service.OnAudited("POST", "/hooks/incoming", CreateIncoming);
        service.On("GET", "/hooks/incoming/{hook_id}", call => Call.Json(Incoming(call)));
        service.OnAudited("PUT", "/hooks/incoming/{hook_id}", UpdateIncoming);
        // Of this one a real server notes nothing but what it refuses.
        service.On("DELETE", "/hooks/incoming/{hook_id}", call => Removed(call.State.Integrations.IncomingHooks.Remove(Incoming(call).Id)));
        service.On("GET", "/hooks/outgoing", ListOutgoing);
        service.OnAudited("POST", "/hooks/outgoing", CreateOutgoing);
        service.On("GET", "/hooks/outgoing/{hook_id}", call => Call.Json(Outgoing(call)));
        service.OnAudited("PUT", "/hooks/outgoing/{hook_id}", UpdateOutgoing);
        service.OnAudited("DELETE", "/hooks/outgoing/{hook_id}", call => Removed(call.State.Integrations.OutgoingHooks.Remove(Outgoing(call).Id)));
        service.OnAudited("POST", "/hooks/outgoing/{hook_id}/regen_token", Regenerate);
    }

    private static SandboxResponse ListIncoming(Call call)
    {
        NeedList(call, call.Query["team_id"]);
        var hooks = call.State.Integrations.IncomingHooks.Values.Where(hook => call.Query["team_id"] is null or "" || hook.TeamId == call.Query["team_id"]);
        return Call.Json(call.Page(hooks));
    }

    private static SandboxResponse ListOutgoing(Call call)
    {
        var (team, channel) = (call.Query["team_id"], call.Query["channel_id"]);
        var inChannel = !string.IsNullOrEmpty(channel);
        NeedList(call, inChannel ? call.State.Channels[channel!]?.TeamId ?? "-" : team);
        var hooks = call.State.Integrations.OutgoingHooks.Values.Where(hook => inChannel ? hook.ChannelId == channel : string.IsNullOrEmpty(team) || hook.TeamId == team);
        return Call.Json(call.Page(hooks));
    }

    /// <summary>The hooks of a team are for who administers it, those of the whole server for administrators.</summary>
    private static void NeedList(Call call, string? teamId) =>
        Call.Need(string.IsNullOrEmpty(teamId) ? call.Me.IsAdmin : Manages(call, teamId));

    private static bool Manages(Call call, string teamId) => call.State.Teams[teamId] is { } team ? call.ManagesTeam(team) : call.Me.IsAdmin;

    private static IncomingHook Incoming(Call call)
    {
        if (!call.State.Integrations.IncomingHooks.TryGetValue(call.Id("hook_id"), out var hook))
            throw new Problem(404, "app.webhooks.get_incoming.app_error", "There is no such incoming webhook.");
        Call.Need(Manages(call, hook.TeamId));
        return hook;
    }

    private static OutgoingHook Outgoing(Call call)
    {
        if (!call.State.Integrations.OutgoingHooks.TryGetValue(call.Id("hook_id"), out var hook))
            throw new Problem(404, "app.webhooks.get_outgoing.app_error", "There is no such outgoing webhook.");
        Call.Need(Manages(call, hook.TeamId));
        return hook;
    }

    private static SandboxResponse Removed(bool _) => Call.Ok();

    private static SandboxResponse CreateIncoming(Call call)
    {
        var body = call.Body("incoming_webhook");
        NeedOwner(call, body, "user_id");
        var channel = Postable(call, body);
        var user = OwnerOf(call, body.Text("user_id"));
        var now = call.State.Now();
        var hook = new IncomingHook { Id = call.State.NewId(), CreateAt = now, UpdateAt = now, UserId = user.Id, ChannelId = channel.Id, TeamId = channel.TeamId };
        Fill(hook, body);
        call.State.Integrations.IncomingHooks.Add(hook.Id, hook);
        return Call.Json(hook, 201);
    }

    private static SandboxResponse UpdateIncoming(Call call)
    {
        var (id, body) = (call.Id("hook_id"), call.Body("incoming_webhook"));
        if (body.Text("id") != id)
            throw Problem.InvalidBody("hook_id");
        var hook = Incoming(call);
        if (body.Text("team_id") is { Length: > 0 } team && team != hook.TeamId)
            throw TeamMismatch();
        var channel = Postable(call, body);
        if (channel.TeamId != hook.TeamId)
            throw Problem.InvalidBody("channel_id");
        (hook.ChannelId, hook.UpdateAt) = (channel.Id, call.State.Now());
        Fill(hook, body);
        return Call.Json(hook, 201);
    }

    private static Channel Postable(Call call, JsonObject body)
    {
        var channel = call.State.Channels[body.Text("channel_id") ?? ""] ?? throw Problem.NoChannel();
        Call.Need(Manages(call, channel.TeamId) && (channel.Type == "O" || call.InChannel(channel)));
        return channel;
    }

    /// <summary>Over the local socket nobody comes whose it could be.</summary>
    private static void NeedOwner(Call call, JsonObject body, string name)
    {
        if (call.IsLocal && string.IsNullOrEmpty(body.Text(name)))
            throw Problem.InvalidBody(name);
    }

    private static User OwnerOf(Call call, string? userId) => userId is null or "" ? call.Me : call.State.Users[userId] ?? throw Problem.NoUser();

    /// <summary>Takes over what the body says; what it leaves out is empty from then on.</summary>
    private static void Fill(IncomingHook hook, JsonObject body)
    {
        hook.DisplayName = Short(body, "display_name", 64, "model.incoming_hook.display_name.app_error");
        hook.Description = Short(body, "description", 500, "model.incoming_hook.description.app_error");
        hook.Username = Short(body, "username", 64, "model.incoming_hook.username.app_error");
        hook.IconUrl = Short(body, "icon_url", 1024, "model.incoming_hook.icon_url.app_error");
        hook.ChannelLocked = body.Bool("channel_locked") ?? false;
    }

    private static SandboxResponse CreateOutgoing(Call call)
    {
        var body = call.Body("outgoing_webhook");
        NeedOwner(call, body, "creator_id");
        var team = body.Text("team_id") ?? "";
        Call.Need(Manages(call, team));
        if (!Call.IsId(team))
            throw new Problem(400, "model.outgoing_hook.is_valid.team_id.app_error", "The webhook's team isn't valid.");
        var now = call.State.Now();
        var hook = new OutgoingHook
        {
            Id = call.State.NewId(),
            CreateAt = now,
            UpdateAt = now,
            CreatorId = OwnerOf(call, body.Text("creator_id")).Id,
            TeamId = team,
            Token = MattermostState.NewSecret(),
        };
        Fill(call, hook, body);
        call.State.Integrations.OutgoingHooks.Add(hook.Id, hook);
        return Call.Json(hook, 201);
    }

    private static SandboxResponse UpdateOutgoing(Call call)
    {
        var (id, body) = (call.Id("hook_id"), call.Body("outgoing_webhook"));
        if (body.Text("id") != id)
            throw Problem.InvalidBody("hook_id");
        var hook = Outgoing(call);
        if (body.Text("team_id") is { Length: > 0 } team && team != hook.TeamId)
            throw TeamMismatch();
        Fill(call, hook, body);
        (hook.Token, hook.UpdateAt) = (body.Text("token") ?? "", call.State.Now());
        return Call.Json(hook);
    }

    private static SandboxResponse Regenerate(Call call)
    {
        var hook = Outgoing(call);
        (hook.Token, hook.UpdateAt) = (MattermostState.NewSecret(), call.State.Now());
        return Call.Json(hook);
    }

    private static void Fill(Call call, OutgoingHook hook, JsonObject body)
    {
        var (channelId, words, urls) = (body.Text("channel_id") ?? "", body.Texts("trigger_words"), body.Texts("callback_urls"));
        if (channelId.Length > 0)
        {
            var channel = call.State.Channels[channelId] ?? throw Problem.NoChannel();
            if (channel.Type != "O")
                throw new Problem(403, "api.webhook.create_outgoing.not_open.app_error", "An outgoing webhook hears open channels only.");
            if (channel.TeamId != hook.TeamId)
                throw new Problem(403, "api.webhook.create_outgoing.permissions.app_error", "The channel is another team's.");
        }
        else if (words.Count == 0)
        {
            throw new Problem(400, "api.webhook.create_outgoing.triggers.app_error", "It takes trigger words or a channel.");
        }
        if (urls.Count == 0)
            throw new Problem(400, "model.outgoing_hook.is_valid.callback.app_error", "It takes an address.");
        if (!urls.TrueForAll(IsWebAddress))
            throw new Problem(400, "model.outgoing_hook.is_valid.url.app_error", "An address isn't valid.");
        if (body.Int("trigger_when") is > 1)
            throw new Problem(400, "model.outgoing_hook.is_valid.content_type.app_error", "There is no such way to trigger.");
        if (call.State.Integrations.OutgoingHooks.Values.Any(other => other != hook && other.TeamId == hook.TeamId && other.ChannelId == channelId
            && other.CallbackUrls.Intersect(urls).Any() && other.TriggerWords.Intersect(words).Any()))
            throw new Problem(500, "api.webhook.create_outgoing.intersect.app_error", "Another webhook has the same words and address.");
        (hook.ChannelId, hook.TriggerWords, hook.CallbackUrls) = (channelId, words, urls);
        hook.TriggerWhen = (int)(body.Int("trigger_when") ?? 0);
        hook.ContentType = Short(body, "content_type", 128, "model.outgoing_hook.is_valid.content_type.app_error");
        hook.DisplayName = Short(body, "display_name", 64, "model.outgoing_hook.is_valid.display_name.app_error");
        hook.Description = Short(body, "description", 500, "model.outgoing_hook.is_valid.description.app_error");
        hook.Username = Short(body, "username", 64, "model.outgoing_hook.username.app_error");
        hook.IconUrl = Short(body, "icon_url", 1024, "model.outgoing_hook.icon_url.app_error");
    }

    /// <summary>A text of the body that may not be longer than so much.</summary>
    public static string Short(JsonObject body, string name, int longest, string errorId) =>
        body.Text(name) is not { } text ? "" : text.Length <= longest ? text : throw new Problem(400, errorId, $"The {name} has more than {longest} characters.");

    public static bool IsWebAddress(string text) => Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https";

    private static Problem TeamMismatch() => new(400, "api.webhook.team_mismatch.app_error", "A webhook stays in its team.");
}
