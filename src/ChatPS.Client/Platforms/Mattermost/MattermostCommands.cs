using System.Text.Json.Nodes;
using ChatPS.Client.Capabilities;
using ChatPS.Client.Http;
using ChatPS.Client.Paging;
using ChatPS.Client.Sessions;
using static ChatPS.Client.Platforms.Mattermost.MattermostOperations;
using static ChatPS.Client.Platforms.Mattermost.MattermostTexts;

namespace ChatPS.Client.Platforms.Mattermost;

/// <summary>Slash commands of teams. Each belongs to one team, so that the commands of all are as many lists as there are teams.</summary>
internal sealed class MattermostCommands(Connection connection) : MattermostIntegration(connection),
    ICommandReader, ITeamItemCreator<CommandChange, ChatCommand>, ITeamItemEditor<CommandChange, ChatCommand>, ITeamItemRemover<ChatCommand>, ICommandRunner
{
    public IAsyncEnumerable<ChatCommand> ListAsync(string? team, bool builtIn, PageWindow window, CallContext context) =>
        window.Cut(WalkAsync(team, builtIn, context));

    public async Task<ChatCommand> GetAsync(string? team, string command, CallContext context) => MattermostNames.IsId(command)
        ? await ReadOwnedAsync(Call(GetCommandById).Path("command_id", command), Commands, context).ConfigureAwait(false)
        : await FindAsync(team, command, context).ConfigureAwait(false);

    public async Task<ChatCommand> CreateAsync(string? team, CommandChange item, CallContext context)
    {
        var creator = await OwnerIdAsync(item.Owner, context).ConfigureAwait(false);
        var body = new JsonObject { ["team_id"] = await OneTeamIdAsync(team, context).ConfigureAwait(false), ["method"] = "P" };
        Set(body, "creator_id", creator);
        Fill(body, item);
        var created = await WriteAsync(Call(CreateCommand).Content(body), context).ConfigureAwait(false);
        if (creator is not null && created.OwnerId != creator)
            context.Log.Warning($"The command belongs to you and not to '{item.Owner}': this server does not make commands for others.");
        return created;
    }

    public async Task<ChatCommand?> UpdateAsync(string? team, string item, CommandChange change, bool wanted, CallContext context)
    {
        var id = await IdAsync(team, item, context).ConfigureAwait(false);
        ChatCommand? result = null;
        if (change with { Team = null, Regenerate = false } != new CommandChange())
            result = await WriteAsync(await ReplacementAsync(
                Call(GetCommandById).Path("command_id", id), Call(UpdateCommand).Path("command_id", id), body => Fill(body, change), context).ConfigureAwait(false), context).ConfigureAwait(false);
        if (change.Team is { } target)
        {
            await SendAsync(Call(MoveCommand).Path("command_id", id).Body("team_id", await Names.TeamIdAsync(target, context).ConfigureAwait(false)), context).ConfigureAwait(false);
            result = null;
        }
        if (change.Regenerate)
        {
            var response = await ReadAsync(Call(RegenCommandToken).Path("command_id", id), MattermostJson.Default.JsonObject, context).ConfigureAwait(false);
            Masked(response["token"]?.ToString() is { } token ? new Secret(token) : null);
            result = null;
        }
        return !wanted ? null : result ?? await GetAsync(team, id, context).ConfigureAwait(false);
    }

    public async Task RemoveAsync(string? team, string item, CallContext context) =>
        await SendAsync(Call(DeleteCommand).Path("command_id", await IdAsync(team, item, context).ConfigureAwait(false)), context).ConfigureAwait(false);

    public async Task<ChatCommandResponse> RunAsync(RoomRef room, string line, CallContext context)
    {
        Unsupported.IfOfApp(room, ChatPlatform.Mattermost);
        var roomId = await Names.RoomIdAsync(room.Value, room.Team, context).ConfigureAwait(false);
        var call = Call(ExecuteCommand).Body("channel_id", roomId).Body("command", line);
        return await SendAsync(call, MattermostJson.Default.CommandResponse, response => new ChatCommandResponse
        {
            Session = Connection.Session,
            Unnamed = response.Unnamed,
            RoomId = roomId,
            Command = line,
            Text = Filled(response.Text),
            ResponseType = Filled(response.ResponseType),
            UserName = Filled(response.Username),
            IconUrl = Filled(response.IconUrl),
            Url = Filled(response.GotoLocation),
        }, context).ConfigureAwait(false);
    }

    private async IAsyncEnumerable<ChatCommand> WalkAsync(string? team, bool builtIn, CallContext context)
    {
        if (await Names.FindTeamIdAsync(team, context).ConfigureAwait(false) is { } only)
        {
            await foreach (var command in OfTeam(only, builtIn, context).ConfigureAwait(false))
                yield return command;
            yield break;
        }
        var isFirst = true;
        await foreach (var each in Connection.Get<MattermostTeams>().ListAsync(new TeamFilter { User = IsAdmin ? null : UserRef.Me }, PageWindow.All, context).ConfigureAwait(false))
        {
            // What the server brings along is the same in all teams.
            foreach (var command in await OfTeamIfAllowedAsync(each, builtIn && isFirst, context).ConfigureAwait(false))
                yield return command;
            isFirst = false;
        }
    }

    // A team whose commands are not the account's to see is no reason to keep back those of the others.
    private async Task<List<ChatCommand>> OfTeamIfAllowedAsync(ChatTeam team, bool builtIn, CallContext context)
    {
        var commands = new List<ChatCommand>();
        try
        {
            await foreach (var command in OfTeam(team.Id, builtIn, context).ConfigureAwait(false))
                commands.Add(command);
        }
        catch (ChatException e) when (e.Reason == ChatErrorReason.Forbidden)
        {
            context.Log.Warning($"The slash commands of the team '{team.Name}' are for those who administer it, and were left out.");
        }
        return commands;
    }

    private bool IsAdmin => MattermostPlatform.IsAdmin(Connection);

    private IAsyncEnumerable<ChatCommand> OfTeam(string teamId, bool builtIn, CallContext context) => ListOwned(
        Call(ListCommands).Query("team_id", teamId).Query("custom_only", !builtIn),
        PageWindow.All, Commands, context);

    private async Task<string> IdAsync(string? team, string command, CallContext context) =>
        MattermostNames.IsId(command) ? command : (await FindAsync(team, command, context).ConfigureAwait(false)).Id;

    private async Task<ChatCommand> FindAsync(string? team, string trigger, CallContext context)
    {
        var word = trigger.TrimStart('/');
        return await WalkAsync(team, builtIn: false, context).FindAsync(
            command => word.Equals(command.Trigger, StringComparison.OrdinalIgnoreCase),
            () => new ChatException(ChatErrorReason.NotFound, $"There is no slash command '{trigger}'.")
            {
                Advice = "Get-ChatCommand lists them; give an id or the word behind the slash, and its team with -Team.",
            }).ConfigureAwait(false);
    }

    private static void Fill(JsonObject body, CommandChange change)
    {
        Set(body, "trigger", change.Trigger?.TrimStart('/'));
        Set(body, "url", change.Url);
        Set(body, "method", change.Method?.ToUpperInvariant() switch
        {
            null => null,
            "POST" => "P",
            "GET" => "G",
            var other => throw new ChatException(ChatErrorReason.InvalidRequest, $"A command tells its address by POST or GET, and not by '{other}'.")
            {
                Advice = "Give POST or GET with -Method.",
            },
        });
        SetText(body, "display_name", change.DisplayName);
        SetText(body, "description", change.Description);
        SetText(body, "username", change.PostAs);
        SetText(body, "icon_url", change.IconUrl);
        Set(body, "auto_complete", change.AutoComplete);
        SetText(body, "auto_complete_hint", change.AutoCompleteHint);
        SetText(body, "auto_complete_desc", change.AutoCompleteDescription);
    }

    private Owned<Wire.SlashCommand, ChatCommand> Commands => new(MattermostJson.Default.SlashCommand, command => command.CreatorId, ToCommand);

    private Task<ChatCommand> WriteAsync(ApiCall call, CallContext context) => WriteOwnedAsync(call, Commands, context);

    private ChatCommand ToCommand(Wire.SlashCommand command, string? owner)
    {
        return new ChatCommand
        {
            Session = Connection.Session,
            Unnamed = command.Unnamed,
            Id = command.Id,
            Trigger = command.Trigger,
            TeamId = Filled(command.TeamId),
            DisplayName = Filled(command.DisplayName),
            Description = Filled(command.Description),
            Url = Masked(Filled(command.Url)),
            Method = command.Method switch { "P" => "POST", "G" => "GET", var other => Filled(other) },
            PostAs = Filled(command.Username),
            IconUrl = Filled(command.IconUrl),
            AutoComplete = command.AutoComplete,
            AutoCompleteHint = Filled(command.AutoCompleteHint),
            AutoCompleteDescription = Filled(command.AutoCompleteDesc),
            OwnerId = Filled(command.CreatorId),
            Owner = owner,
            PluginId = Filled(command.PluginId),
            Token = Kept(command.Token),
            CreatedAt = MattermostTime.Read(command.CreateAt),
            UpdatedAt = MattermostTime.Read(command.UpdateAt),
        };
    }
}
