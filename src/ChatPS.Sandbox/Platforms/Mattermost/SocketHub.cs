using System.Globalization;
using System.Text.Json.Nodes;
using ChatPS.Sandbox.Http;
using ChatPS.Sandbox.Seeding;

namespace ChatPS.Sandbox.Platforms.Mattermost;

/// <summary>Who listens on websockets, and what each is told. Called while the service's lock is held.</summary>
internal sealed class SocketHub(MattermostService service)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);
    private readonly List<SocketListener> _listeners = [];

    /// <summary>Whether connections have ids by which clients come back without a loss; older servers have none.</summary>
    public bool IsReliable { get; set; } = true;

    /// <summary>How many are connected and known.</summary>
    public int Connected => _listeners.Count(listener => listener is { Feed: not null, Session: not null });

    /// <summary>How many of them have asked for something.</summary>
    public int Asking => _listeners.Count(listener => listener is { Feed: not null, HasAsked: true });

    /// <summary>Whether those that are connected have been sent all that there is to tell.</summary>
    public bool IsQuiet => _listeners.TrueForAll(listener => listener.Feed is not { IsIdle: false });

    /// <summary>A client has connected: the same as before when it names its connection and where it was.</summary>
    /// <returns>Null when it names them in a way that no client does.</returns>
    public SocketListener? Open(Session? session, string connectionId, string? number)
    {
        var feed = new Feed(service.Faults, service.Clock, default);
        _listeners.RemoveAll(listener => listener.Feed is null && (listener.ConnectionId.Length == 0 || service.Clock.GetUtcNow() - listener.LeftAt > Patience));
        var isBack = IsReliable && session is not null && connectionId.Length > 0;
        if (isBack && !Call.IsId(connectionId))
            return null;
        if (isBack && _listeners.Find(listener => listener.Feed is null && listener.ConnectionId == connectionId && listener.Session!.User == session!.User) is { } known)
        {
            if (!long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var next))
                return null;
            (known.Session, connectionId) = (session, known.ConnectionId);
            known.Connect(feed);
            if (!known.Resume(next))
                Greet(known);
            ComeOnline(session!.User);
            return known;
        }

        var listener = new SocketListener();
        listener.Connect(feed);
        if (session is not null)
            Register(listener, session);
        return listener;
    }

    /// <summary>A client is who it says it is.</summary>
    public void Register(SocketListener listener, Session session)
    {
        listener.Session = session;
        Greet(listener);
        _listeners.Add(listener);
        ComeOnline(session.User);
    }

    /// <summary>A client's connection has ended.</summary>
    public void Leave(SocketListener listener)
    {
        listener.Leave(service.Clock.GetUtcNow());
        if (listener.ConnectionId.Length == 0)
            _listeners.Remove(listener);
        if (listener.Session?.User is { StatusIsManual: false } user && !_listeners.Exists(other => other.Feed is not null && other.Session!.User == user))
            user.Status = "offline";
    }

    /// <summary>Tells all who may know.</summary>
    public void Publish(SocketEvent happened)
    {
        foreach (var listener in _listeners)
        {
            if (service.State.TryGetSession(listener.Session!.Token, out var session) && Concerns(happened, session.User))
                listener.Tell(Message(happened, session.User));
        }
    }

    private bool Concerns(SocketEvent happened, User user) => happened switch
    {
        { UserId.Length: > 0 } => happened.UserId == user.Id,
        _ when happened.Omit == user.Id => false,
        { ChannelId.Length: > 0 } => service.State.Channels[happened.ChannelId]?.Members.Has(user.Id) == true,
        { TeamId.Length: > 0 } => service.State.Teams[happened.TeamId]?.Members.Has(user.Id) == true,
        _ => true,
    };

    private void Greet(SocketListener listener)
    {
        listener.ConnectionId = IsReliable ? Seeder.Secret(26, MattermostState.IdAlphabet) : "";
        listener.Restart();
        var user = listener.Session!.User;
        listener.Tell(Message(new("hello", _ => new() { ["connection_id"] = listener.ConnectionId, ["server_version"] = service.VersionId }) { UserId = user.Id }, user));
    }

    private void ComeOnline(User user)
    {
        if (user.StatusIsManual || user.Status == "online")
            return;
        user.Status = "online";
        service.State.News.StatusChanged(user);
    }

    private static JsonObject Message(SocketEvent happened, User user) =>
        new() { ["event"] = happened.Name, ["data"] = happened.Describe(user), ["broadcast"] = happened.Broadcast() };
}
