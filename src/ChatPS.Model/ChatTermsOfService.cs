namespace ChatPS;

/// <summary>What people agree to before they use a server.</summary>
public sealed class ChatTermsOfService : ChatObject
{
    /// <summary>The platform's id of this version of the terms.</summary>
    public required string Id { get; init; }

    /// <summary>The same as <see cref="Id"/>, under the name by which other cmdlets would take it from the pipeline.</summary>
    public string TermsOfServiceId => Id;

    /// <summary>What they say.</summary>
    public required string Text { get; init; }

    /// <summary>The id of who wrote them.</summary>
    public string? UserId { get; init; }

    /// <summary>Since when they hold.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>What they say.</summary>
    /// <returns><see cref="Text"/>.</returns>
    public override string ToString() => Text;
}
