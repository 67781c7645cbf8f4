using System.Text;
using System.Text.Json.Nodes;
using ChatPS.Sandbox.Http;

namespace ChatPS.Sandbox.Platforms.Mattermost;

/// <summary>Tells the addresses of outgoing webhooks what is written, and writes what they answer.</summary>
internal static class HookCalls
{
    private const int StartsWith = 1;

    /// <summary>Tells all that want to hear of a post. Only what is said in open channels is told.</summary>
    public static void Tell(Call call, Channel channel, Post post)
    {
        if (channel.Type != "O" || call.State.Teams[channel.TeamId] is not { } team || !call.Config.IsOn("ServiceSettings.EnableOutgoingWebhooks"))
            return;
        var word = post.Message.Split((char[]?)null, 2, StringSplitOptions.RemoveEmptyEntries).FirstOrDefault() ?? "";
        foreach (var hook in call.State.Integrations.OutgoingHooks.Values.Where(hook => hook.TeamId == team.Id))
        {
            if (TriggerOf(hook, channel, word) is not { } trigger)
                continue;
            var payload = new JsonObject
            {
                ["token"] = hook.Token,
                ["team_id"] = hook.TeamId,
                ["team_domain"] = team.Name,
                ["channel_id"] = channel.Id,
                ["channel_name"] = channel.Name,
                ["timestamp"] = post.CreateAt,
                ["user_id"] = post.UserId,
                ["user_name"] = call.Me.Username,
                ["post_id"] = post.Id,
                ["text"] = post.Message,
                ["trigger_word"] = trigger,
                ["file_ids"] = string.Join(',', post.FileIds ?? []),
            };
            foreach (var url in hook.CallbackUrls)
            {
                var request = new HttpRequestMessage(HttpMethod.Post, url)
                {
                    Content = hook.ContentType == "application/json"
                        ? new StringContent(payload.ToJsonString(), Encoding.UTF8, "application/json")
                        : new FormUrlEncodedContent(payload.Select(pair => KeyValuePair.Create(pair.Key, pair.Value!.ToString()))),
                };
                request.Headers.Accept.ParseAdd("application/json");
                var service = call.Service;
                service.Background.Begin(stopping => CallAsync(service, request, hook, post, stopping));
            }
        }
    }

    /// <summary>The word that a hook was triggered by, an empty one where it hears everything in its channel; null where it is not meant.</summary>
    private static string? TriggerOf(OutgoingHook hook, Channel channel, string word)
    {
        if (hook.ChannelId.Length > 0 && hook.ChannelId != channel.Id)
            return null;
        if (hook.TriggerWords.Count == 0)
            return hook.ChannelId.Length > 0 ? "" : null;
        return hook.TriggerWords.Find(trigger => hook.TriggerWhen == StartsWith ? word.StartsWith(trigger, StringComparison.Ordinal) : word == trigger);
    }

    private static async Task CallAsync(MattermostService service, HttpRequestMessage request, OutgoingHook hook, Post post, CancellationToken stopping)
    {
        using (request)
        {
            if (await LoopbackClient.SendAsync(request, stopping) is { } answer && ProgramPosts.Read(answer.Body) is { } said)
                service.Exclusively(() => Answer(service, hook, post, said));
        }
    }

    private static void Answer(MattermostService service, OutgoingHook hook, Post post, JsonObject said)
    {
        var state = service.State;
        if (said.Text("text") is null && said["attachments"] is not JsonArray { Count: > 0 })
            return;
        if (state.Channels[post.ChannelId] is not { DeleteAt: 0 } channel)
            return;
        var root = said.Text("response_type") == "comment" && post.DeleteAt == 0 ? post.Root ?? post : null;
        var props = ProgramPosts.Props(said);
        props["webhook_display_name"] = hook.DisplayName;
        ProgramPosts.Dress(
            state.Server.Config(service.BaseUri), props, ProgramPosts.First(said.Text("username"), hook.Username), ProgramPosts.First(said.Text("icon_url"), hook.IconUrl));
        var now = state.Now();
        var text = said.Text("text") ?? "";
        state.Add(new Post
        {
            Id = state.NewId(),
            CreateAt = now,
            UpdateAt = now,
            UserId = hook.CreatorId,
            ChannelId = channel.Id,
            Root = root,
            RootId = root?.Id ?? "",
            Message = text.Length > PostRoutes.MaxLength ? text[..PostRoutes.MaxLength] : text,
            Type = said.Text("type") ?? "",
            Props = props,
            Hashtags = PostRoutes.Hashtags(text),
        });
    }
}
