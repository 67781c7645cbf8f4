using System.Management.Automation;
using ChatPS.Client.Capabilities;
using ChatPS.Client.Http;
using ChatPS.Client.Streams;
using ChatPS.Common;

namespace ChatPS.Logs;

/// <summary>A cmdlet that takes the logs of apps as they come: one after the other, or all at the same time when they have no end.</summary>
public abstract class LogStreamCmdlet : GetCmdlet
{
    private readonly List<AppLog> _followed = [];

    private protected LogStreamCmdlet()
    {
    }

    /// <summary>The apps: ids, names or objects. Left out, the session's default app.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("AppId")]
    [ArgumentCompleter(typeof(AppCompleter))]
    public AppIdentity[]? App { get; set; }

    /// <summary>
    /// Goes on with the lines as they are written, those of several apps as they come, until -First or -Timeout ends it, or
    /// Ctrl+C. When the platform ends the stream or the connection breaks, it is taken up again where it was.
    /// </summary>
    [Parameter]
    public SwitchParameter Wait { get; set; }

    /// <summary>
    /// After what time to stop reading: a time span or a number of seconds. It is no error. Left out, reading ends with the log, and with -Wait not at all.
    /// </summary>
    [Parameter]
    [TimeSpanTransformation]
    public TimeSpan? Timeout { get; set; }

    /// <summary>Which lines are wanted.</summary>
    /// <param name="app">The app's id or name.</param>
    /// <param name="name">What it is known by.</param>
    private protected abstract LogQuery QueryFor(string app, string name);

    /// <summary>Makes ready for an app's log; false when it isn't wanted after all.</summary>
    private protected virtual bool Prepare(AppIdentity app) => true;

    /// <summary>Takes a line.</summary>
    private protected abstract void Take(AppIdentity app, ChatLog line);

    /// <summary>An app's log has come to its end, or there is enough of it.</summary>
    private protected virtual void Finish(AppIdentity app)
    {
    }

    private protected sealed override void Process()
    {
        foreach (var app in AppsOrDefault(App))
            Guard(app.Value, () => Read(app));
    }

    private protected sealed override void End()
    {
        if (_followed.Count > 0)
            Read(_followed);
    }

    private void Read(AppIdentity app)
    {
        var logs = Require<ILogReader>(app);
        if (First == 0 || !Prepare(app))
            return;
        var query = QueryFor(app.Literal, app.Display) with { Follow = Wait };
        var log = new AppLog(app, context => logs.ReadAsync(query, context));
        if (Wait)
            _followed.Add(log);
        else
            Read([log]);
    }

    private void Read(IReadOnlyList<AppLog> logs)
    {
        var skip = Skip;
        var failed = new HashSet<AppIdentity>();
        var clock = ConnectionFor(logs[0].App).Clock;
        TakeEach(
            context => StreamMerge.ReadAsync([.. logs.Select(log => log.Read)], Timeout, clock, context),
            line =>
            {
                var app = logs[line.Source].App;
                if (line.Error is { } error)
                {
                    failed.Add(app);
                    Report(error, app.Value);
                }
                else if (--skip < 0)
                {
                    Take(app, line.Item!);
                    return true;
                }
                return false;
            },
            First ?? long.MaxValue);
        foreach (var log in logs.Where(log => !failed.Contains(log.App)))
            Guard(log.App.Value, () => Finish(log.App));
    }

    private sealed record AppLog(AppIdentity App, Func<CallContext, IAsyncEnumerable<ChatLog>> Read);
}
