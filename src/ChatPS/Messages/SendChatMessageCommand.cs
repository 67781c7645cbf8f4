using System.Collections;
using System.Management.Automation;
using ChatPS.Client.Capabilities;
using ChatPS.Common;
using ChatPS.Files;

namespace ChatPS.Messages;

/// <summary>Sends messages to a room. Every text from the pipeline becomes a message of its own.</summary>
[Cmdlet(VerbsCommunications.Send, "ChatMessage", SupportsShouldProcess = true)]
[OutputType(typeof(ChatMessage))]
public sealed class SendChatMessageCommand : WriteCmdlet
{
    /// <summary>The rooms to write in: ids, names or objects. Left out, the room of -ReplyTo or else the session's default room.</summary>
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true)]
    [Alias("RoomId")]
    [ArgumentCompleter(typeof(RoomCompleter))]
    public RoomIdentity[]? Room { get; set; }

    /// <summary>The text, in the platform's Markdown. It may be left out when a file is sent.</summary>
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

    /// <summary>Emits the sent messages.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    private protected override void Process()
    {
        foreach (RoomIdentity? room in Room ?? Enumerable.Repeat<RoomIdentity?>(null, 1))
            Guard(Text, () => Send(room));
    }

    private void Send(RoomIdentity? room)
    {
        var messages = Require<IMessageSender>((Identity?)room ?? ReplyTo);
        var message = new NewMessage
        {
            Room = room?.Value ?? ReplyTo?.RoomId,
            Team = Team?.Value,
            Text = Text ?? "",
            ReplyTo = ReplyTo?.In(room, Team),
            Files = File is null ? [] : [.. LocalFiles.Find(this, File, isLiteral: false).Select(LocalFiles.ToUpload)],
            FileIds = [.. (FileId ?? []).Select(file => file.Value)],
            Props = Props is null ? null : JsonObjects.ToNode(Props),
            IsStatus = Status,
        };
        if (string.IsNullOrWhiteSpace(message.Text) && message is { Files.Count: 0, FileIds.Count: 0 })
            throw new ChatException(ChatErrorReason.InvalidRequest, "A message needs a text or a file.") { Advice = "The room comes first and then the text; name it with -Text where the session has a default room." };
        var (wanted, target) = (PassThru.IsPresent, message.Room ?? ConnectionFor((Identity?)room ?? ReplyTo).Session.Room ?? "the session's default room");
        if (Should(target, $"Send message '{Shorten(message.Text)}'"))
            Submit(Text, context => Emit(messages.SendAsync(message, context), wanted));
    }

    private static string Shorten(string text) => text.ReplaceLineEndings(" ") is { Length: > 60 } line ? line[..59] + "…" : text.ReplaceLineEndings(" ");
}
