using System.Collections.Concurrent;

namespace ChatPS.Client.Sessions;

/// <summary>
/// What a session's server can do, as far as that turned out: an operation that it may not have, such as one for many things at once, is tried once
/// a session, and what it would have done is done in another way from then on.
/// </summary>
internal sealed class ServerAbilities
{
    private readonly ConcurrentDictionary<string, bool> _lacking = new(StringComparer.Ordinal);

    /// <summary>Whether it is known that the server has no such operation.</summary>
    public bool Lacks(string operation) => _lacking.ContainsKey(operation);

    /// <summary>Does something with an operation, or in another way where the server does not have it.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="wanted">Does it with the operation.</param>
    /// <param name="instead">Does it without.</param>
    /// <param name="isMissing">Whether an error says that the server does not have it. Left out, one that says it does not support it.</param>
    public async Task<T> TryAsync<T>(string operation, Func<Task<T>> wanted, Func<Task<T>> instead, Func<ChatException, bool>? isMissing = null)
    {
        if (!Lacks(operation))
        {
            try
            {
                return await wanted().ConfigureAwait(false);
            }
            catch (ChatException e) when (isMissing?.Invoke(e) ?? e.Reason == ChatErrorReason.NotSupported)
            {
                _lacking[operation] = true;
            }
        }
        return await instead().ConfigureAwait(false);
    }
}
