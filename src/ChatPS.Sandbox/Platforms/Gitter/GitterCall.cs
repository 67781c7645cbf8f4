using System.Globalization;
using System.Text.Json.Nodes;
using ChatPS.Sandbox.Http;
using ChatPS.Sandbox.Platforms.Gitter.Model;

namespace ChatPS.Sandbox.Platforms.Gitter;

/// <summary>A request of a known user: what its path, query and body stand for, or the error that they deserve.</summary>
internal sealed class GitterCall(GitterState state, SandboxFaults faults, SandboxRequest request)
{
    private JsonObject? _body;

    public GitterState State => state;

    public SandboxFaults Faults => faults;

    public SandboxRequest Request => request;

    public DateTimeOffset Time => request.Time;

    public GitterUser User { get; } = ((GitterCaller)request.Caller!).User;

    /// <summary>The room of the path, which the caller may read (GET) or write to.</summary>
    public GitterRoom Room
    {
        get
        {
            var room = RoomOf(request.Route("roomId"));
            return (request.Method is "GET" or "HEAD" ? User.CanRead(room) : User.CanWrite(room)) ? room : throw GitterAnswer.Fault(403);
        }
    }

    /// <summary>The room of the path, for its administrators only.</summary>
    public GitterRoom AdministeredRoom => Room is var room && User.CanAdmin(room) ? room : throw GitterAnswer.Fault(403);

    /// <summary>The room of the path whoever asks: each user keeps a list of rooms.</summary>
    public GitterRoom ListedRoom => RoomOf(request.Route("roomId"));

    /// <summary>The group of the path.</summary>
    public GitterGroup Group => state.Groups.GetValueOrDefault(Id(request.Route("groupId"))) ?? throw GitterAnswer.Fault(404);

    /// <summary>The group of the path, for its administrators only.</summary>
    public GitterGroup AdministeredGroup => Group is var group && User.CanAdmin(group) ? group : throw GitterAnswer.Fault(403);

    /// <summary>The message of the path in <see cref="Room"/>.</summary>
    public GitterMessage Message
    {
        get
        {
            var room = Room;
            return state.Messages.TryGetValue(Id(request.Route("messageId")), out var message) && message.Room == room
                ? message
                : throw GitterAnswer.Fault(404);
        }
    }

    /// <summary>The body's members, sent as JSON or as a form.</summary>
    public JsonObject Body => _body ??= ReadBody();

    public string? Query(string name) => request.Query[name] is { Length: > 0 } value ? value : null;

    /// <summary>A number of the query; the default when it is absent, no number or not positive.</summary>
    public int Number(string name, int whenAbsent) =>
        int.TryParse(request.Query[name], NumberStyles.Integer, CultureInfo.InvariantCulture, out var value) && value > 0 ? value : whenAbsent;

    /// <summary>An id of the query.</summary>
    public string? QueryId(string name) => Query(name) is { } id ? Id(id) : null;

    /// <summary>A text of the body; null when it is absent, refused when it is something else.</summary>
    public string? Text(string name) => Body[name] switch
    {
        null => null,
        JsonValue value when value.TryGetValue(out string? text) => text,
        _ => throw GitterAnswer.Fault(400),
    };

    /// <summary>A yes or no of the body, false unless it says otherwise.</summary>
    public bool Flag(string name) => Body[name] switch
    {
        JsonValue value when value.TryGetValue(out bool flag) => flag,
        JsonValue value when value.TryGetValue(out string? text) => text is "true" or "1",
        _ => false,
    };

    /// <summary>A list of texts of the body; null when it is absent, refused when it is something else.</summary>
    public List<string>? Texts(string name) => Body[name] switch
    {
        null => null,
        JsonArray items => items
            .Select(item => item is JsonValue value && value.TryGetValue(out string? text) ? text : throw GitterAnswer.Fault(400))
            .ToList(),
        _ => throw GitterAnswer.Fault(400),
    };

    public GitterRoom RoomOf(string id) => state.Rooms.GetValueOrDefault(Id(id)) ?? throw GitterAnswer.Fault(404);

    /// <summary>Requires the path's user to be the caller, by id or as <c>me</c>; nobody else's things are shown.</summary>
    public void RequireSelf()
    {
        if (request.Route("userId") is var id && id != "me" && !id.Equals(User.Id, StringComparison.OrdinalIgnoreCase))
            throw GitterAnswer.Fault(403);
    }

    public static string Id(string text) => ObjectIds.IsId(text) ? text.ToLowerInvariant() : throw GitterAnswer.Fault(400);

    private JsonObject ReadBody()
    {
        if (request.IsContent("application/x-www-form-urlencoded"))
            return new(request.Form.Items.DistinctBy(item => item.Key).Select(item => KeyValuePair.Create(item.Key, (JsonNode?)item.Value)));
        if (request.Body.IsEmpty)
            return [];
        return request.Json as JsonObject ?? throw GitterAnswer.Fault(400);
    }
}
