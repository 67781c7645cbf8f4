using System.Globalization;
using System.Text.RegularExpressions;
using ChatPS.Client.Capabilities;
using ChatPS.Client.Http;
using ChatPS.Client.Sessions;
using ChatPS.Client.Streams;
using static ChatPS.Client.Platforms.Heroku.HerokuOperations;

namespace ChatPS.Client.Platforms.Heroku;

/// <summary>The logs of apps: the API opens a session, and the lines come from an address of the session's own.</summary>
internal sealed partial class HerokuLogs(Connection connection) : Resource(connection), ILogReader
{
    // As many as the platform keeps.
    private const int MostLines = 1500;

    // An app may have nothing to say for long, and a dead connection has nothing to say for ever.
    private static readonly TimeSpan LongestSilence = TimeSpan.FromMinutes(15);

    public IAsyncEnumerable<ChatLog> ReadAsync(LogQuery query, CallContext context)
    {
        var overlap = new LogOverlap(MostLines);
        return new LogFollower(Connection, query.AppName ?? query.App, OpenAsync).ReadAsync(overlap, query.Follow, context);

        async Task<IAsyncEnumerable<ChatLog>> OpenAsync(bool isNext, CallContext context)
        {
            var call = Call(LogSessionCreate).Path("app_identity", query.App)
                .Body("dyno_name", query.Process)
                .Body("type", query.ProcessType)
                .Body("source", query.Source)
                .Body("lines", isNext ? MostLines : query.Tail)
                .Body("tail", query.Follow ? true : null);
            // A session more does no harm.
            var session = await Connection.Api.GetAsync(call.ToRequest() with { IsIdempotent = true }, HerokuJson.Default.LogSession, context).ConfigureAwait(false);
            if (!isNext && query.Tail == 0 && session.CreatedAt is { } start)
                overlap.Start = start;
            return LinesAsync(AddressOf(session), query, context);
        }
    }

    private async IAsyncEnumerable<ChatLog> LinesAsync(Uri address, LogQuery query, CallContext context)
    {
        var request = ApiRequest.Elsewhere("GET", address).WithHeader("Accept", "text/plain");
        var silence = query.Follow ? LongestSilence : Connection.Session.Timeout;
        await foreach (var line in Connection.Api.ReadLinesAsync(request, silence, context).ConfigureAwait(false))
            yield return ToLog(line, query);
    }

    private Uri AddressOf(Wire.LogSession session)
    {
        if (!Uri.TryCreate(session.LogplexUrl, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https"))
            throw new ChatException(ChatErrorReason.InvalidResponse, "The server gave no address to read the log from.");
        Connection.Mask.Add(new Secret(session.LogplexUrl));
        Connection.Mask.Add(new Secret(address.PathAndQuery));
        return address;
    }

    private ChatLog ToLog(string line, LogQuery query)
    {
        var parts = Line().Match(line);
        var hasTime = DateTimeOffset.TryParse(parts.Groups["time"].ValueSpan, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time);
        return new ChatLog
        {
            Session = Connection.Session,
            AppId = query.App,
            AppName = query.AppName,
            Timestamp = hasTime ? time : null,
            Source = hasTime ? parts.Groups["source"].Value : null,
            Process = hasTime && parts.Groups["process"] is { Success: true, Value: var process } ? process : null,
            Message = hasTime ? parts.Groups["message"].Value : line,
            Raw = line,
        };
    }

    [GeneratedRegex(@"^(?<time>\d{4}-\d\d-\d\dT\S+) (?<source>[^\s\[\]:]+)(\[(?<process>[^\]]*)\])?: ?(?<message>.*)$", RegexOptions.Singleline | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Line();
}
