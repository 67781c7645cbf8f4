using System.Diagnostics.CodeAnalysis;

namespace ChatPS;

/// <summary>A field that administrators give every profile beside those that the platform has of its own, such as the department.</summary>
[SuppressMessage("Naming", "CA1711:Identifiers should not have incorrect suffix", Justification = "The platform's console calls it so.")]
public sealed class ChatUserAttribute : ChatObject
{
    /// <summary>The platform's id of the attribute.</summary>
    public required string Id { get; init; }

    /// <summary>The same as <see cref="Id"/>, under the name by which other cmdlets take it from the pipeline.</summary>
    public string UserAttributeId => Id;

    /// <summary>The name, by which rules of access know it too.</summary>
    public required string Name { get; init; }

    /// <summary>What people read in its place; null where that is the name.</summary>
    public string? DisplayName { get; init; }

    /// <summary>What its values are: text, email, url, phone, date, select, multiselect, user or multiuser.</summary>
    public required string Type { get; init; }

    /// <summary>What there is to choose from, where the type is select or multiselect.</summary>
    public IReadOnlyList<ChatUserAttributeOption> Options { get; init => field = Lists.Indexable(value); } = [];

    /// <summary>Whether only administrators say what it is of somebody.</summary>
    public bool IsManaged { get; init; }

    /// <summary>When profiles show it: always, when_set or hidden.</summary>
    public string? Visibility { get; init; }

    /// <summary>Where in a profile it stands: those with lower numbers come first.</summary>
    public double Order { get; init; }

    /// <summary>The directory's attribute that its values come from; null where they do not.</summary>
    public string? LdapAttribute { get; init; }

    /// <summary>The identity provider's attribute that its values come from; null where they do not.</summary>
    public string? SamlAttribute { get; init; }

    /// <summary>When it was made.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>When it was last changed.</summary>
    public DateTimeOffset? UpdatedAt { get; init; }

    /// <summary>The name.</summary>
    /// <returns>A text for people.</returns>
    public override string ToString() => Name;

    internal override string? ShownAs => Name;
}
