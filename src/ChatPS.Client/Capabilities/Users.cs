using ChatPS.Client.Http;
using ChatPS.Client.Paging;

namespace ChatPS.Client.Capabilities;

/// <summary>A user as the caller means it.</summary>
/// <param name="Value">An id, a name, an e-mail address, or <c>me</c>.</param>
/// <param name="UserName">The user name as well, where an object told both: some operations want the one, some the other.</param>
internal sealed record UserRef(string Value, string? UserName = null)
{
    /// <summary>The e-mail address as well, where an object told it.</summary>
    public string? Email { get; init; }

    public static UserRef Me { get; } = new("me");

    public bool IsMe => Value.Equals("me", StringComparison.OrdinalIgnoreCase);

    /// <summary>An e-mail address, on platforms that call people by theirs; what there is no address of stays as it is.</summary>
    /// <param name="session">Whose account me is.</param>
    public string AddressIn(ChatSession session) =>
        (IsMe ? session.UserName : UserName?.Contains('@', StringComparison.Ordinal) == true ? UserName : null) ?? Value;
}

/// <summary>Which users a list is to have.</summary>
internal sealed record UserFilter
{
    /// <summary>Words for the platform's own search.</summary>
    public string? Search { get; init; }

    public string? Team { get; init; }

    public string? NotInTeam { get; init; }

    public string? Room { get; init; }

    public string? NotInRoom { get; init; }

    /// <summary>Those who belong to no team at all.</summary>
    public bool WithoutTeam { get; init; }

    /// <summary>The members of a group of the directory: its id or name.</summary>
    public string? Group { get; init; }

    /// <summary>Of a team or a room those whom none of these groups of the directory has: their ids or names.</summary>
    public IReadOnlyList<string>? NotInGroups { get; init; }

    /// <summary>Those whose e-mail addresses the platform's own rules would not let in.</summary>
    public bool InvalidEmail { get; init; }

    /// <summary>A role on the whole platform.</summary>
    public string? Role { get; init; }

    /// <summary>Null for active and deactivated ones alike.</summary>
    public bool? Active { get; init; }

    /// <summary>Guests too, where the platform leaves them out otherwise.</summary>
    public bool IncludeGuest { get; init; }

    /// <summary>Those too whose accounts were deleted, where the platform still tells of them.</summary>
    public bool IncludeDeleted { get; init; }

    /// <summary>The order of the list, in the platform's word for it.</summary>
    public string? Sort { get; init; }
}

/// <summary>What a user is to be, or to be from now on; what is null the platform decides, or stays.</summary>
internal sealed record UserChange
{
    public string? UserName { get; init; }

    public string? FirstName { get; init; }

    public string? LastName { get; init; }

    public string? Nickname { get; init; }

    /// <summary>The whole name people see, where it is one; given as null, none.</summary>
    public Given<string> DisplayName { get; init; }

    public string? Email { get; init; }

    public string? Position { get; init; }

    public string? Locale { get; init; }

    public Secret? Password { get; init; }

    /// <summary>The password until now, where the platform wants to see it.</summary>
    public Secret? CurrentPassword { get; init; }

    /// <summary>All the roles the user is to have.</summary>
    public IReadOnlyList<string>? Roles { get; init; }

    /// <summary>Whether it is to be a guest or a full member.</summary>
    public bool? Guest { get; init; }

    public bool? Active { get; init; }

    /// <summary>Where the user's clock goes by.</summary>
    public string? TimeZone { get; init; }

    /// <summary>The user's picture; given as null, none.</summary>
    public Given<FileUpload> Photo { get; init; }

    /// <summary>What only those change who run a server.</summary>
    public UserAccountChange Account { get; init; } = new();
}

internal interface IUserReader
{
    IAsyncEnumerable<ChatUser> ListAsync(UserFilter filter, PageWindow window, CallContext context);

    /// <summary>
    /// Users in the order they are named, in as few requests as the platform allows. Each is looked up when its task is
    /// asked for, and one that isn't there fails alone.
    /// </summary>
    IEnumerable<Task<ChatUser>> Find(IReadOnlyList<UserRef> users, CallContext context);

    /// <summary>How many a list has; null where the platform doesn't say.</summary>
    Task<long?> CountAsync(UserFilter filter, CallContext context);
}

internal interface IUserCreator
{
    Task<ChatUser> CreateAsync(UserChange user, CallContext context);
}

/// <summary>Something that is done to users one by one.</summary>
internal interface IUserWriter
{
    /// <summary>Looks up the names of many users in few requests; the context's later calls then know them.</summary>
    Task PrepareAsync(IReadOnlyList<UserRef> users, CallContext context) => Task.CompletedTask;

    /// <summary>Whether a user has to be looked up first, so that it is worth waiting for others to be looked up with.</summary>
    bool NeedsLookup(UserRef user) => false;
}

internal interface IUserEditor : IUserWriter
{
    /// <param name="user">Who.</param>
    /// <param name="change">What.</param>
    /// <param name="wanted">Whether anybody looks at the result.</param>
    /// <param name="context">The call.</param>
    /// <returns>The user as it is then, if it is wanted.</returns>
    Task<ChatUser?> UpdateAsync(UserRef user, UserChange change, bool wanted, CallContext context);
}

internal interface IUserRemover : IUserWriter
{
    /// <param name="user">Who.</param>
    /// <param name="permanent">Beyond recovery, where the platform knows the difference.</param>
    /// <param name="context">The call.</param>
    Task RemoveAsync(UserRef user, bool permanent, CallContext context);
}
