using System.Runtime.CompilerServices;

namespace ChatPS.Client.Platforms.Mattermost;

/// <summary>Searches that newer servers do in all teams at once.</summary>
internal static class MattermostAllTeams
{
    /// <summary>What is found, or what to do where the server searches one team at a time.</summary>
    /// <param name="found">What the search gives.</param>
    /// <param name="isWanted">Whether the search was in all teams.</param>
    /// <param name="cancellation">Ends it.</param>
    public static async IAsyncEnumerable<T> OrNameOne<T>(IAsyncEnumerable<T> found, bool isWanted, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        var items = found.GetAsyncEnumerator(cancellation);
        await using (items.ConfigureAwait(false))
        {
            while (await NextAsync(items, isWanted).ConfigureAwait(false))
                yield return items.Current;
        }
    }

    private static async Task<bool> NextAsync<T>(IAsyncEnumerator<T> items, bool isWanted)
    {
        try
        {
            return await items.MoveNextAsync().ConfigureAwait(false);
        }
        catch (ChatException e) when (isWanted && e.Reason is (ChatErrorReason.NotSupported or ChatErrorReason.NotFound))
        {
            throw new ChatException(ChatErrorReason.InvalidRequest, "This server searches one team at a time, and you are in several.", e)
            {
                Advice = "Name the team with -Team, or give the session a default one with Set-ChatSession -Team.",
            };
        }
    }
}
