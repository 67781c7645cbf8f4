namespace ChatPS;

/// <summary>What an attribute is of a user, such as somebody's department.</summary>
public sealed class ChatUserAttributeValue : ChatObject
{
    /// <summary>The id of whose it is.</summary>
    public required string UserId { get; init; }

    /// <summary>The name of whose it is; null where it is not known.</summary>
    public string? UserName { get; init; }

    /// <summary>The attribute's id.</summary>
    public required string UserAttributeId { get; init; }

    /// <summary>The attribute's name.</summary>
    public required string Name { get; init; }

    /// <summary>What its values are: text, email, url, phone, date, select, multiselect, user or multiuser.</summary>
    public required string Type { get; init; }

    /// <summary>The value: a text, or a list of texts where there may be several. Of options and users it has the names. Null for nothing.</summary>
    public object? Value { get; init; }

    /// <summary>The attribute's name and the value.</summary>
    /// <returns>A text for people.</returns>
    public override string ToString() => $"{Name}: {Value}";
}
