using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using ChatPS.Client.Http;
using ChatPS.Client.Paging;

namespace ChatPS.Client.Capabilities;

/// <summary>A message as the caller means it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Room">Its room's id or name, which some platforms need to find it; null for the session's.</param>
/// <param name="Team">The team a room's name is looked for in; null for the session's.</param>
/// <param name="Thread">The message that began its thread, where the caller knows that.</param>
/// <param name="User">The person that the private conversation is with, where it stands in one that is no room.</param>
internal sealed record MessageRef(string Id, string? Room = null, string? Team = null, string? Thread = null, UserRef? User = null);

/// <summary>Which of a room's messages a list is to have.</summary>
internal sealed record MessageFilter
{
    /// <summary>The room's id or name; null for the session's.</summary>
    public string? Room { get; init; }

    public string? Team { get; init; }

    /// <summary>The person whose private conversation with the session's user is wanted in place of a room.</summary>
    public UserRef? User { get; init; }

    /// <summary>Only messages older than this one.</summary>
    public string? Before { get; init; }

    /// <summary>Only messages newer than this one; the list goes forwards in time.</summary>
    public string? After { get; init; }

    /// <summary>This message and those next to it; the list goes forwards in time.</summary>
    public string? Around { get; init; }

    public DateTimeOffset? Since { get; init; }

    public DateTimeOffset? Until { get; init; }

    public bool Pinned { get; init; }

    /// <summary>Only those that the session's user has put aside; where neither room nor team is named, of all rooms.</summary>
    public bool Flagged { get; init; }

    /// <summary>The beginnings of those threads that the session's user follows; where no team is named, of all teams.</summary>
    public bool Following { get; init; }

    /// <summary>Also messages that were deleted, of which the platform keeps the place.</summary>
    public bool IncludeDeleted { get; init; }

    private bool GoesForwards => After is not null || Around is not null;

    /// <summary>The messages of the times that are wanted, read no further than those reach.</summary>
    /// <param name="list">Lists a part of the messages, whatever their times.</param>
    /// <param name="window">The part that is wanted of those of the right time.</param>
    public IAsyncEnumerable<ChatMessage> Within(Func<PageWindow, IAsyncEnumerable<ChatMessage>> list, PageWindow window)
    {
        if (Since is null && Until is null)
            return list(window);
        // The far limit only ends the list early; the near one leaves out its beginning, which must not count.
        return (GoesForwards ? Since : Until) is null
            ? WithinTimes(list(window))
            : window.Cut(WithinTimes(list(PageWindow.All)));
    }

    private async IAsyncEnumerable<ChatMessage> WithinTimes(
        IAsyncEnumerable<ChatMessage> messages, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        await foreach (var message in messages.WithCancellation(cancellation).ConfigureAwait(false))
        {
            var (isOlder, isNewer) = (message.SentAt < Since, message.SentAt > Until);
            if (GoesForwards ? isNewer : isOlder)
                yield break;
            if (!isOlder && !isNewer)
                yield return message;
        }
    }
}

/// <summary>What a message to be sent is made of; what is null or empty is left out.</summary>
internal sealed record NewMessage
{
    public string? Room { get; init; }

    public string? Team { get; init; }

    public string Text { get; init; } = "";

    /// <summary>The message it answers, any of its thread.</summary>
    public MessageRef? ReplyTo { get; init; }

    /// <summary>Files to send along.</summary>
    public IReadOnlyList<FileUpload> Files { get; init; } = [];

    /// <summary>Files that were uploaded before.</summary>
    public IReadOnlyList<string> FileIds { get; init; } = [];

    /// <summary>What integrations attach to a message.</summary>
    public JsonNode? Props { get; init; }

    /// <summary>Tells what the writer does, as /me does.</summary>
    public bool IsStatus { get; init; }

    /// <summary>Whom to write to in private, in place of a room.</summary>
    public UserRef? User { get; init; }

