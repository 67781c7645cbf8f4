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

    public IAsyncEnumerable<ChatLog> ReadAsync(LogQuery query, CallContext context)
    {
        var overlap = new LogOverlap(MostLines);
        string? dyno = null;
        return new LogFollower(Connection, query.AppName ?? query.App, OpenAsync).ReadAsync(overlap, query.Follow, context);

        async Task<LogStream> OpenAsync(bool isNext, CallContext context)
        {
            dyno ??= await DynoNameAsync(query, context).ConfigureAwait(false);
            var call = Call(LogSessionCreate).Path("app_identity", query.App)
                .Body("dyno_name", dyno)
                .Body("type", query.ProcessType)
                .Body("source", query.Source)
                .Body("lines", isNext ? MostLines : query.Tail)
                .Body("tail", query.Follow ? true : null);
            // A session more does no harm.
            var session = await Connection.Api.GetAsync(call.ToRequest() with { IsIdempotent = true }, HerokuJson.Default.LogSession, context).ConfigureAwait(false);
            if (!isNext && query.Tail == 0 && session.CreatedAt is { } start)
                overlap.Start = start;
            var request = ApiRequest.Elsewhere("GET", AddressOf(session)).WithHeader("Accept", "text/plain");
            return new(LogFollower.LinesAsync(Connection, request, query.Follow, line => ToLog(line, query), context));
        }
    }

    // A log knows dynos by their names alone, objects have the id as well.
    private async Task<string?> DynoNameAsync(LogQuery query, CallContext context) => Guid.TryParse(query.Process, out _)
        ? (await Connection.Get<HerokuDynos>().GetAsync(query.App, query.Process, new ProcessFilter(), context).ConfigureAwait(false)).Name
        : query.Process;

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
