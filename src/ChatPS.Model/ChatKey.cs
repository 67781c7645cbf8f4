namespace ChatPS;

/// <summary>An SSH key of an account.</summary>
public sealed class ChatKey : ChatObject
{
    /// <summary>The platform's id of the key.</summary>
    public required string Id { get; init; }

    /// <summary>The same as <see cref="Id"/>, under the name by which other cmdlets take it from the pipeline.</summary>
    public string KeyId => Id;

    /// <summary>What tells the key apart, as ssh-keygen -E md5 shows it.</summary>
    public string? Fingerprint { get; init; }

    /// <summary>The comment at the end of the key, often who and on which machine.</summary>
    public string? Comment { get; init; }

    /// <summary>The e-mail address of the account; older servers tell it.</summary>
    public string? Email { get; init; }

    /// <summary>The key as in a .pub file: type, key and comment.</summary>
    public string? PublicKey { get; init; }

    /// <summary>When the key was added.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>When the key was last changed.</summary>
    public DateTimeOffset? UpdatedAt { get; init; }

    /// <summary>The fingerprint, or else the id.</summary>
    /// <returns>A text for people.</returns>
    public override string ToString() => Fingerprint ?? Id;

    internal override string? ShownAs => Fingerprint ?? Id;
}
