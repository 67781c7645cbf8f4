using ChatPS.Client.Http;
using ChatPS.Client.Paging;

namespace ChatPS.Client.Capabilities;

/// <summary>Work for a server to do in the background.</summary>
/// <param name="Type">What it shall do, in the platform's words.</param>
/// <param name="Data">What it needs to know; null for nothing.</param>
internal sealed record NewJob(string Type, IReadOnlyDictionary<string, string>? Data = null);

internal interface IJobReader
{
    /// <param name="type">The only type that is wanted; null for all.</param>
    /// <param name="window">The part of the list that is wanted.</param>
    /// <param name="context">The call.</param>
    IAsyncEnumerable<ChatJob> ListAsync(string? type, PageWindow window, CallContext context);

    Task<ChatJob> GetAsync(string job, CallContext context);

    /// <summary>Waits until a job has come to its end.</summary>
    /// <param name="job">The job's id.</param>
    /// <param name="timeout">How long to wait at most; null for as long as it takes.</param>
    /// <param name="context">The call.</param>
    /// <returns>The job as it ended.</returns>
    /// <exception cref="ChatException">It ended in an error or was cancelled, and is the exception's target; or it took too long.</exception>
    Task<ChatJob> WaitAsync(string job, TimeSpan? timeout, CallContext context);
}

internal interface IJobRunner
{
    Task<ChatJob> StartAsync(NewJob job, CallContext context);

    Task StopAsync(string job, CallContext context);

    /// <summary>Says what a job's state is to be.</summary>
    /// <param name="job">The job's id.</param>
    /// <param name="status">The state, in the platform's words.</param>
    /// <param name="fromAny">Whatever its state is, also where the platform would not go from that one to the other.</param>
    /// <param name="context">The call.</param>
    Task SetStatusAsync(string job, string status, bool fromAny, CallContext context);
}
