using System.Globalization;
using System.Text.Json.Nodes;
using ChatPS.Sandbox.Http;
using ChatPS.Sandbox.Platforms.HipChat.Model;

namespace ChatPS.Sandbox.Platforms.HipChat;

/// <summary>A request: what its path, query and body stand for, or the error that they deserve.</summary>
internal sealed class HipChatCall(HipChatService service, SandboxRequest request)
{
    private HipChatBody? _body;
    private Expansion? _expand;

    public HipChatService Service => service;

    public HipChatState State => service.State;

    public SandboxRequest Request => request;

    public DateTimeOffset Time => request.Time;

    public Session Session => (Session)request.Caller!;

    /// <summary>The user whom the token stands for; an add-on's stands for nobody.</summary>
    public User Me => Session.User ?? throw HipChatAnswer.Forbidden("This takes the token of a user.");

    public Expansion Expand => _expand ??= Expansion.Parse(request.Query["expand"]);

    /// <summary>The body, which has to be an object and be called JSON.</summary>
    public HipChatBody Body => _body ??= new(ReadBody());

    public string Route(string name) => request.Route(name);

    public string Link(string path) => new Uri(service.BaseUri, "v2/" + path).AbsoluteUri;

    // ---- What the path names --------------------------------------------------------------------------------------------------

    /// <summary>The room of the path, if the caller may see it.</summary>
    public Room Room()
    {
        var name = Route("room_id_or_name");
        var room = State.FindRoom(name) ?? throw HipChatAnswer.NotFound("Room", name);
        return Session.Sees(room) ? room : throw HipChatAnswer.Forbidden($"The room '{room.Name}' is not for the holder of this token.");
    }

    /// <summary>The room of the path, for those who administer it.</summary>
    public Room AdministeredRoom() => Room() is var room && Session.Administers(room)
        ? room
        : throw HipChatAnswer.Forbidden("Only the room's owner, its administrators and the group's administrators may do this.");

    /// <summary>The room of the path, for those who may read it (GET) or change it.</summary>
    public Room ReachedRoom() => request.Method is "GET" or "HEAD" ? Room() : AdministeredRoom();

    /// <summary>The room of the path, for those who want to say something in it.</summary>
    public Room OpenRoom() => Room() is { IsArchived: false } room ? room : throw HipChatAnswer.Forbidden("The room is archived.");

    public Group Group() => Route("group_id") == $"{State.Group.Id}" ? State.Group : throw HipChatAnswer.NotFound("Group", Route("group_id"));

    /// <summary>The user of the path, by id, e-mail address or @mention.</summary>
    public User User(string name = "id_or_email") => Person(Route(name));

    /// <summary>A user by whatever she is known by.</summary>
    public User Person(string name) =>
        State.FindUser(name) is { IsDeleted: false } user ? user : throw HipChatAnswer.NotFound("User", name);

    /// <summary>A message of the caller's, not said anywhere yet.</summary>
    public Message Message(string text) => new()
    {
        Id = State.NewGuid(),
        Date = Time,
        Text = text,
        From = Session.User,
        FromName = Session.Name,
        Mentions = MessageText.Mentions(text, State),
    };

    /// <summary>The key of the path, which the body may repeat.</summary>
    public string ExtensionKey()
    {
        var key = Route("key");
        return key.Length <= 40 && (Body.OptionalText("key") ?? key) == key
            ? key
            : throw HipChatBody.Unfit("key", "the key of the path, up to 40 characters long");
    }

    // ---- What the query says ---------------------------------------------------------------------------------------------------

    public bool QueryFlag(string name, bool otherwise = false) => request.Query[name]?.ToLowerInvariant() switch
    {
        null => otherwise,
        "true" or "1" => true,
        "false" or "0" => false,
        _ => throw HipChatAnswer.BadRequest($"{name} has to be true or false."),
    };

    public int? QueryInteger(string name, int min, int max)
    {
        if (request.Query[name] is not { } text)
            return null;
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= min && number <= max
            ? number
            : throw HipChatAnswer.BadRequest($"{name} has to be a whole number between {min} and {max}.");
    }

    private JsonObject ReadBody()
    {
        if (!request.IsContent("application/json"))
            throw HipChatAnswer.BadRequest($"The content type has to be application/json, not '{request.Headers["Content-Type"]}'.");
        return request.Json as JsonObject ?? throw HipChatAnswer.BadRequest("The body has to be a JSON object.");
    }
}
