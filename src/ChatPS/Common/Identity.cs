using System.Management.Automation;

namespace ChatPS.Common;

/// <summary>
/// Names one thing: by its id, by its name, or by the object itself, which also tells the session it came from.
/// </summary>
public abstract class Identity
{
    private protected Identity(object value, Func<object, string?> idOf, string noun)
    {
        var item = value is PSObject wrapped ? wrapped.BaseObject : value;
        Value = item as string ?? idOf(item) ?? (item is IFormattable or Guid
            ? Convert.ToString(item, System.Globalization.CultureInfo.InvariantCulture)!
            : throw new PSInvalidCastException($"A {item.GetType().Name} is no {noun}: give a {noun}'s id, its name, or the object itself."));
        Item = item as ChatObject;
        Session = Item?.Session;
        (AppId, AppName) = item switch
        {
            IAppPart part => (part.AppId, part.AppName),
            ChatRoom room => (room.AppId, null),
            _ => default((string?, string?)),
        };
        Display = Item?.ShownAs ?? WebAddress.WithoutUser(Value);
    }

    /// <summary>The id or name.</summary>
    public string Value { get; }

    /// <summary>The session of the object, if it was one.</summary>
    public ChatSession? Session { get; }

    /// <summary>The object, if it was one.</summary>
    internal ChatObject? Item { get; }

    /// <summary>The app that the object belongs to, if it was one that does.</summary>
    internal string? AppId { get; }

    /// <summary>The name of that app, if the object tells it.</summary>
    internal string? AppName { get; }

    /// <summary>What people know it by: the object's name, if it was one, or what was given.</summary>
    internal string Display { get; private protected init; }

    /// <summary>Whether it is a name with wildcards in it; an object is what it is.</summary>
    internal bool IsPattern => Session is null && WildcardPattern.ContainsWildcardCharacters(Value);

    /// <summary>The id or name.</summary>
    /// <returns><see cref="Value"/>.</returns>
    public sealed override string ToString() => Value;

    /// <summary>The name that a text without wildcards means: those in it are marked with a backtick.</summary>
    internal string Literal => Session is null ? WildcardPattern.Unescape(Value) : Value;

    /// <summary>Whether one of the names fits the pattern; case does not count.</summary>
    internal bool Fits(params ReadOnlySpan<string?> names)
    {
        var pattern = WildcardPattern.Get(Value, WildcardOptions.IgnoreCase);
        foreach (var name in names)
        {
            if (name is not null && pattern.IsMatch(name))
                return true;
        }
        return false;
    }
}
