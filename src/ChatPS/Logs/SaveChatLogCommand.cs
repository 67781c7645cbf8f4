using System.Management.Automation;
using ChatPS.Client.Capabilities;
using ChatPS.Files;

namespace ChatPS.Logs;

/// <summary>Writes logs to files, each line as it comes.</summary>
[Cmdlet(VerbsData.Save, "ChatLog", SupportsShouldProcess = true, SupportsPaging = true)]
[OutputType(typeof(FileInfo))]
public sealed class SaveChatLogCommand : LogCmdlet
{
    private readonly Dictionary<LogOwner, LogFile> _files = [];
    private SaveTarget? _target;

    /// <summary>
    /// A folder, in which the log of each app becomes a file of the app's name, with the process's behind it where one was named, or the path of
    /// the one file. Left out, the current folder.
    /// </summary>
    [Parameter(Position = 1)]
    [Alias("Path")]
    [ValidateNotNullOrEmpty]
    public string Destination { get; set; } = ".";

    /// <summary>Adds the lines to files that are there.</summary>
    [Parameter]
    public SwitchParameter Append { get; set; }

    /// <summary>Overwrites files that are there.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <summary>Emits the saved files, each when its log has ended.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    private protected override LogQuery QueryFor(LogOwner owner) => base.QueryFor(owner) with { Whole = Tail is null && !Wait };

    private protected override bool Prepare(LogOwner owner)
    {
        if (!ShouldProcess(owner.Display, $"Save log to {Destination}"))
            return false;
        _target ??= new SaveTarget(LocalFiles.Resolve(this, Destination), Force || Append);
        _files[owner] = new LogFile(_target.PathOf(owner.Display + ".log", owner.Value + ".log"), Append);
        return true;
    }

    private protected override void Take(LogOwner owner, ChatLog line) => _files[owner].Write(line.Raw);

    private protected override void Finish(LogOwner owner)
    {
        var file = _files[owner];
        file.Close();
        if (PassThru)
            Write(new FileInfo(file.Path));
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        foreach (var file in _files.Values)
            file.Dispose();
    }
}
