using ChatPS.Client.Capabilities;
using ChatPS.Client.Http;

namespace ChatPS.Client.Platforms.Mattermost.Archives;

/// <summary>Looks through an archive from its first line to its last, and then at what no line named.</summary>
internal sealed class ArchiveCheck(string path, FileUpload file, ImportCheckOptions options, TimeProvider clock) : IImportCheck
{
    // What is done sooner than anybody could read of it.
    private const long WorthProgress = 8 * 1024 * 1024;

    private readonly Queue<ChatImportFinding> _found = [];
    private Dictionary<string, long> _counts = [];
    private long _lines;
    private long _errors;
    private long _warnings;
    private int _attachments;

    public ChatImportSummary Summary => new()
    {
        Path = path,
        Errors = _errors,
        Warnings = _warnings,
        Lines = _lines,
        Roles = _counts.GetValueOrDefault("role"),
        Schemes = _counts.GetValueOrDefault("scheme"),
        Teams = _counts.GetValueOrDefault("team"),
        Channels = _counts.GetValueOrDefault("channel"),
        Users = _counts.GetValueOrDefault("user"),
        Bots = _counts.GetValueOrDefault("bot"),
        Emojis = _counts.GetValueOrDefault("emoji"),
        Posts = _counts.GetValueOrDefault("post"),
        DirectChannels = _counts.GetValueOrDefault("direct_channel"),
        DirectPosts = _counts.GetValueOrDefault("direct_post"),
        Attachments = _attachments,
    };

    public async IAsyncEnumerable<ChatImportFinding> FindAsync(CallContext context)
    {
        using var findings = Find(context).GetEnumerator();
        // Whoever waits has other things to do meanwhile, such as showing the progress.
        while (await Task.Run(findings.MoveNext, context.Cancellation).ConfigureAwait(false))
            yield return findings.Current;
    }

    private IEnumerable<ChatImportFinding> Find(CallContext context)
    {
        using var archive = ArchiveFile.Open(path, file, (rule, item, message) => Report(rule, item, message));
        foreach (var finding in Taken())
            yield return finding;
        if (archive is null)
            yield break;

        var lines = new ArchiveLines(archive.Lines);
        var check = new ArchiveLineCheck(archive, options, clock.GetUtcNow(), _found.Enqueue, path);
        _counts = check.Counts;
        var told = 0L;
        while (Next(lines))
        {
            context.Cancellation.ThrowIfCancellationRequested();
            _lines = lines.Number;
            check.Check(lines);
            _attachments = archive.Used;
            foreach (var finding in Taken())
                yield return finding;
            if (lines.Read - told >= WorthProgress)
                context.Log.Progress(Activity, told = lines.Read, archive.Length);
        }
        if (told > 0)
            context.Log.Progress(Activity, archive.Length, archive.Length);

        if (_found.Count == 0 && lines.Read < archive.Length)
            Report(ChatImportRule.Archive, null, $"The lines end after {lines.Read} of {archive.Length} bytes.");
        if (lines.Read == 0)
            Report(ChatImportRule.Archive, null, "There are no lines to import.");
        foreach (var finding in Taken())
            yield return finding;
        foreach (var name in options.IgnoreAttachments ? [] : archive.Unused)
        {
            context.Cancellation.ThrowIfCancellationRequested();
            Report(ChatImportRule.Unused, name, $"No line names the file '{name}', and the server leaves it out.", ChatImportSeverity.Warning);
            foreach (var finding in Taken())
                yield return finding;
        }
    }

    private string Activity => $"Looking through {file.Name}";

    private bool Next(ArchiveLines lines)
    {
        try
        {
            return lines.MoveNext();
        }
        catch (Exception e) when (e is InvalidDataException or IOException)
        {
            Report(ChatImportRule.Archive, null, $"The archive cannot be read after line {lines.Number}: {e.Message}");
            return false;
        }
    }

    private IEnumerable<ChatImportFinding> Taken()
    {
        while (_found.TryDequeue(out var finding))
        {
            if (finding.Severity == ChatImportSeverity.Error)
                _errors++;
            else
                _warnings++;
            yield return finding;
        }
    }

    private void Report(ChatImportRule rule, string? item, string message, ChatImportSeverity severity = ChatImportSeverity.Error) =>
        _found.Enqueue(new() { Severity = severity, Rule = rule, Item = item, Message = message, Path = path });
}
