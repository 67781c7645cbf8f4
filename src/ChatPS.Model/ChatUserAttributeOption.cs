namespace ChatPS;

/// <summary>One of the answers that an attribute of users has to choose from.</summary>
public sealed class ChatUserAttributeOption
{
    internal ChatUserAttributeOption()
    {
    }

    /// <summary>The platform's id of the option, which stays when the name changes.</summary>
    public required string Id { get; init; }

    /// <summary>What people read.</summary>
    public required string Name { get; init; }

    /// <summary>The colour that it is shown in; null where none was chosen.</summary>
    public string? Color { get; init; }

    /// <summary>What people read.</summary>
    /// <returns><see cref="Name"/>.</returns>
    public override string ToString() => Name;
}
