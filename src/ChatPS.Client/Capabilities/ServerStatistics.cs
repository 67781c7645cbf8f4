using ChatPS.Client.Http;

namespace ChatPS.Client.Capabilities;

/// <summary>Reads what a server comes to in numbers.</summary>
internal interface IServerStatisticReader
{
    /// <param name="team">A team's id or name; null for the whole server.</param>
    /// <param name="context">The call.</param>
    Task<ChatServerStatistic> GetAsync(string? team, CallContext context);

    /// <param name="team">A team's id or name; null for the whole server.</param>
    /// <param name="context">The call.</param>
    /// <returns>The days on which there was anything, the newest first.</returns>
    Task<IReadOnlyList<ChatServerActivity>> ListDaysAsync(string? team, CallContext context);
}
