using System.Management.Automation;
using ChatPS.Client.Capabilities;
using ChatPS.Common;

namespace ChatPS.Files;

/// <summary>Gets what the server knows of files: by id, those of a message, or those that a search finds.</summary>
[Cmdlet(VerbsCommon.Get, "ChatFile", SupportsPaging = true, DefaultParameterSetName = FileSet)]
[OutputType(typeof(ChatFile))]
public sealed class GetChatFileCommand : GetCmdlet
{
    private const string FileSet = "File";
    private const string MessageSet = "Message";
    private const string SearchSet = "Search";

    // Neither is mandatory: the binder would hold a piped message against the default set, which wants a file.
    /// <summary>The files: ids or objects.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true, ParameterSetName = FileSet)]
    [Alias("FileId")]
    public FileIdentity[]? File { get; set; }

    /// <summary>The messages whose files are wanted: ids or objects.</summary>
    [Parameter(ValueFromPipeline = true, ValueFromPipelineByPropertyName = true, ParameterSetName = MessageSet)]
    [Alias("MessageId")]
    public MessageIdentity[]? Message { get; set; }

    /// <summary>What to search for in the files' names and, where the server reads them, contents; in:room and from:user narrow it down.</summary>
    [Parameter(Mandatory = true, ParameterSetName = SearchSet)]
    [ValidateNotNullOrEmpty]
    public string? Search { get; set; }

    /// <summary>The team whose files are searched; left out, the session's or your only one, and on servers that can do it those of all your teams.</summary>
    [Parameter(ParameterSetName = SearchSet)]
    [ArgumentCompleter(typeof(TeamCompleter))]
    public TeamIdentity? Team { get; set; }

    private protected override void Process()
    {
        switch (ParameterSetName)
        {
            case MessageSet:
                foreach (var message in Message!)
                    Guard(message, () => WriteOf(message));
                break;
            case SearchSet:
                var found = Require<IFileReader>(Team);
                WriteList((window, context) => found.SearchAsync(Search!, Team?.Value, window, context));
                break;
            default:
                foreach (var file in File ?? throw NothingNamed())
                    Guard(file, () => Write(Await(Require<IFileReader>(file).GetAsync(file.Value, Context))));
                break;
        }
    }

    private void WriteOf(MessageIdentity message)
    {
        var files = Require<IFileReader>(message);
        // A message that says it has none need not be asked about.
        if (message.Item is not ChatMessage { FileIds.Count: 0 })
            WriteList((window, context) => files.ListAsync(message.Value, window, context));
    }

    private static ChatException NothingNamed() => new(ChatErrorReason.InvalidRequest, "No file was named.")
    {
        Advice = "Give -File, -Message or -Search: there is no list of all files.",
    };
}
