using System.Management.Automation;
using ChatPS.Client.Capabilities;
using ChatPS.Common;

namespace ChatPS.Messages;

/// <summary>
/// Gets the messages of rooms, newest first and page by page; those before, after or around a message; a thread; or
/// messages by their ids.
/// </summary>
[Cmdlet(VerbsCommon.Get, "ChatMessage", SupportsPaging = true, DefaultParameterSetName = RoomSet)]
[OutputType(typeof(ChatMessage))]
public sealed class GetChatMessageCommand : GetCmdlet
{
    private const string RoomSet = "Room";
    private const string MessageSet = "Message";
    private const string ThreadSet = "Thread";
    private const string HistorySet = "History";

    // So many ids go into one request.
    private const int BatchSize = 100;

    private readonly List<MessageIdentity> _gathered = [];
    private IMessageBatchReader? _gatheredFor;

    /// <summary>The rooms whose messages are wanted: ids, names or objects. Left out, the session's default room. With -Message or -Thread the room the message is in, which Gitter needs when only an id is given.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("RoomId")]
    [ArgumentCompleter(typeof(RoomCompleter))]
    public RoomIdentity[]? Room { get; set; }

    /// <summary>The messages to get: ids or objects. Many are fetched in few requests where the platform can, and come in the order given.</summary>
    [Parameter(Mandatory = true, ValueFromPipelineByPropertyName = true, ParameterSetName = MessageSet)]
    [Alias("MessageId")]
    public MessageIdentity[]? Message { get; set; }

    /// <summary>A message whose whole thread is wanted, oldest first: any message of the thread.</summary>
    [Parameter(Mandatory = true, ParameterSetName = ThreadSet)]
    [Alias("ThreadId")]
    public MessageIdentity? Thread { get; set; }

    /// <summary>A message of yours whose earlier versions are wanted, the newest first (Mattermost, newer versions).</summary>
    [Parameter(Mandatory = true, ParameterSetName = HistorySet)]
    public MessageIdentity? History { get; set; }

    /// <summary>The people whose private conversations with you are wanted in place of a room, or with -Message the one that the message stands in: ids, e-mail addresses (Mattermost, HipChat), names or objects. A conversation that has not begun has no messages, and reading begins none, except for an account in no team (Mattermost).</summary>
    [Parameter(ParameterSetName = RoomSet)]
    [Parameter(ValueFromPipelineByPropertyName = true, ParameterSetName = MessageSet)]
    [Alias("WithUserId")]
    [ArgumentCompleter(typeof(UserCompleter))]
    public UserIdentity[]? User { get; set; }

    /// <summary>The team that a room's name belongs to; left out, the session's.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(TeamCompleter))]
    public TeamIdentity? Team { get; set; }

    /// <summary>Only messages older than this one, an id or an object.</summary>
    [Parameter(ParameterSetName = RoomSet)]
    public MessageIdentity? Before { get; set; }

    /// <summary>Only messages newer than this one, an id or an object. They come oldest first.</summary>
    [Parameter(ParameterSetName = RoomSet)]
    public MessageIdentity? After { get; set; }

    /// <summary>This message, an id or an object, with those before and after it, oldest first: about 50, or as many as -First says.</summary>
    [Parameter(ParameterSetName = RoomSet)]
    public MessageIdentity? Around { get; set; }

    /// <summary>Only messages sent at this time or later. A time without a zone is local.</summary>
    [Parameter(ParameterSetName = RoomSet)]
    public DateTimeOffset? Since { get; set; }

    /// <summary>Only messages sent at this time or earlier. A time without a zone is local.</summary>
    [Parameter(ParameterSetName = RoomSet)]
    public DateTimeOffset? Until { get; set; }

    /// <summary>Only the messages pinned to the room (Mattermost).</summary>
    [Parameter(ParameterSetName = RoomSet)]
    public SwitchParameter Pinned { get; set; }

    /// <summary>Only the messages you have put aside for yourself: of -Room, of -Team, or else of all rooms (Mattermost).</summary>
    [Parameter(ParameterSetName = RoomSet)]
    public SwitchParameter Flagged { get; set; }

    /// <summary>The beginnings of the threads you follow, those with the newest replies first: of -Team, or else of each of your teams (Mattermost).</summary>
    [Parameter(ParameterSetName = RoomSet)]
    public SwitchParameter Following { get; set; }

