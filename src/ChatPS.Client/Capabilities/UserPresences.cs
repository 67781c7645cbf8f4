using ChatPS.Client.Http;

namespace ChatPS.Client.Capabilities;

/// <summary>How a user is to be reached from now on; what is null stays.</summary>
/// <param name="Status">The platform's word.</param>
/// <param name="Message">What the user says about it; an empty text for nothing.</param>
/// <param name="Emoji">The emoji beside the message, by its name.</param>
/// <param name="Until">When the message goes by itself.</param>
internal sealed record PresenceChange(string? Status, string? Message, string? Emoji = null, DateTimeOffset? Until = null);

internal interface IUserPresenceReader
{
    /// <summary>The presence of users in the order they are named, as <see cref="IUserReader.Find"/> finds users.</summary>
    IEnumerable<Task<ChatUserPresence>> Find(IReadOnlyList<UserRef> users, CallContext context);
}

internal interface IUserPresenceEditor : IUserWriter
{
    /// <param name="user">Who.</param>
    /// <param name="change">What.</param>
    /// <param name="wanted">Whether anybody looks at the result.</param>
    /// <param name="context">The call.</param>
    /// <returns>The presence as it is then, if it is wanted.</returns>
    Task<ChatUserPresence?> UpdateAsync(UserRef user, PresenceChange change, bool wanted, CallContext context);
}
