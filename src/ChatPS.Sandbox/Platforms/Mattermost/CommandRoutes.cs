using System.Text.Json.Nodes;
using ChatPS.Sandbox.Http;

namespace ChatPS.Sandbox.Platforms.Mattermost;

/// <summary>Slash commands: who administers the team has its own, and everybody may use them beside those that the server brings along.</summary>
internal static class CommandRoutes
{
    private static readonly string[] BuiltIn = ["away", "dnd", "echo", "invite", "join", "leave", "me", "offline", "online", "shrug"];

    public static void Map(MattermostService service)
    {
        service.On("GET", "/commands", List);
        service.OnAudited("POST", "/commands", Create);
        service.On("POST", "/commands/execute", Execute);
        service.On("GET", "/commands/{command_id}", call => Call.Json(Managed(call)));
        service.OnAudited("PUT", "/commands/{command_id}", Update);
        service.OnAudited("DELETE", "/commands/{command_id}", Delete);
        service.OnAudited("PUT", "/commands/{command_id}/move", Move);
        service.OnAudited("PUT", "/commands/{command_id}/regen_token", Regenerate);
        service.On("GET", "/teams/{team_id}/commands/autocomplete", ListForUsers);
    }

    private static SandboxResponse List(Call call)
    {
        if (call.Query["team_id"] is not { Length: > 0 } teamId)
            throw Problem.InvalidBody("team_id");
        Call.Need(call.State.Teams[teamId] is { } known && call.InTeam(known));
        var team = call.State.Teams[teamId]!;
        var own = call.State.Integrations.Commands.Values.Where(command => command.TeamId == teamId);
        if (call.Query.Flag("custom_only"))
        {
            Call.Need(call.ManagesTeam(team));
            return Call.Json(own.ToList());
        }
        return Call.Json((call.ManagesTeam(team) ? own.Concat(TheServers()) : ForUsers(call, team)).ToList());
    }

    private static SandboxResponse ListForUsers(Call call)
    {
        var team = call.Team();
        Call.Need(call.InTeam(team));
        return Call.Json(ForUsers(call, team).ToList());
    }

    private static IEnumerable<SlashCommand> ForUsers(Call call, Team team) => call.State.Integrations.Commands.Values
        .Where(command => command.TeamId == team.Id && command.AutoComplete).Select(command => command.ForUsers()).Concat(TheServers());

    private static IEnumerable<SlashCommand> TheServers() => BuiltIn.Select(word => new SlashCommand
    {
        Id = "",
        CreatorId = "",
        TeamId = "",
        Trigger = word,
        AutoComplete = true,
        AutoCompleteDesc = $"Does what /{word} does",
        DisplayName = word,
    });

    private static SandboxResponse Create(Call call)
    {
        var body = call.Body("command");
        var team = call.State.Teams[body.Text("team_id") ?? ""];
        Call.Need(team is null ? call.Me.IsAdmin : call.ManagesTeam(team));
        if (team is null)
            throw new Problem(400, "model.command.is_valid.team_id.app_error", "The command's team isn't valid.");
        var trigger = body.Text("trigger")?.ToLowerInvariant() ?? "";
        if (BuiltIn.Contains(trigger) || call.State.Integrations.Commands.Values.Any(other => other.TeamId == team.Id && other.Trigger == trigger))
            throw new Problem(400, "api.command.duplicate_trigger.app_error", "Another command has that word.");
        var now = call.State.Now();
        // Whoever makes it is its creator, whatever the body says; only who comes by the local socket is nobody, and says who it is.
        var creator = call.IsLocal ? body.Text("creator_id") ?? "" : call.Me.Id;
        if (!Call.IsId(creator))
            throw Invalid(creator.Length == 0 ? "plugin_id" : "user_id");
        var command = new SlashCommand { Id = call.State.NewId(), CreateAt = now, UpdateAt = now, CreatorId = creator, TeamId = team.Id, Token = MattermostState.NewSecret() };
        Fill(command, body);
        call.State.Integrations.Commands.Add(command.Id, command);
        return Call.Json(command, 201);
    }

    private static SandboxResponse Update(Call call)
    {
        var body = call.Body("command");
        if (body.Text("id") != call.Id("command_id"))
            throw Problem.InvalidBody("command");
        var command = Managed(call);
        if (body.Text("team_id") != command.TeamId)
            throw new Problem(400, "api.command.team_mismatch.app_error", "A command stays in its team.");
        Fill(command, body);
        command.UpdateAt = call.State.Now();
        return Call.Json(command);
    }

    private static SandboxResponse Delete(Call call)
    {
        call.State.Integrations.Commands.Remove(Managed(call).Id);
        return Call.Ok();
    }

    private static SandboxResponse Move(Call call)
    {
        var team = call.State.Teams[call.Body("team_id").Text("team_id") ?? ""] ?? throw Problem.NoTeam();
        Call.Need(call.ManagesTeam(team));
        var command = Managed(call);
        (command.TeamId, command.UpdateAt) = (team.Id, call.State.Now());
        return Call.Ok();
    }

