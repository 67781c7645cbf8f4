using ChatPS.Client.Http;

namespace ChatPS.Client.Capabilities;

/// <summary>What a field of all profiles is to be; of one that is there, what is not given stays.</summary>
internal sealed record UserAttributeChange
{
    public string? Name { get; init; }

    /// <summary>What people read in place of the name; given as null, the name.</summary>
    public Given<string> DisplayName { get; init; }

    /// <summary>What its values are, in the words of <see cref="ChatUserAttribute.Type"/>.</summary>
    public string? Type { get; init; }

    /// <summary>All that there is to choose from.</summary>
    public IReadOnlyList<string>? Options { get; init; }

    public IReadOnlyList<string>? AddedOptions { get; init; }

    public IReadOnlyList<string>? RemovedOptions { get; init; }

    /// <summary>Whether only administrators say what it is of somebody.</summary>
    public bool? Managed { get; init; }

    public string? Visibility { get; init; }

    public double? Order { get; init; }

    /// <summary>The directory's attribute that values come from; given as null, from none.</summary>
    public Given<string> LdapAttribute { get; init; }

    /// <summary>The identity provider's attribute that values come from; given as null, from none.</summary>
    public Given<string> SamlAttribute { get; init; }
}

/// <summary>What those fields are of users. Whoever asks for many users reads the fields once and hands them in.</summary>
internal interface IUserAttributeValues : IUserWriter
{
    Task<IReadOnlyList<ChatUserAttribute>> AttributesAsync(CallContext context);

    /// <summary>What there is of one user, in the order of the attributes.</summary>
    Task<IReadOnlyList<ChatUserAttributeValue>> ReadAsync(UserRef user, IReadOnlyList<ChatUserAttribute> attributes, CallContext context);

    /// <summary>Says what some attributes are of one user: all of them or none.</summary>
    /// <param name="user">Whose they are.</param>
    /// <param name="attributes">All attributes that there are.</param>
    /// <param name="values">The values by the attributes' ids or names; an empty list for nothing.</param>
    /// <param name="context">The call.</param>
    /// <returns>The values as they are then.</returns>
    Task<IReadOnlyList<ChatUserAttributeValue>> SetAsync(
        UserRef user, IReadOnlyList<ChatUserAttribute> attributes, IReadOnlyDictionary<string, IReadOnlyList<string>> values, CallContext context);
}
