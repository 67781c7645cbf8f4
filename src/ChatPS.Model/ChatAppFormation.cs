namespace ChatPS;

/// <summary>A process type of an app: how many processes of it run, and how big they are.</summary>
public sealed class ChatAppFormation : ChatAppObject
{
    /// <summary>The platform's id of it.</summary>
    public required string Id { get; init; }

    /// <summary>The same as <see cref="Id"/>, under the name by which other cmdlets take it from the pipeline.</summary>
    public string AppFormationId => Id;

    /// <summary>The process type, such as web or worker.</summary>
    public required string Type { get; init; }

    /// <summary>How many processes of the type shall run.</summary>
    public int Quantity { get; init; }

    /// <summary>The name of their size.</summary>
    public string? Size { get; init; }

    /// <summary>The id of their size.</summary>
    public string? SizeId { get; init; }

    /// <summary>What they run.</summary>
    public string? Command { get; init; }

    /// <summary>When the app first had the process type.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>When it was last changed.</summary>
    public DateTimeOffset? UpdatedAt { get; init; }

    /// <summary>The process type.</summary>
    /// <returns><see cref="Type"/>.</returns>
    public override string ToString() => Type;

    internal override string? ShownAs => Type;
}
