using System.Text.Json.Nodes;
using ChatPS.Sandbox.Http;

namespace ChatPS.Sandbox.Platforms.Mattermost;

/// <summary>Asks the address of a slash command what is to be answered.</summary>
internal static class CommandCalls
{
    private const int MaxAnswers = 5;
    private static readonly TimeSpan AnswerTime = TimeSpan.FromMinutes(30);

    public static void Map(MattermostService service) => service.OnSite("POST", "/hooks/commands/{hook_id}", AnswerLater);

    /// <summary>Runs a command whose address is asked, while others are served.</summary>
    public static SandboxResponse Run(Call call, SlashCommand command, Channel channel, string text, string rootId)
    {
        var hook = new CommandHook(call.State.NewId(), command, call.Me, channel.Id, rootId, call.Request.Time + AnswerTime);
        call.State.Integrations.CommandHooks.Add(hook.Id, hook);
        var form = new Dictionary<string, string>
        {
            ["token"] = command.Token,
            ["team_id"] = command.TeamId,
            ["team_domain"] = call.State.Teams[command.TeamId]!.Name,
            ["channel_id"] = channel.Id,
            ["channel_name"] = channel.Name,
            ["user_id"] = call.Me.Id,
            ["user_name"] = call.Me.Username,
            ["command"] = "/" + command.Trigger,
            ["text"] = text,
            ["trigger_id"] = "",
            ["response_url"] = new Uri(call.Service.BaseUri, "hooks/commands/" + hook.Id).ToString(),
        };
        LoopbackAnswer? answer = null;
        return call.Service.Later(
            async stopping => answer = await AskAsync(command, form, stopping),
            after => Answered(after, hook, answer));
    }

    private static async Task<LoopbackAnswer?> AskAsync(SlashCommand command, Dictionary<string, string> form, CancellationToken stopping)
    {
        // The server sends them by their names.
        using var content = new FormUrlEncodedContent(form.OrderBy(field => field.Key, StringComparer.Ordinal));
        var url = command.Method == "G"
            ? command.Url + (command.Url.Contains('?', StringComparison.Ordinal) ? '&' : '?') + await content.ReadAsStringAsync(stopping)
            : command.Url;
        using var request = new HttpRequestMessage(command.Method == "G" ? HttpMethod.Get : HttpMethod.Post, url) { Content = command.Method == "G" ? null : content };
        request.Headers.Accept.ParseAdd("application/json");
        request.Headers.Authorization = new("Token", command.Token);
        return await LoopbackClient.SendAsync(request, stopping);
    }

    private static SandboxResponse Answered(Call call, CommandHook hook, LoopbackAnswer? answer)
    {
        if (answer is null)
            throw Failed("failed", $"Nobody answered for '{hook.Command.Trigger}'. The sandbox asks addresses of this machine only.");
        if (answer.Status != 200)
            throw Failed("failed_resp", $"'{hook.Command.Trigger}' was answered with {answer.Status}.");
        var said = Read(answer) ?? throw Failed("failed", $"What '{hook.Command.Trigger}' was answered cannot be read.");
        Write(call.State, call.Config, hook, said);
        foreach (var more in (said["extra_responses"] as JsonArray ?? []).OfType<JsonObject>())
            Write(call.State, call.Config, hook, more);
        return CommandRoutes.Response(said);
    }

    /// <summary>Whoever was asked may answer again for a while.</summary>
    private static SandboxResponse AnswerLater(Call call)
    {
        if (!call.State.Integrations.CommandHooks.TryGetValue(call.Request.Route("hook_id"), out var hook) || call.Request.Time > hook.Until)
            throw new Problem(404, "app.command_webhook.get.missing", "There is no such address.");
        if (++hook.Answers > MaxAnswers)
            throw new Problem(400, "app.command_webhook.try_use.invalid", "The address was used too often.");
        if (call.Request.Json is not JsonObject said)
            throw new Problem(400, "web.command_webhook.parse.app_error", "The body cannot be read.");
        Write(call.State, call.Config, hook, said);
        return SandboxResponse.Text(200, "ok", "text/plain");
    }

    /// <summary>What is for the channel is written there; anything else is seen by whoever typed the command, and kept nowhere.</summary>
    private static void Write(MattermostState state, ServerConfig config, CommandHook hook, JsonObject said)
    {
        var text = said.Text("text") ?? "";
        var inChannel = said.Text("response_type") == "in_channel";
        if (!inChannel && text.Length == 0 && said["attachments"] is not JsonArray { Count: > 0 })
            return;
        if (said.Text("channel_id") is { Length: > 0 } elsewhere && state.Channels[elsewhere]?.Members.Has(hook.User.Id) != true)
            throw new Problem(500, "api.command.execute_command.create_post_failed.app_error", "The answer is for a channel that the user isn't in.");
        var channelId = said.Text("channel_id") is { Length: > 0 } id ? id : hook.ChannelId;
        var props = ProgramPosts.Props(said);
        ProgramPosts.Dress(config, props, ProgramPosts.First(hook.Command.Username, said.Text("username")), ProgramPosts.First(hook.Command.IconUrl, said.Text("icon_url")));
        var root = state.Posts.GetValueOrDefault(hook.RootId);
        var now = state.Now();
        var post = new Post
        {
            Id = state.NewId(),
            CreateAt = now,
            UpdateAt = inChannel ? now : 0,
            UserId = hook.User.Id,
            ChannelId = channelId,
            Root = inChannel ? root : null,
            RootId = root?.Id ?? "",
            Message = text,
            Type = inChannel ? said.Text("type") ?? "" : "system_ephemeral",
            Props = props,
            Hashtags = PostRoutes.Hashtags(text),
        };
        if (inChannel)
            state.Add(post);
        else
            state.News.Ephemeral(post, hook.User.Id);
    }

    private static JsonObject? Read(LoopbackAnswer answer) =>
        answer.MediaType == "text/plain" ? new() { ["text"] = answer.Body } : ProgramPosts.Read(answer.Body);

    private static Problem Failed(string what, string message) => new(500, $"api.command.execute_command.{what}.app_error", message);
}
