using System.Management.Automation;
using ChatPS.Client.Capabilities;
using ChatPS.Common;
using ChatPS.Jobs;

namespace ChatPS.Exports;

/// <summary>
/// Has a server make an archive of all that is on it, or of what people said in some time for those who have to keep it. Emits the job or, when it
/// waits for the end of an archive of everything, the archive.
/// </summary>
[Cmdlet(VerbsLifecycle.Start, "ChatExport", SupportsShouldProcess = true, DefaultParameterSetName = AllSet)]
[OutputType(typeof(ChatJob), typeof(ChatExport))]
public sealed class StartChatExportCommand : JobWaitCmdlet
{
    private const string AllSet = "All";
    private const string FormatSet = "Format";
    private const string DateSet = "Date";
    private const string TimesSet = "Times";

    /// <summary>Leaves out the files that belong to messages.</summary>
    [Parameter(ParameterSetName = AllSet)]
    public SwitchParameter NoAttachment { get; set; }

    /// <summary>Archived rooms go along, as newer servers let them.</summary>
    [Parameter(ParameterSetName = AllSet)]
    public SwitchParameter IncludeArchived { get; set; }

    /// <summary>
    /// What people said, in the form that an archive of messages takes: csv, actiance or globalrelay. Without -Date, -From and -To the server goes on
    /// where its last export ended.
    /// </summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = FormatSet)]
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = DateSet)]
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = TimesSet)]
    [ArgumentCompleter(typeof(ComplianceFormatCompleter))]
    [ValidateNotNullOrEmpty]
    public string? Format { get; set; }

    /// <summary>The one day that is wanted, from midnight to midnight. A day without a zone is a local one.</summary>
    [Parameter(Mandatory = true, ParameterSetName = DateSet)]
    public DateTimeOffset? Date { get; set; }

    /// <summary>The first moment that is wanted. A time without a zone is local.</summary>
    [Parameter(Mandatory = true, ParameterSetName = TimesSet)]
    public DateTimeOffset? From { get; set; }

    /// <summary>The last moment that is wanted.</summary>
    [Parameter(Mandatory = true, ParameterSetName = TimesSet)]
    public DateTimeOffset? To { get; set; }

    private protected override void Process()
    {
        if (Format is null)
            StartOfAll();
        else
            StartOfMessages(Format);
    }

    private void StartOfAll()
    {
        var (exporter, what, timeout) = (Require<IExporter>(), new NewExport(!NoAttachment, IncludeArchived), Timeout);
        if (!Should(ConnectionFor().Session.BaseUri.Host, what.WithFiles ? "Export everything" : "Export everything but files"))
            return;
        if (Wait)
            Submit(null, context => Emit(exporter.CompleteAsync(what, timeout, context)));
        else
            Submit(null, context => Emit(exporter.StartAsync(what, context)));
    }

    private void StartOfMessages(string format)
    {
        var (from, to) = Date is { } day ? DayOf(day) : (From, To);
        if (from > to)
            throw new ChatException(ChatErrorReason.InvalidRequest, "The end is before the beginning.") { Advice = "Give a -To that is later than -From." };
        var (exporter, follow, export) = (Require<IComplianceExporter>(), Follower(), new NewComplianceExport(format) { From = from, To = to });
        var when = from is null ? "since the last export" : $"from {from:u} to {to:u}";
        if (Should(ConnectionFor().Session.BaseUri.Host, $"Export messages {when} as {format}"))
            Submit(null, context => follow(exporter.StartAsync(export, context), context));
    }

    // Here a day may have an hour more or less than others.
    private static (DateTimeOffset? From, DateTimeOffset? To) DayOf(DateTimeOffset day)
    {
        var from = new DateTimeOffset(day.Date, day.Offset);
        var isLocal = TimeZoneInfo.Local.GetUtcOffset(from) == from.Offset;
        var next = isLocal ? new DateTimeOffset(DateTime.SpecifyKind(day.Date.AddDays(1), DateTimeKind.Local)) : from.AddDays(1);
        return (from, next.AddMilliseconds(-1));
    }
}