    /// <summary>The one person of the room who sees it, for a while.</summary>
    public UserRef? VisibleTo { get; init; }

    /// <summary>An address to share.</summary>
    public string? Link { get; init; }

    /// <summary>How it is to look and sound, where it is more than text.</summary>
    public MessageStyle Style { get; init; } = new();

    /// <summary>Whether the caller wants to see what was sent.</summary>
    public bool Wanted { get; init; }
}

/// <summary>What makes of a message a notification; what is null the platform decides.</summary>
internal sealed record MessageStyle
{
    /// <summary>Whether it gets people's attention, with a sound for example.</summary>
    public bool? Notify { get; init; }

    public string? Color { get; init; }

    /// <summary>Whether the text is html or text.</summary>
    public string? Format { get; init; }

    public JsonNode? Card { get; init; }

    /// <summary>Who it says it comes from, beside the sender.</summary>
    public string? From { get; init; }
}

/// <summary>What is to change about a message; what is null stays.</summary>
internal sealed record MessageChange(string? Text = null, bool? Pinned = null)
{
    /// <summary>What integrations attach to it, in place of what is attached.</summary>
    public JsonNode? Props { get; init; }

    /// <summary>Whether the session's user has put it aside.</summary>
    public bool? Flagged { get; init; }

    /// <summary>Whether the session's user follows its thread.</summary>
    public bool? Following { get; init; }

    /// <summary>The version of it that it is to become again.</summary>
    public string? Version { get; init; }
}

/// <summary>What messages are searched for.</summary>
internal sealed record MessageSearch(string Terms)
{
    public string? Room { get; init; }

    public string? Team { get; init; }

    /// <summary>One of the words is enough.</summary>
    public bool AnyWord { get; init; }

    public bool IncludeArchived { get; init; }
}

internal interface IMessageReader
{
    /// <summary>A room's messages: newest first, but forwards in time after or around a message.</summary>
    IAsyncEnumerable<ChatMessage> ListAsync(MessageFilter filter, PageWindow window, CallContext context);

    /// <summary>The thread that a message belongs to, from the message that began it.</summary>
    IAsyncEnumerable<ChatMessage> ListThreadAsync(MessageRef message, PageWindow window, CallContext context);

    Task<ChatMessage> GetAsync(MessageRef message, CallContext context);
}

/// <summary>Reads what messages were before they were changed.</summary>
internal interface IMessageHistoryReader
{
    /// <summary>The versions that a message had, the newest first.</summary>
    IAsyncEnumerable<ChatMessage> ListVersionsAsync(MessageRef message, PageWindow window, CallContext context);
}

internal interface IMessageBatchReader
{
    /// <summary>Many messages in one request, in the order asked for; null for those that are not there.</summary>
    Task<IReadOnlyList<ChatMessage?>> GetAsync(IReadOnlyList<string> messages, CallContext context);
}

internal interface IMessageSender
{
    /// <summary>Looks up the names of many people in few requests, before they are written to.</summary>
    Task PrepareAsync(IReadOnlyList<UserRef> users, CallContext context) => Task.CompletedTask;

    /// <returns>The sent message; null where the platform tells nothing of it and it is not wanted.</returns>
    Task<ChatMessage?> SendAsync(NewMessage message, CallContext context);
}

internal interface IMessageEditor
{
    /// <returns>The changed message, if it is wanted.</returns>
    Task<ChatMessage?> UpdateAsync(MessageRef message, MessageChange change, bool wanted, CallContext context);
}

internal interface IMessageRemover
{
    /// <param name="message">Which.</param>
    /// <param name="permanent">Beyond recovery, where the platform knows the difference.</param>
    /// <param name="context">The call.</param>
    Task RemoveAsync(MessageRef message, bool permanent, CallContext context);
}

internal interface IMessageSearcher
{
    IAsyncEnumerable<ChatMessage> SearchAsync(MessageSearch search, PageWindow window, CallContext context);
}
