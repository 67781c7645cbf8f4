using System.Management.Automation;
using ChatPS.Client.Capabilities;
using ChatPS.Common;

namespace ChatPS.Files;

/// <summary>
/// Uploads files to a room, or to a person in private, and emits those that the platform tells of. On Mattermost nobody sees a
/// file until a message refers to it: pipe the files into Send-ChatMessage, or send both at once with its -File.
/// </summary>
[Cmdlet(VerbsCommunications.Send, "ChatFile", SupportsShouldProcess = true, DefaultParameterSetName = PathSet)]
[OutputType(typeof(ChatFile))]
public sealed class SendChatFileCommand : WriteCmdlet
{
    private const string PathSet = "Path";
    private const string LiteralPathSet = "LiteralPath";

    /// <summary>The room: an id, a name or an object. Left out, the session's default room.</summary>
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true)]
    [Alias("RoomId")]
    [ArgumentCompleter(typeof(RoomCompleter))]
    public RoomIdentity? Room { get; set; }

    /// <summary>The files' paths; wildcards are allowed.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true, ParameterSetName = PathSet)]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    public string[]? Path { get; set; }

    /// <summary>The files' paths exactly as they are, as Get-ChildItem's objects give them.</summary>
    [Parameter(Mandatory = true, ValueFromPipelineByPropertyName = true, ParameterSetName = LiteralPathSet)]
    [Alias("PSPath", "FullName", "LP")]
    [ValidateNotNullOrEmpty]
    public string[]? LiteralPath { get; set; }

    /// <summary>The person who gets the files in private, in place of a room: an id, an e-mail address, a name or an object (Mattermost, HipChat).</summary>
    // Not from the pipeline: on Unix the objects of files have a User, who owns the file.
    [Parameter]
    [ArgumentCompleter(typeof(UserCompleter))]
    public UserIdentity? User { get; set; }

    /// <summary>What is said to each file (HipChat).</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public string? Text { get; set; }

    /// <summary>The team that a room's name belongs to; left out, the session's.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(TeamCompleter))]
    public TeamIdentity? Team { get; set; }

    private protected override void Process()
    {
        var isLiteral = ParameterSetName == LiteralPathSet;
        foreach (var given in isLiteral ? LiteralPath! : Path!)
        {
            Guard(given, () =>
            {
                var files = Require<IFileSender>((Identity?)Room ?? User);
                foreach (var path in LocalFiles.Find(this, [given], isLiteral))
                    Guard(path, () => Send(files, path));
            });
        }
    }

    private void Send(IFileSender files, string path)
    {
        var upload = LocalFiles.ToUpload(path);
        var target = new FileTarget(Room?.Value, Team?.Value, User?.Ref, Text);
        var shown = User?.Display ?? target.Room ?? ConnectionFor((Identity?)Room ?? User).Session.Room ?? "the session's default room";
        if (Should(path, $"Upload file to {shown}"))
            Submit(path, context => Emit(files.SendAsync(target, [upload], context)));
    }
}
