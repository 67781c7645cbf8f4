using ChatPS.Client.Http;

namespace ChatPS.Client.Capabilities;

internal interface IReactionReader
{
    /// <summary>The reactions to each of some messages in one request, in the order of the messages.</summary>
    Task<IReadOnlyList<IReadOnlyList<ChatReaction>>> ListAsync(IReadOnlyList<string> messages, CallContext context);
}

internal interface IReactionAdder
{
    /// <param name="message">The message's id.</param>
    /// <param name="emoji">The emoji's name, with or without colons.</param>
    /// <param name="context">The call.</param>
    Task<ChatReaction> AddAsync(string message, string emoji, CallContext context);
}

internal interface IReactionRemover
{
    /// <param name="message">The message's id.</param>
    /// <param name="emoji">The emoji's name, with or without colons.</param>
    /// <param name="user">Whose reaction; null for your own.</param>
    /// <param name="context">The call.</param>
    Task RemoveAsync(string message, string emoji, string? user, CallContext context);
}
