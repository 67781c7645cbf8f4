using System.Text.Json;

namespace ChatPS;

/// <summary>
/// What every object that comes from a platform has in common. Objects are snapshots: changing a platform is the
/// work of the cmdlets, not of a property.
/// </summary>
public abstract class ChatObject
{
    private protected ChatObject()
    {
    }

    /// <summary>The platform the object comes from.</summary>
    public ChatPlatform Platform => Session.Platform;

    /// <summary>
    /// The session that fetched the object; cmdlets it is piped into use the same one. In PowerShell it is a hidden property, which
    /// Types/ChatPS.types.ps1xml adds: whoever writes the object to a file or as JSON means the object, and not the session too.
    /// </summary>
    internal ChatSession Session { get => field ?? throw new InvalidOperationException($"A {GetType().Name} was made without its session."); init; }

    /// <summary>
    /// The name people know it by, for questions before a change and for tab completion; null for what has none of its own.
    /// </summary>
    internal virtual string? ShownAs => null;

    /// <summary>
    /// Whether there are views for single platforms, of the type's name with that of the platform behind it, as in ChatPS.ChatProcess#Hathora.
    /// </summary>
    internal virtual bool HasViewsOfPlatforms => false;

    /// <summary>
    /// What the server sent beyond the properties of the class, by its name on the wire. The cmdlets show each of
    /// them as a property in PascalCase, so that nothing the API says is lost.
    /// </summary>
    internal IReadOnlyDictionary<string, JsonElement>? Unnamed { get; init; }
}
