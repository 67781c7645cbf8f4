namespace ChatPS;

/// <summary>How long the messages of some teams and rooms are kept.</summary>
public sealed class ChatRetentionPolicy : ChatObject
{
    /// <summary>The platform's id of the policy.</summary>
    public required string Id { get; init; }

    /// <summary>The same as <see cref="Id"/>, under the name by which other cmdlets take it from the pipeline.</summary>
    public string RetentionPolicyId => Id;

    /// <summary>The name that administrators see.</summary>
    public required string Name { get; init; }

    /// <summary>How many days messages are kept; null for ever.</summary>
    public int? Days { get; init; }

    /// <summary>How many teams it is for.</summary>
    public int TeamCount { get; init; }

    /// <summary>How many rooms it is for, beside those of the teams.</summary>
    public int RoomCount { get; init; }

    /// <summary>The name.</summary>
    /// <returns>A text for people.</returns>
    public override string ToString() => Name;

    internal override string? ShownAs => Name;
}
