using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;
using ChatPS.Client.Capabilities;
using ChatPS.Client.Http;
using ChatPS.Client.Sessions;
using static ChatPS.Client.Platforms.Mattermost.MattermostOperations;

namespace ChatPS.Client.Platforms.Mattermost;

/// <summary>The server's own log.</summary>
internal sealed class MattermostLogs(Connection connection) : Resource(connection), ILogReader
{
    // As many as can be asked for; it is also what the server gives to who does not ask.
    private const int MostLines = 10_000;

    // What a line has for which the object has a property.
    private static readonly string[] Named = ["level", "ts", "timestamp", "msg"];

    public bool IsOfServer => true;

    public IAsyncEnumerable<ChatLog> ReadAsync(LogQuery query, CallContext context)
    {
        Unsupported.IfGiven(query.App is "" ? null : query.App, ChatPlatform.Mattermost, "App");
        Unsupported.IfGiven(query.Process, ChatPlatform.Mattermost, "Process");
        Unsupported.IfGiven(query.ProcessType, ChatPlatform.Mattermost, "Type");
        Unsupported.IfGiven(query.Source, ChatPlatform.Mattermost, "Source");
        Unsupported.IfGiven(query.Follow, ChatPlatform.Mattermost, "Wait");
        if (query.Tail > MostLines)
            throw new ChatException(ChatErrorReason.InvalidRequest, $"-Tail is at most {MostLines} on Mattermost.") { Advice = "Older lines are in the log's file on the server." };
        return LinesAsync(query, context, context.Cancellation);
    }

    // The lines of a page come as they were written, the newest last.
    private async IAsyncEnumerable<ChatLog> LinesAsync(LogQuery query, CallContext context, [EnumeratorCancellation] CancellationToken cancellation)
    {
        if (query.Tail == 0)
            yield break;
        var lines = await ReadAsync(Call(GetLogs).Query("logs_per_page", query.Tail), MattermostJson.Default.StringArray, context).ConfigureAwait(false);
        foreach (var line in lines)
        {
            cancellation.ThrowIfCancellationRequested();
            // The break that ends a line stands before the next one.
            yield return ToLine(line.Trim('\r', '\n'));
        }
    }

    private ChatLog ToLine(string raw)
    {
        var members = Members(raw);
        return new ChatLog
        {
            Session = Connection.Session,
            Unnamed = members?.Where(member => !Named.Contains(member.Key)).ToDictionary(),
            Timestamp = members is null ? null : TimeOf(members),
            Level = Text(members, "level"),
            Message = Text(members, "msg") ?? raw,
            Raw = raw,
        };
    }

    // A server may be set to write plain text; then a line is what it says.
    private static Dictionary<string, JsonElement>? Members(string line)
    {
        if (!line.StartsWith('{'))
            return null;
        try
        {
            return JsonSerializer.Deserialize(line, MattermostJson.Default.DictionaryStringJsonElement);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string? Text(Dictionary<string, JsonElement>? members, string name) =>
        members?.TryGetValue(name, out var value) == true && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    // Seconds since 1970 as a number, and from 5.38 a text.
    private static DateTimeOffset? TimeOf(Dictionary<string, JsonElement> members)
    {
        if (members.TryGetValue("ts", out var seconds) && seconds.ValueKind == JsonValueKind.Number)
            return DateTimeOffset.UnixEpoch.AddSeconds(seconds.GetDouble());
        return DateTimeOffset.TryParse(Text(members, "timestamp"), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) ? at : null;
    }
}
