using System.Management.Automation;
using ChatPS.Client.Capabilities;
using ChatPS.Common;

namespace ChatPS.Reactions;

/// <summary>Gets the reactions to messages, many messages in one request.</summary>
[Cmdlet(VerbsCommon.Get, "ChatReaction", SupportsPaging = true)]
[OutputType(typeof(ChatReaction))]
public sealed class GetChatReactionCommand : GetCmdlet
{
    private const int BatchSize = 100;

    private readonly List<MessageIdentity> _gathered = [];
    private IReactionReader? _gatheredFor;

    /// <summary>The messages whose reactions are wanted: ids or objects. -First and -Skip count for each message.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("MessageId")]
    public MessageIdentity[]? Message { get; set; }

    private protected override void Process()
    {
        foreach (var message in Message!)
            Guard(message, () => Gather(message));
    }

    private protected override void End() => Flush();

    private void Gather(MessageIdentity message)
    {
        var reactions = Require<IReactionReader>(message);
        if (reactions != _gatheredFor || _gathered.Count >= BatchSize)
            Flush();
        _gatheredFor = reactions;
        _gathered.Add(message);
    }

    private void Flush()
    {
        if (_gathered.Count > 0)
            WriteBatch([.. _gathered.Select(message => message.Value)]);
        _gathered.Clear();
    }

    // One message that may not be read fails the whole request: by halves the others come through in few more.
    private void WriteBatch(string[] messages)
    {
        IReadOnlyList<IReadOnlyList<ChatReaction>>? answer = null;
        try
        {
            answer = Await(_gatheredFor!.ListAsync(messages, Context));
        }
        catch (ChatException e) when (messages.Length > 1
            && e.Reason is ChatErrorReason.Forbidden or ChatErrorReason.NotFound or ChatErrorReason.InvalidRequest)
        {
            WriteBatch(messages[..(messages.Length / 2)]);
            WriteBatch(messages[(messages.Length / 2)..]);
        }
        catch (ChatException e)
        {
            Report(e, messages is [var only] ? only : messages);
        }
        foreach (var reaction in (answer ?? []).SelectMany(ofOne => ofOne.Skip((int)Math.Min(Skip, int.MaxValue)).Take((int)Math.Min(First ?? int.MaxValue, int.MaxValue))))
            Write(reaction);
    }
}
