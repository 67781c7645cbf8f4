using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using ChatPS.Sandbox.Http;
using ChatPS.Sandbox.Platforms.Heroku.Model;
using ChatPS.Sandbox.Seeding;

namespace ChatPS.Sandbox.Platforms.Heroku.Routes;

/// <summary>
/// An app's log: a session is made by the API, its lines are read at an address of its own, without credentials. The real service has
/// those addresses on another host.
/// </summary>
internal static class LogSessionRoutes
{
    private const int DefaultLines = 100;
    private const int MostLines = 1500;
    private const string EventStream = "text/event-stream";
    private static readonly TimeSpan Life = TimeSpan.FromMinutes(5);

    public static void MapLogSessions(this HerokuService heroku)
    {
        heroku.MapApp("POST", "/apps/{app_identity}/log-sessions", "view", Create);
        heroku.MapOpen("GET", "/logplex/sessions/{secret}", request => Read(heroku, request));
    }

    private static SandboxResponse Create(HerokuCall call, App app)
    {
        var lines = call.Number("lines") ?? DefaultLines;
        if (lines is < 0 or > MostLines)
            throw HerokuAnswer.Invalid($"The number of lines has to be between 0 and {MostLines}.");
        var session = new LogSession
        {
            Id = call.State.NewId(),
            CreatedAt = call.Time,
            App = app,
            Secret = Seeder.Secret(32, "0123456789abcdef"),
            // The dyno had another name once, and a type may stand in its place.
            Process = call.Text("dyno_name") ?? call.Text("dyno") ?? call.Text("type"),
            Source = call.Text("source"),
            Lines = lines,
            Tail = call.Flag("tail") ?? false,
            ExpiresAt = call.Time + Life,
        };
        foreach (var old in call.State.LogSessions.Values.Where(old => old.ExpiresAt <= call.Time).ToList())
            call.State.LogSessions.Remove(old.Secret);
        call.State.LogSessions.Add(session.Secret, session);
        var json = new JsonObject
        {
            ["id"] = session.Id,
            ["logplex_url"] = new Uri(call.Service.BaseUri, "logplex/sessions/" + session.Secret).AbsoluteUri,
        };
        return HerokuAnswer.Json(json.WithTimes(session), 201);
    }

    /// <summary>Lines of plain text, or events for a client that takes such; who comes again says which event was the last.</summary>
    private static SandboxResponse Read(HerokuService heroku, SandboxRequest request)
    {
        if (heroku.State.LogSessions.GetValueOrDefault(request.Route("secret")) is not { } session || session.ExpiresAt <= request.Time)
            return SandboxResponse.Text(404, "There is no such session, or it has ended.\n", "text/plain; charset=utf-8");

        var events = request.Headers["Accept"]?.Contains(EventStream, StringComparison.OrdinalIgnoreCase) == true;
        var shown = session.App.Log.Where(session.Shows);
        shown = request.Headers["Last-Event-ID"] is { Length: > 0 } last && long.TryParse(last, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? shown.Where(line => line.Number > number)
            : shown.TakeLast(session.Lines);

        // Listening begins here, under the service's lock, so that no line is missed or told twice.
        var feed = new Feed(heroku.Faults, heroku.Clock, events ? ":\n\n"u8.ToArray() : default);
        foreach (var line in shown)
            feed.TryWrite(Bytes(line, events));
        if (session.Tail)
            session.App.Logged += Tell;
        else
            feed.Complete();
        return SandboxResponse.Streaming(events ? EventStream : "text/plain; charset=utf-8", ServeAsync);

        void Tell(LogLine? line)
        {
            if (line is null)
                feed.Complete();
            else if (session.Shows(line) && !feed.TryWrite(Bytes(line, events)))
                session.App.Logged -= Tell;
        }

        async Task ServeAsync(Stream stream, CancellationToken cancel)
        {
            try
            {
                await feed.ServeAsync(stream, cancel);
            }
            finally
            {
                session.App.Logged -= Tell;
            }
        }
    }

    private static byte[] Bytes(LogLine line, bool asEvent)
    {
        var text = string.Create(CultureInfo.InvariantCulture, $"{line.Time:yyyy-MM-dd'T'HH:mm:ss.ffffffzzz} {line.Source}[{line.Process}]: {line.Message}");
        return Encoding.UTF8.GetBytes(asEvent ? string.Create(CultureInfo.InvariantCulture, $"id: {line.Number}\ndata: {text}\n\n") : text + "\n");
    }
}
