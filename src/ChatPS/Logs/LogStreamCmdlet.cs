using System.Management.Automation;
using ChatPS.Client.Capabilities;
using ChatPS.Client.Http;
using ChatPS.Client.Sessions;
using ChatPS.Client.Streams;
using ChatPS.Common;

namespace ChatPS.Logs;

/// <summary>A cmdlet that takes the logs of apps or of their processes as they come: one after the other, or all at the same time when they have no end.</summary>
public abstract class LogStreamCmdlet : GetCmdlet
{
    private readonly List<Log> _followed = [];
    private readonly HashSet<(ChatSession? Session, string App, string Process)> _processes = [];

    private protected LogStreamCmdlet()
    {
    }

    /// <summary>The apps: ids, names or objects. Left out, that of a process object, or else the session's default app.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("AppId")]
    [ArgumentCompleter(typeof(AppCompleter))]
    public AppIdentity[]? App { get; set; }

    /// <summary>
    /// Goes on with the lines as they are written, those of several logs as they come, until -First or -Timeout ends it, Ctrl+C, or the end of
    /// the process whose log it is. When the platform ends the stream or the connection breaks, it is taken up again where it was.
    /// </summary>
    [Parameter]
    public SwitchParameter Wait { get; set; }

    /// <summary>
    /// After what time to stop reading: a time span or a number of seconds. It is no error. Left out, reading ends with the log, and with -Wait not at all.
    /// </summary>
    [Parameter]
    [TimeSpanTransformation]
    public TimeSpan? Timeout { get; set; }

    /// <summary>The processes whose logs are wanted; null for those of the apps as a whole.</summary>
    private protected abstract ProcessIdentity[]? Processes { get; }

    /// <summary>Which lines are wanted.</summary>
    private protected abstract LogQuery QueryFor(LogOwner owner);

    /// <summary>Makes ready for a log; false when it isn't wanted after all.</summary>
    private protected virtual bool Prepare(LogOwner owner) => true;

    /// <summary>Takes a line.</summary>
    private protected abstract void Take(LogOwner owner, ChatLog line);

    /// <summary>A log has come to its end, or there is enough of it.</summary>
    private protected virtual void Finish(LogOwner owner)
    {
    }

    private protected sealed override void Process()
    {
        foreach (var process in Processes ?? [null!])
        {
            // A process that came as an object tells its app itself.
            foreach (var app in App ?? [DefaultApp(process)!])
            {
                var owner = new LogOwner(app, app is null ? process : Whole(app, process));
                Guard(owner, () =>
                {
                    if (IsFirst(owner))
                        Read(owner);
                });
            }
        }
    }

    // Where the log is the server's own there is no app to choose.
    private AppIdentity? DefaultApp(ProcessIdentity? process)
    {
        var connection = ConnectionFor(process);
        return connection.Find<ILogReader>()?.IsOfServer == true ? null : new AppIdentity(process?.AppId ?? connection.Session.AppOr(null));
    }

    // An object that is piped tells its app and its process apart from each other; its name is with the object alone.
    private static ProcessIdentity? Whole(AppIdentity app, ProcessIdentity? process) =>
        app.Item is ChatProcess item && item.Id == process?.Value ? new ProcessIdentity(item) : process;

    // Several rooms may be on one process, which has one log.
    private bool IsFirst(LogOwner owner) =>
        owner.Process is null || _processes.Add((OwnerOf(owner.App, owner.Process)?.Session, owner.App?.Value ?? "", owner.Process.Value));

    private protected sealed override void End()
    {
        if (_followed.Count > 0)
            Read(_followed);
    }

    private void Read(LogOwner owner)
    {
        var logs = Require<ILogReader>(OwnerOf(owner.App, owner.Process));
        if (First == 0 || !Prepare(owner))
            return;
        var query = QueryFor(owner);
        var log = new Log(owner, context => logs.ReadAsync(query, context));
        if (Wait)
            _followed.Add(log);
        else
            Read([log]);
    }

    private void Read(IReadOnlyList<Log> logs)
    {
        var skip = Skip;
        var failed = new HashSet<LogOwner>();
        var clock = ConnectionFor(OwnerOf(logs[0].Owner.App, logs[0].Owner.Process)).Clock;
        TakeEach(
            context => StreamMerge.ReadAsync([.. logs.Select(log => log.Read)], Timeout, clock, context),
            line =>
            {
                var owner = logs[line.Source].Owner;
                if (line.Error is { } error)
                {
                    failed.Add(owner);
                    Report(error, owner.Value);
                }
                else if (--skip < 0)
                {
                    Take(owner, line.Item!);
                    return true;
                }
                return false;
            },
            First ?? long.MaxValue);
        foreach (var log in logs.Where(log => !failed.Contains(log.Owner)))
            Guard(log.Owner.Value, () => Finish(log.Owner));
    }

    private sealed record Log(LogOwner Owner, Func<CallContext, IAsyncEnumerable<ChatLog>> Read);
}
