using System.Management.Automation;
using ChatPS.Client.Capabilities;
using ChatPS.Client.Http;
using ChatPS.Common;

namespace ChatPS.Files;

/// <summary>Downloads files to the disk. A file appears under its name only when all of it has come.</summary>
[Cmdlet(VerbsData.Save, "ChatFile", SupportsShouldProcess = true)]
[OutputType(typeof(FileInfo))]
public sealed class SaveChatFileCommand : SaveCmdlet
{
    /// <summary>The files: ids or objects.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("FileId")]
    public FileIdentity[]? File { get; set; }

    /// <summary>A folder, in which the files get the names they have at the server as far as those fit the disk, or the path of one file. Left out, the current folder.</summary>
    [Parameter(Position = 1)]
    [ValidateNotNullOrEmpty]
    public string Destination { get; set; } = ".";

    private protected override void Process()
    {
        foreach (var file in File!)
        {
            Guard(file, () =>
            {
                var files = Require<IFileReader>(file);
                var target = TargetAt(Destination);
                var wanted = PassThru.IsPresent;
                if (Should(file.File?.Name ?? file.Value, $"Save file to {Destination}"))
                    Submit(file, context => Emit(SaveAsync(files, file, target, context), wanted));
            });
        }
    }

    private static async Task<FileInfo> SaveAsync(IFileReader files, FileIdentity file, SaveTarget target, CallContext context)
    {
        var known = file.File ?? await files.GetAsync(file.Value, context).ConfigureAwait(false);
        var path = await target.SaveAsync(known.Name, known.Id, async stream =>
        {
            await SaveProgress.ShowAsync(known.Name, stream, context, report => files.SaveAsync(known.Id, stream, report, context)).ConfigureAwait(false);
            if (known.Size > 0 && stream.Length != known.Size)
                throw new ChatException(ChatErrorReason.InvalidResponse, $"'{known.Name}' has {known.Size} bytes, and {stream.Length} came.") { Advice = "Try again." };
        }).ConfigureAwait(false);
        return new FileInfo(path);
    }
}
