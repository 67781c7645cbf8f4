using System.Management.Automation;
using ChatPS.Client.Capabilities;
using ChatPS.Client.Platforms;
using ChatPS.Common;
using ChatPS.Files;

namespace ChatPS.ServerImports;

/// <summary>Looks through archives before a server imports them, and emits what is wrong with them. It takes no session, unless a server is to be asked what it has already.</summary>
[Cmdlet(VerbsDiagnostic.Test, "ChatImport", DefaultParameterSetName = PathSet)]
[OutputType(typeof(ChatImportFinding), typeof(ChatImportSummary), typeof(bool))]
public sealed class TestChatImportCommand : SessionCmdlet
{
    private const string PathSet = "Path";
    private const string LiteralPathSet = "LiteralPath";

    /// <summary>The archives' paths; wildcards are allowed. An archive is a zip file, or the lines of one by themselves.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true, ParameterSetName = PathSet)]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    public string[]? Path { get; set; }

    /// <summary>The archives' paths exactly as they are, as Get-ChildItem's objects give them.</summary>
    [Parameter(Mandatory = true, ValueFromPipelineByPropertyName = true, ParameterSetName = LiteralPathSet)]
    [Alias("PSPath", "FullName", "LP")]
    [ValidateNotNullOrEmpty]
    public string[]? LiteralPath { get; set; }

    /// <summary>Asks the session's server what it has: what the archive names may be there, and what it brings should not be. With -Session it is asked anyway.</summary>
    [Parameter]
    public SwitchParameter CheckServer { get; set; }

    /// <summary>Teams that the archive does not bring and the server has, without asking it: names or patterns.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    public string[]? Team { get; set; }

    /// <summary>Leaves out whether the files that lines name are in the archive, and whether those in it are named.</summary>
    [Parameter]
    public SwitchParameter IgnoreAttachment { get; set; }

    /// <summary>How many characters a post may have. Left out, what the server takes, or else 16383, as servers do by default.</summary>
    [Parameter]
    [ValidateRange(1, int.MaxValue)]
    public int? MaxPostLength { get; set; }

    /// <summary>Emits for each archive what is in it and how much is wrong with it, in place of what that is.</summary>
    [Parameter]
    public SwitchParameter Summary { get; set; }

    /// <summary>Emits for each archive whether a server can import it, and nothing else.</summary>
    [Parameter]
    public SwitchParameter Quiet { get; set; }

    private WildcardPattern[] _teams = [];
    private ImportTarget? _target;

    private protected override void Begin()
    {
        if (Summary && Quiet)
            ThrowTerminatingError(ErrorRecords.Of(
                new ChatException(ChatErrorReason.InvalidRequest, "-Quiet emits nothing but true or false, and -Summary what is in an archive.") { Advice = "Give one of them; the summary has IsValid." }, null, Masked));
        _teams = [.. (Team ?? []).Select(team => WildcardPattern.Get(team, WildcardOptions.IgnoreCase))];
    }

    private protected override void Process()
    {
        var isLiteral = ParameterSetName == LiteralPathSet;
        foreach (var given in isLiteral ? LiteralPath! : Path!)
        {
            Guard(given, () =>
            {
                foreach (var path in LocalFiles.Find(this, [given], isLiteral))
                    Guard(path, () => Test(path));
            });
        }
    }

    private void Test(string path)
    {
        var options = new ImportCheckOptions
        {
            HasTeam = name => Array.Exists(_teams, team => team.IsMatch(name)),
            IgnoreAttachments = IgnoreAttachment,
            MaxPostLength = MaxPostLength,
            Target = Target(),
        };
        var check = Checker().Open(path, LocalFiles.ToUpload(path), options);
        if (!Summary && !Quiet)
            WriteEach(check.FindAsync);
        else
            // One error is enough to know that it is no good; all of them are to be counted.
            TakeEach(check.FindAsync, finding => Quiet && finding.Severity == ChatImportSeverity.Error, limit: 1);
        var summary = check.Summary;
        if (Quiet)
            Write(summary.IsValid);
        else if (Summary)
            Write(summary);
        WriteVerbose($"'{path}': {summary.Lines} lines, {summary.Errors} errors, {summary.Warnings} warnings.");
    }

    private bool AsksServer => CheckServer || Session is not null;

    private IImportChecker Checker() =>
        (AsksServer ? [ConnectionFor().Platform] : PlatformRegistry.All).Select(platform => platform.ImportChecker).First(checker => checker is not null)!;

    // What a server has is asked for once for all archives.
    private ImportTarget? Target() => AsksServer ? _target ??= Await(Require<IImporter>().TargetAsync(Context)) : null;
}
