using System.Globalization;
using System.Text.RegularExpressions;
using ChatPS.Client.Capabilities;
using ChatPS.Client.Http;
using ChatPS.Client.Sessions;
using ChatPS.Client.Streams;
using static ChatPS.Client.Platforms.Hathora.HathoraOperations;

namespace ChatPS.Client.Platforms.Hathora;

/// <summary>The logs of processes.</summary>
internal sealed partial class HathoraLogs(Connection connection) : HathoraResource(connection), ILogReader
{
    // As many as can be asked for.
    private const int MostLines = 5000;

    public IAsyncEnumerable<ChatLog> ReadAsync(LogQuery query, CallContext context)
    {
        Unsupported.IfGiven(query.Source, ChatPlatform.Hathora, "Source");
        Unsupported.IfGiven(query.ProcessType, ChatPlatform.Hathora, "Type");
        if (string.IsNullOrEmpty(query.Process))
            throw new ChatException(ChatErrorReason.InvalidRequest, $"A log on Hathora is of one process, and none of the app '{query.AppName ?? query.App}' was named.")
            {
                Advice = "Name it with -Process, or pipe processes from Get-ChatProcess or rooms that run from Get-ChatRoom.",
            };
        if (query.Tail is < 1 or > MostLines)
            throw new ChatException(ChatErrorReason.InvalidRequest, $"-Tail is between 1 and {MostLines} on Hathora.")
            {
                Advice = "Save-ChatLog without -Tail gets all there is of a log.",
            };
        return query.Whole ? ReadWholeAsync(query, context) : Read(query, context);
    }

    private IAsyncEnumerable<ChatLog> Read(LogQuery query, CallContext context)
    {
        return Follow(query, OpenAsync).ReadAsync(new LogOverlap(MostLines), query.Follow, context);

        async Task<LogStream> OpenAsync(bool isNext, CallContext context)
        {
            // A stream that ended did so with its process, or for a reason of its own.
            var isLast = isNext && query.Follow && await HasEndedAsync(query, context).ConfigureAwait(false);
            var follow = query.Follow && !isLast;
            var app = await Names.AppIdAsync(query.App, context).ConfigureAwait(false);
            var call = Call(GetLogsForProcess).Path("appId", app).Path("processId", query.Process!)
                .Query("follow", follow ? true : null)
                .Query("tailLines", isNext ? MostLines : query.Tail);
            return new(Lines(call, follow, app, query, context), isLast);
        }
    }

    /// <summary>All there is of a log. The platform may keep the file back until the process has stopped.</summary>
    private async IAsyncEnumerable<ChatLog> ReadWholeAsync(LogQuery query, CallContext context)
    {
        var file = Follow(query, OpenAsync).ReadAsync(new LogCount(), follow: false, context).GetAsyncEnumerator(context.Cancellation);
        await using (file.ConfigureAwait(false))
        {
            if (await BeginsAsync().ConfigureAwait(false) is { } begins)
            {
                for (var more = begins; more; more = await file.MoveNextAsync().ConfigureAwait(false))
                    yield return file.Current;
                yield break;
            }
        }
        context.Log.Warning($"The process {query.Process} still runs, and its whole log is not to be had yet: these are the last {MostLines} lines at most.");
        await foreach (var line in Read(query with { Tail = MostLines }, context).ConfigureAwait(false))
            yield return line;

        async Task<LogStream> OpenAsync(bool isNext, CallContext context)
        {
            var app = await Names.AppIdAsync(query.App, context).ConfigureAwait(false);
            return new(Lines(Call(DownloadLogForProcess).Path("appId", app).Path("processId", query.Process!), follow: false, app, query, context));
        }

        // Whether there is a line; null when the file is refused and the process runs.
        async Task<bool?> BeginsAsync()
        {
            try
            {
                return await file.MoveNextAsync().ConfigureAwait(false);
            }
            catch (ChatException e) when (e.StatusCode is 400 or 404)
            {
                if (await HasEndedAsync(query, context).ConfigureAwait(false))
                    throw;
                return null;
            }
        }
    }

    private LogFollower Follow(LogQuery query, Func<bool, CallContext, Task<LogStream>> open) => new(Connection, $"the process {query.Process}", open)
    {
        // The API itself says no then, and would again.
        IsFinal = error => error.Reason is not (
            ChatErrorReason.ConnectionFailed or ChatErrorReason.Timeout or ChatErrorReason.ServerError or ChatErrorReason.RateLimited),
    };

    private IAsyncEnumerable<ChatLog> Lines(ApiCall call, bool follow, string app, LogQuery query, CallContext context) =>
        LogFollower.LinesAsync(Connection, call.ToRequest(), follow, line => ToLog(line, app, query), context);

    private async Task<bool> HasEndedAsync(LogQuery query, CallContext context) =>
        (await Connection.Get<HathoraProcesses>().GetAsync(query.App, query.Process!, new ProcessFilter(), context).ConfigureAwait(false)).State is "stopped" or "failed";

    private ChatLog ToLog(string line, string app, LogQuery query)
    {
        var parts = Line().Match(line);
        var hasTime = DateTimeOffset.TryParse(parts.Groups["time"].ValueSpan, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time);
        return new ChatLog
        {
            Session = Connection.Session,
            AppId = app,
            AppName = query.AppName is { } name && !HathoraNames.IsAppId(name) ? name : null,
            ProcessId = query.Process,
            Process = query.Process,
            Timestamp = hasTime ? time : null,
            Message = hasTime ? parts.Groups["message"].Value : line,
            Raw = line,
        };
    }

    [GeneratedRegex(@"^(?<time>\d{4}-\d\d-\d\dT\S+) ?(?<message>.*)$", RegexOptions.Singleline | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Line();
}
