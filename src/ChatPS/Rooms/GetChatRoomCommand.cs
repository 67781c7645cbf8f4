using System.Management.Automation;
using ChatPS.Client.Capabilities;
using ChatPS.Common;

namespace ChatPS.Rooms;

/// <summary>Gets rooms: one by its id or name, those whose names fit a pattern, or all.</summary>
[Cmdlet(VerbsCommon.Get, "ChatRoom", SupportsPaging = true)]
[OutputType(typeof(ChatRoom))]
public sealed class GetChatRoomCommand : RoomGetCmdlet
{
    /// <summary>The rooms: ids, names or patterns. Left out, all that the account sees, or on Hathora those of the app or of the processes.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("RoomId")]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(RoomCompleter))]
    public RoomIdentity[]? Room { get; set; }

    /// <summary>The team whose rooms are wanted, or that a room's name belongs to or, on Hathora, an app's name; left out, the session's.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("TeamId")]
    [ArgumentCompleter(typeof(TeamCompleter))]
    public TeamIdentity? Team { get; set; }

    /// <summary>Words for the platform's own search.</summary>
    [Parameter]
    public string? Search { get; set; }

    /// <summary>Only the rooms you are a member of.</summary>
    [Parameter]
    public SwitchParameter Me { get; set; }

    /// <summary>Only the rooms this user is a member of: an id, a name, an e-mail address, or the object.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("UserId", "UserName")]
    [ArgumentCompleter(typeof(UserCompleter))]
    public UserIdentity? User { get; set; }

    /// <summary>
    /// Instead of the rooms that a user is a member of, those that the user's client enters by itself: yours, or those of -User (HipChat).
    /// </summary>
    [Parameter]
    public SwitchParameter AutoJoin { get; set; }

    /// <summary>Only your channels: rooms you are in that belong to a repository, an organization or a person (Gitter). Nothing else narrows that list.</summary>
    [Parameter]
    public SwitchParameter Channel { get; set; }

    /// <summary>Archived rooms too.</summary>
    [Parameter]
    public SwitchParameter IncludeArchived { get; set; }

    /// <summary>Only the rooms that have this permission scheme: its id, its name or the object (Mattermost).</summary>
    [Parameter]
    [ArgumentCompleter(typeof(SchemeCompleter))]
    public SchemeIdentity? Scheme { get; set; }

    /// <summary>
    /// The app whose rooms are wanted: its id, its name or the object (Hathora). Left out, that of a piped object, or else the session's default app.
    /// </summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("AppId")]
    [ArgumentCompleter(typeof(AppCompleter))]
    public AppIdentity? App { get; set; }

    /// <summary>The processes whose rooms are wanted: ids or objects (Hathora). Left out, those of all processes of the app.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("ProcessId")]
    [ArgumentCompleter(typeof(ProcessCompleter))]
    public new ProcessIdentity[]? Process { get; set; }

    /// <summary>The rooms that are on a process now (Hathora); so it is as well when -Inactive is not given either.</summary>
    [Parameter]
    public SwitchParameter Active { get; set; }

    /// <summary>The rooms that were on a process and are no more: those that were suspended or destroyed (Hathora).</summary>
    [Parameter]
    public SwitchParameter Inactive { get; set; }

    private UserIdentity? Member => AskedFor(nameof(User), User);

    private protected override void Get()
    {
        if (Channel)
        {
            WriteChannels();
            return;
        }
        // A list of literal rooms does not depend on processes; a room that is piped brings its own along.
        if (Room is null)
            ForEachProcess(process => WriteList(null, process));
        foreach (var room in Room ?? [])
        {
            if (room.IsPattern)
                ForEachProcess(process => WriteList(room, process));
            else
                Guard(room, () => Write(Await(Require<IRoomReader>(OwnerOf(App, room)).GetAsync(room.Ref(Team, App), Context))));
        }
    }

    private void WriteChannels()
    {
        if (Room is not null || Team is not null || Search is not null || Member is not null || App is not null || Process is not null || Scheme is not null || Me || AutoJoin || IncludeArchived || Active || Inactive)
            throw new ChatException(ChatErrorReason.InvalidRequest, "-Channel is a list of its own.") { Advice = "Leave the other conditions out, and pipe the rooms to Where-Object." };
        var connection = ConnectionFor();
        var channels = connection.Find<IChannelReader>();
        Unsupported.IfGiven(channels is null, connection.Platform.Name, nameof(Channel));
        WriteList(channels!.ListAsync);
    }

    private void ForEachProcess(Action<ProcessIdentity?> work)
    {
        foreach (var process in Process ?? [null!])
            Guard(process, () => work(process));
    }

    private void WriteList(RoomIdentity? pattern, ProcessIdentity? process)
    {
        var rooms = Require<IRoomReader>(OwnerOf(OwnerOf(Team, Member), OwnerOf(App, process) ?? (Identity?)pattern ?? Scheme));
        var team = Team?.Value;
        if (rooms.HasNamesOfTeams && pattern?.Value.Split('/') is [var before, var name])
            (team, pattern) = (TeamOf(before, name), new RoomIdentity(name));
        var filter = new RoomFilter
        {
            Team = team,
            Search = Search,
            User = Me ? UserRef.Me : Member?.Ref,
            AutoJoin = AutoJoin,
            IncludeArchived = IncludeArchived,
            App = App?.Literal ?? process?.AppId,
            Process = process?.Literal,
            Scheme = Scheme?.Literal,
            Active = Active,
            Inactive = Inactive,
        };
        if (pattern is null)
            WriteList((window, context) => rooms.ListAsync(filter, window, context), count: context => rooms.CountAsync(filter, context));
        else
            WriteList((window, context) => rooms.ListAsync(filter, window, context), found => pattern.Fits(found.Name, found.DisplayName));
    }

    private static string TeamOf(string before, string name) => !WildcardPattern.ContainsWildcardCharacters(before) ? before
        : throw new ChatException(ChatErrorReason.InvalidRequest, $"The team before the slash is one, and '{before}' may be several.")
        {
            Advice = $"Get-ChatTeam '{before}' | Get-ChatRoom '{name}' looks in each of them.",
        };
}
