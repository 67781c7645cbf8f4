using ChatPS.Client.Http;

namespace ChatPS.Client.Capabilities;

internal interface IServerReader
{
    Task<ChatServer> GetAsync(CallContext context);
}

/// <summary>Has a server do what only those ask of it who run it.</summary>
internal interface IServerEditor
{
    /// <param name="duration">How long it is busy; null for no longer.</param>
    /// <param name="context">The call.</param>
    Task SetBusyAsync(TimeSpan? duration, CallContext context);

    Task RestartAsync(CallContext context);

    /// <summary>Closes the connections to the database and opens new ones.</summary>
    Task RenewDatabaseAsync(CallContext context);

    /// <summary>Has the server forget what it keeps in memory.</summary>
    Task ClearCacheAsync(CallContext context);
}
