namespace ChatPS;

/// <summary>A setting of a server that people run themselves.</summary>
public sealed class ChatServerConfig : ChatObject
{
    /// <summary>Where the setting stands: its section and its name with a point between them, such as TeamSettings.SiteName.</summary>
    public required string Path { get; init; }

    /// <summary>The section, such as TeamSettings.</summary>
    public string Section => Path.Split('.')[0];

    /// <summary>The path within the section.</summary>
    public string Name => Path[(Section.Length + 1)..];

    /// <summary>The value: a text, a number, true or false, or an array. Of a secret, stars, whatever the server sent.</summary>
    public object? Value { get; init; }

    /// <summary>Whether the value is a password or a key, which stars stand for.</summary>
    public bool IsSecret { get; init; }

    /// <summary>Whether the server's environment sets it, so that nobody can change it here.</summary>
    public bool IsFromEnvironment { get; init; }

    /// <summary>The path.</summary>
    /// <returns><see cref="Path"/>.</returns>
    public override string ToString() => Path;

    internal override string? ShownAs => Path;
}
