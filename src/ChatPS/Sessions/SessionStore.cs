using System.Management.Automation.Runspaces;
using System.Runtime.CompilerServices;

namespace ChatPS.Sessions;

/// <summary>The sessions of one runspace. Another runspace has its own, so that no command meets a stranger's default.</summary>
internal sealed class SessionStore
{
    private static readonly ConditionalWeakTable<Runspace, SessionStore> Stores = [];

    private readonly List<ChatSession> _sessions = [];

    /// <summary>The store of the runspace that the calling thread works for.</summary>
    public static SessionStore Current => Stores.GetOrCreateValue(Runspace.DefaultRunspace);

    public IReadOnlyList<ChatSession> Sessions => _sessions;

    /// <summary>The session that commands use when they are given none.</summary>
    public ChatSession? Default { get; set; }

    public void Add(ChatSession session)
    {
        _sessions.RemoveAll(s => !s.IsConnected);
        _sessions.Add(session);
    }

    public void Remove(ChatSession session)
    {
        _sessions.Remove(session);
        if (Default == session)
            Default = _sessions.LastOrDefault();
    }

    public ChatSession? Find(string name) => _sessions.LastOrDefault(s => s.Name.Equals(name, StringComparison.OrdinalIgnoreCase));

    /// <summary>A name that no session here has yet.</summary>
    public string FreeName(string wanted)
    {
        var name = wanted;
        for (var number = 2; Find(name) is not null; number++)
            name = $"{wanted}#{number}";
        return name;
    }
}
