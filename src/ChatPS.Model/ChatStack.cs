namespace ChatPS;

/// <summary>An operating system image that apps run on.</summary>
#pragma warning disable CA1711 // Stack is the platforms' word for it.
public sealed class ChatStack : ChatObject
#pragma warning restore CA1711
{
    /// <summary>The platform's id of the stack.</summary>
    public required string Id { get; init; }

    /// <summary>The same as <see cref="Id"/>, under the name by which other cmdlets take it from the pipeline.</summary>
    public string StackId => Id;

    /// <summary>The stack's unique name.</summary>
    public required string Name { get; init; }

    /// <summary>Who may use the stack: beta, deprecated or public.</summary>
    public string? State { get; init; }

    /// <summary>Whether new apps run on the stack when nothing else is said.</summary>
    public bool IsDefault { get; init; }

    /// <summary>When the stack was brought out.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>When the stack was last changed.</summary>
    public DateTimeOffset? UpdatedAt { get; init; }

    /// <summary>The stack's name.</summary>
    /// <returns><see cref="Name"/>.</returns>
    public override string ToString() => Name;

    internal override string? ShownAs => Name;
}