    private static SandboxResponse Regenerate(Call call)
    {
        var command = Managed(call);
        (command.Token, command.UpdateAt) = (MattermostState.NewSecret(), call.State.Now());
        return SandboxResponse.Json(new JsonObject { ["token"] = command.Token });
    }

    /// <summary>The commands that the server does itself, and those that other programs do.</summary>
    private static SandboxResponse Execute(Call call)
    {
        var body = call.Body("command_args");
        var line = body.Text("command") ?? "";
        if (line.Length <= 1 || line[0] != '/' || !Call.IsId(body.Text("channel_id")))
            throw new Problem(400, "api.command.execute_command.start.app_error", "A command begins with a slash.");
        var channel = call.Readable(body.Text("channel_id")!);
        var (word, rest) = line[1..].Split(' ', 2) is [var first, var more] ? (first.ToLowerInvariant(), more) : (line[1..].ToLowerInvariant(), "");
        // A conversation has no team of its own, so whoever runs a command there says which.
        var teamId = channel.TeamId.Length > 0 ? channel.TeamId : body.Text("team_id") ?? "";
        if (call.State.Integrations.Commands.Values.FirstOrDefault(command => command.TeamId == teamId && command.Trigger == word) is { } other)
            return CommandCalls.Run(call, other, channel, rest, body.Text("root_id") ?? "");
        switch (word)
        {
            case "shrug" or "me" or "echo":
                var now = call.State.Now();
                var post = new Post { Id = call.State.NewId(), CreateAt = now, UpdateAt = now, UserId = call.Me.Id, ChannelId = channel.Id };
                post.Message = word switch { "shrug" => $"{rest} ¯\\\\\\_(ツ)\\_/¯".Trim(), "me" => $"*{rest}*", _ => rest };
                call.State.Add(post);
                return Response(word == "echo" ? "" : "in_channel", word == "echo" ? "" : post.Message);
            case "away" or "dnd" or "offline" or "online":
                call.Me.Status = word;
                return Response("ephemeral", $"You are {word} now.");
            default:
                throw new Problem(404, "api.command.execute_command.not_found.app_error", $"No command goes by '{word}'.");
        }
    }

    private static SandboxResponse Response(string type, string text) => Response(new JsonObject { ["response_type"] = type, ["text"] = text });

    /// <summary>What was answered, with everything that an answer may say.</summary>
    public static SandboxResponse Response(JsonObject said) => SandboxResponse.Json(new JsonObject
    {
        ["response_type"] = said.Text("response_type") ?? "",
        ["text"] = said.Text("text") ?? "",
        ["username"] = said.Text("username") ?? "",
        ["channel_id"] = said.Text("channel_id") ?? "",
        ["icon_url"] = said.Text("icon_url") ?? "",
        ["type"] = said.Text("type") ?? "",
        ["props"] = said["props"]?.DeepClone(),
        ["goto_location"] = said.Text("goto_location") ?? "",
        ["trigger_id"] = "",
        ["skip_slack_parsing"] = said.Bool("skip_slack_parsing") ?? false,
        ["attachments"] = said["attachments"]?.DeepClone(),
        ["extra_responses"] = said["extra_responses"]?.DeepClone(),
    });

    /// <summary>The command of the path; who does not administer its team is told that it doesn't exist.</summary>
    private static SlashCommand Managed(Call call) =>
        call.State.Integrations.Commands.TryGetValue(call.Id("command_id"), out var command) && call.State.Teams[command.TeamId] is { } team && call.ManagesTeam(team)
            ? command
            : throw new Problem(404, "store.sql_command.save.get.app_error", "There is no such command.");

    private static void Fill(SlashCommand command, JsonObject body)
    {
        var (trigger, url, method) = (body.Text("trigger")?.ToLowerInvariant() ?? "", body.Text("url") ?? "", body.Text("method") ?? "");
        if (trigger.Length is 0 or > 128 || trigger[0] == '/' || trigger.Contains(' ', StringComparison.Ordinal))
            throw Invalid("trigger");
        if (url.Length is 0 or > 1024)
            throw Invalid("url");
        if (!WebhookRoutes.IsWebAddress(url))
            throw Invalid("url_http");
        if (method is not ("G" or "P"))
            throw Invalid("method");
        (command.Trigger, command.Url, command.Method) = (trigger, url, method);
        command.DisplayName = WebhookRoutes.Short(body, "display_name", 64, "model.command.is_valid.display_name.app_error");
        command.Description = WebhookRoutes.Short(body, "description", 128, "model.command.is_valid.description.app_error");
        (command.Username, command.IconUrl) = (body.Text("username") ?? "", body.Text("icon_url") ?? "");
        command.AutoComplete = body.Bool("auto_complete") ?? false;
        (command.AutoCompleteDesc, command.AutoCompleteHint) = (body.Text("auto_complete_desc") ?? "", body.Text("auto_complete_hint") ?? "");
    }

    private static Problem Invalid(string field) => new(400, $"model.command.is_valid.{field}.app_error", $"The command's {field} isn't valid.");
}
