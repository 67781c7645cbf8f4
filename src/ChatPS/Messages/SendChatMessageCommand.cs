using System.Collections;
using System.Management.Automation;
using ChatPS.Client.Capabilities;
using ChatPS.Common;
using ChatPS.Files;

namespace ChatPS.Messages;

/// <summary>Sends messages to rooms, or to people in private. Every text from the pipeline becomes a message of its own.</summary>
[Cmdlet(VerbsCommunications.Send, "ChatMessage", SupportsShouldProcess = true)]
[OutputType(typeof(ChatMessage))]
public sealed class SendChatMessageCommand : WriteCmdlet
{
    /// <summary>The rooms to write in: ids, names or objects. Left out, the room of -ReplyTo or else the session's default room.</summary>
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true)]
    [Alias("RoomId")]
    [ArgumentCompleter(typeof(RoomCompleter))]
    public RoomIdentity[]? Room { get; set; }

    /// <summary>The text, in the platform's Markdown. It may be left out when a file is sent. With -User and no -Room the text comes first.</summary>
    [Parameter(Position = 1, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("Message")]
    [AllowEmptyString]
    public string? Text { get; set; }

    /// <summary>The team that a room's name belongs to; left out, the session's.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(TeamCompleter))]
    public TeamIdentity? Team { get; set; }

    /// <summary>The message to answer, an id or an object; the answer joins its thread.</summary>
    [Parameter]
    [Alias("Thread")]
    public MessageIdentity? ReplyTo { get; set; }

    /// <summary>Paths of files to upload and send with the message; wildcards are allowed (Mattermost).</summary>
    [Parameter]
    [SupportsWildcards]
    public string[]? File { get; set; }

    /// <summary>Files that Send-ChatFile uploaded to the same room before, ids or objects (Mattermost).</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public FileIdentity[]? FileId { get; set; }

    /// <summary>What integrations attach to a message, such as attachments (Mattermost).</summary>
    [Parameter]
    public Hashtable? Props { get; set; }

    /// <summary>Sends the text as what you are doing, like /me (Gitter).</summary>
    [Parameter]
    public SwitchParameter Status { get; set; }

    /// <summary>The people to write to in private, in place of a room: ids, e-mail addresses (Mattermost, HipChat), names or objects.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(UserCompleter))]
    public UserIdentity[]? User { get; set; }

    /// <summary>The one person of the room who sees the message, until the client is started anew: an id, a name, an e-mail address, or the object (Mattermost; administrators only).</summary>
    [Parameter]
    [ArgumentCompleter(typeof(UserCompleter))]
    public UserIdentity? VisibleTo { get; set; }

    /// <summary>An address to share; the text is said with it and may be left out (HipChat).</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    public string? Link { get; set; }

    /// <summary>Has the message get people's attention, by a sound for example. In a room it is sent as a notification (HipChat).</summary>
    [Parameter]
    public SwitchParameter Notify { get; set; }

    // Messages that are piped on have a color and a sender, which are not asked for by that.
    /// <summary>The background, which makes the message a notification: yellow, green, red, purple, gray or random (HipChat).</summary>
    [Parameter]
    [ArgumentCompleter(typeof(MessageColorCompleter))]
    public string? Color { get; set; }

    /// <summary>How the text is to be read: text, or html. In a room it makes the message a notification (HipChat).</summary>
    [Parameter]
    [ArgumentCompleter(typeof(MessageFormatCompleter))]
    public string? Format { get; set; }

    /// <summary>A card to show in place of the text, which makes the message a notification: style (such as application), title, and what else the API knows of cards. An id is thought up where there is none (HipChat).</summary>
    [Parameter]
    public Hashtable? Card { get; set; }

    /// <summary>Who the message says it is from, up to 64 characters, which makes it a notification (HipChat).</summary>
    [Parameter]
    public string? From { get; set; }

    /// <summary>Emits the sent messages.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    private protected override void Process()
    {
        var (rooms, text) = (Room, Text);
        // Who writes to people names no room, so that what comes first is the text. The engine cannot tell, since a text makes a room.
        if (User is not null && text is null && !IsPiped(nameof(Room)) && Room is [{ Item: null } first] && File is null && FileId is null)
            (rooms, text) = (null, first.Value);
        if (User is { Length: > 1 } people)
            Guard(text, () => Await(Require<IMessageSender>(people[0]).PrepareAsync([.. people.Select(user => user.Ref)], Context)));
        foreach (RoomIdentity? room in rooms ?? (User is null ? [null!] : []))
            Guard(text, () => Send(text, room, null));
        foreach (var user in User ?? [])
            Guard(user, () => Send(text, null, user));
    }

    private void Send(string? text, RoomIdentity? room, UserIdentity? user)
    {
        var identity = (Identity?)room ?? (Identity?)user ?? ReplyTo;
        var messages = Require<IMessageSender>(identity);
        var message = new NewMessage
        {
            Room = room?.Value ?? (user is null ? ReplyTo?.RoomId : null),
            User = user?.Ref,
            VisibleTo = VisibleTo?.Ref,
            Team = Team?.Value,
            Text = text ?? "",
            ReplyTo = ReplyTo?.In(room, Team),
            Files = File is null ? [] : [.. LocalFiles.Find(this, File, isLiteral: false).Select(LocalFiles.ToUpload)],
            FileIds = [.. (FileId ?? []).Select(file => file.Value)],
            Props = Props is null ? null : JsonObjects.ToNode(Props),
            IsStatus = Status,
            Link = Link,
            Style = new MessageStyle
            {
                Notify = Given(nameof(Notify), Notify),
                Color = Color,
                Format = Format,
                Card = Card is null ? null : JsonObjects.ToNode(Card),
                From = From,
            },
            Wanted = PassThru,
        };
        if (string.IsNullOrWhiteSpace(message.Text) && message is { Files.Count: 0, FileIds.Count: 0, Link: null })
            throw new ChatException(ChatErrorReason.InvalidRequest, "A message needs a text or a file.") { Advice = "The room comes first and then the text; name it with -Text where the session has a default room. With -User the text comes first." };
        var (wanted, target) = (PassThru.IsPresent, user?.Display ?? message.Room ?? ConnectionFor(identity).Session.Room ?? "the session's default room");
        if (Should(target, $"Send message '{Shorten(message.Text)}'"))
            Submit((object?)user ?? text, context => Emit(messages.SendAsync(message, context), wanted));
    }

    private static string Shorten(string text) => text.ReplaceLineEndings(" ") is { Length: > 60 } line ? line[..59] + "…" : text.ReplaceLineEndings(" ");
}