    /// <summary>Also messages that were deleted: they have no text any more (HipChat).</summary>
    [Parameter(ParameterSetName = RoomSet)]
    public SwitchParameter IncludeDeleted { get; set; }

    private protected override void Process()
    {
        switch (ParameterSetName)
        {
            case MessageSet:
                foreach (var message in Message!)
                    Guard(message, () => Gather(message));
                break;
            case ThreadSet:
                Guard(Thread!.Value, WriteThread);
                break;
            case HistorySet:
                Guard(History!.Value, WriteHistory);
                break;
            default:
                foreach (RoomIdentity? room in Room ?? (User is null ? [null!] : []))
                    Guard(room, () => WriteOf(room, null));
                foreach (var user in User ?? [])
                    Guard(user, () => WriteOf(null, user));
                break;
        }
    }

    private protected override void End() => Flush();

    private void WriteOf(RoomIdentity? room, UserIdentity? user)
    {
        MessageIdentity?[] anchors = [Before, After, Around];
        if (anchors.Count(anchor => anchor is not null) + (Pinned ? 1 : 0) + (Flagged ? 1 : 0) + (Following ? 1 : 0) > 1)
            throw new ChatException(ChatErrorReason.InvalidRequest, "Only one of -Before, -After, -Around, -Pinned, -Flagged and -Following can be given.")
            {
                Advice = "Use -Since and -Until for a span of time.",
            };
        var anchor = anchors.FirstOrDefault(one => one is not null);
        var filter = new MessageFilter
        {
            Room = room?.Value ?? (user is null ? anchor?.RoomId : null),
            User = user?.Ref ?? (room is null ? anchor?.With : null),
            Team = Team?.Value,
            Before = Before?.Value,
            After = After?.Value,
            Around = Around?.Value,
            Since = Since,
            Until = Until,
            Pinned = Pinned,
            Flagged = Flagged,
            Following = Following,
            IncludeDeleted = IncludeDeleted,
        };
        var messages = Require<IMessageReader>((Identity?)room ?? (Identity?)user ?? anchor);
        WriteList((window, context) => messages.ListAsync(filter, window, context));
    }

    private void WriteThread()
    {
        var messages = Require<IMessageReader>(Thread);
        var thread = Thread!.In(Room?.FirstOrDefault(), Team);
        WriteList((window, context) => messages.ListThreadAsync(thread, window, context));
    }

    private void WriteHistory()
    {
        var messages = Require<IMessageHistoryReader>(History, nameof(History));
        var message = History!.In(Room?.FirstOrDefault(), Team);
        WriteList((window, context) => messages.ListVersionsAsync(message, window, context));
    }

    private void Gather(MessageIdentity message)
    {
        var connection = ConnectionFor(message);
        // What stands elsewhere than in a room is a matter for the platform, which says so.
        var batch = User is null ? connection.Find<IMessageBatchReader>() : null;
        if (batch != _gatheredFor || _gathered.Count >= BatchSize)
            Flush();
        if (batch is null)
        {
            Write(Await(Require<IMessageReader>(message).GetAsync(message.In(Room?.FirstOrDefault(), Team, User?.FirstOrDefault()), Context)));
            return;
        }
        _gatheredFor = batch;
        _gathered.Add(message);
    }

    private void Flush()
    {
        MessageIdentity[] messages = [.. _gathered];
        _gathered.Clear();
        if (messages is [var only])
            // The server's own words say more than that it is not among many.
            Guard(only, () => Write(Await(((IMessageReader)_gatheredFor!).GetAsync(only.In(null), Context))));
        else if (messages.Length > 0)
            Guard(messages, () => WriteMany(messages));
    }

    private void WriteMany(MessageIdentity[] messages)
    {
        var found = Await(_gatheredFor!.GetAsync([.. messages.Select(message => message.Value)], Context));
        foreach (var (message, answer) in messages.Zip(found))
        {
            if (answer is not null)
                Write(answer);
            else
                Report(new ChatException(ChatErrorReason.NotFound, $"There is no message '{message.Value}'.")
                {
                    Advice = "Check the id. The message may be deleted, or in a room this account may not see.",
                }, message.Value);
        }
    }
}
