namespace ChatPS;

/// <summary>
/// A variable of an app's configuration. Its value is there for scripts, as <see cref="Value"/>; as values are secrets more often than
/// not, no view shows it unless it is asked for by name, and no verbose text and no error contains it.
/// </summary>
public sealed class ChatAppConfigVar : ChatAppObject
{
    /// <summary>The variable's name.</summary>
    public required string Name { get; init; }

    /// <summary>The same as <see cref="Name"/>, under the name by which other cmdlets take it from the pipeline.</summary>
    public string AppConfigVarName => Name;

    /// <summary>The variable's value. The default views leave it out.</summary>
    public string? Value { get; init; }

    /// <summary>The variable's name.</summary>
    /// <returns><see cref="Name"/>.</returns>
    public override string ToString() => Name;

    internal override string? ShownAs => Name;
}
