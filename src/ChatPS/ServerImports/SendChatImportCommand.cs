using System.Management.Automation;
using ChatPS.Client.Capabilities;
using ChatPS.Common;
using ChatPS.Files;

namespace ChatPS.ServerImports;

/// <summary>Uploads archives for a server to import, and emits them. An upload that breaks off goes on where the server has it, now or later.</summary>
[Cmdlet(VerbsCommunications.Send, "ChatImport", SupportsShouldProcess = true, DefaultParameterSetName = PathSet)]
[OutputType(typeof(ChatImport))]
public sealed class SendChatImportCommand : WriteCmdlet
{
    private const string PathSet = "Path";
    private const string LiteralPathSet = "LiteralPath";

    /// <summary>The archives' paths; wildcards are allowed.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true, ParameterSetName = PathSet)]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    public string[]? Path { get; set; }

    /// <summary>The archives' paths exactly as they are, as Get-ChildItem's objects give them.</summary>
    [Parameter(Mandatory = true, ValueFromPipelineByPropertyName = true, ParameterSetName = LiteralPathSet)]
    [Alias("PSPath", "FullName", "LP")]
    [ValidateNotNullOrEmpty]
    public string[]? LiteralPath { get; set; }

    /// <summary>The upload to go on with: what Get-ChatImport -Incomplete gave, the TargetObject of the error with which it broke off, or its id. The path names the same file as before.</summary>
    [Parameter]
    [ValidateNotNull]
    public object? Resume { get; set; }

    /// <summary>How many bytes to send in one request, at least 5 MB, for servers behind a proxy that takes no more. Left out, all of the file.</summary>
    [Parameter]
    [ValidateRange(5 * 1024 * 1024, long.MaxValue)]
    public long? PartSize { get; set; }

    private bool _hasResumed;

    private protected override void Process()
    {
        var isLiteral = ParameterSetName == LiteralPathSet;
        var paths = isLiteral ? LiteralPath! : Path!;
        foreach (var given in paths)
        {
            Guard(given, () =>
            {
                var (session, upload) = UploadOf(Resume);
                var imports = Require<IImporter>(session);
                string[] files = [.. LocalFiles.Find(this, [given], isLiteral)];
                if (upload is not null && (_hasResumed || paths.Length > 1 || files.Length > 1))
                    throw new ChatException(ChatErrorReason.InvalidRequest, "-Resume goes on with one file, and there are more.") { Advice = "Give the file that the upload was begun with, and the others without -Resume." };
                _hasResumed = upload is not null;
                foreach (var path in files)
                    Guard(path, () => Send(imports, path, upload));
            });
        }
    }

    private void Send(IImporter imports, string path, string? upload)
    {
        var (file, partSize) = (LocalFiles.ToUpload(path), PartSize);
        if (Should(path, upload is null ? "Upload import" : $"Go on with upload {upload}"))
            Submit(path, context => Emit(imports.SendAsync(file, upload, partSize, context)));
    }

    private static (ImportIdentity? Session, string? Upload) UploadOf(object? resume) => (resume is PSObject wrapped ? wrapped.BaseObject : resume) switch
    {
        null => (null, null),
        ChatImport { UploadId: { } upload } import => (new ImportIdentity(import), upload),
        string upload => (null, upload),
        _ => throw new ChatException(ChatErrorReason.InvalidRequest, "There is nothing to go on with in what -Resume was given.")
        {
            Advice = "Give what Get-ChatImport -Incomplete gave, or the id of the upload.",
        },
    };
}
