using Polly;
using Polly.Retry;

namespace ChatPS.Client.Http;

/// <summary>Runs attempts until one succeeds, the policy is used up, or trying again would do harm.</summary>
internal static class RetryPipeline
{
    public static async Task<ApiResponse> RunAsync(
        Func<int, CancellationToken, ValueTask<ApiResponse>> attempt,
        ChatRetryPolicy policy,
        bool isIdempotent,
        TimeProvider clock,
        CallContext context)
    {
        if (policy.MaxRetries <= 0)
            return await attempt(0, context.Cancellation).ConfigureAwait(false);

        var number = 0;
        var delay = TimeSpan.Zero;
        var began = clock.GetTimestamp();
        var pipeline = new ResiliencePipelineBuilder<ApiResponse> { TimeProvider = clock }
            .AddRetry(new RetryStrategyOptions<ApiResponse>
            {
                MaxRetryAttempts = policy.MaxRetries,
                ShouldHandle = args =>
                {
                    if (args.Outcome.Exception is not ChatException error || !MayRepeat(error, isIdempotent, policy))
                        return ValueTask.FromResult(false);
                    delay = error.RetryAfter ?? Backoff(policy, args.AttemptNumber);
                    return ValueTask.FromResult(clock.GetElapsedTime(began) + delay <= policy.MaxElapsedTime);
                },
                DelayGenerator = _ => ValueTask.FromResult<TimeSpan?>(delay),
                OnRetry = args =>
                {
                    number++;
                    var error = (ChatException)args.Outcome.Exception!;
                    context.Log.Waiting(delay, $"before attempt {number + 1}, because {Why(error)}");
                    return default;
                },
            })
            .Build();
        return await pipeline.ExecuteAsync(cancellation => attempt(number, cancellation), context.Cancellation).ConfigureAwait(false);
    }

    private static bool MayRepeat(ChatException error, bool isIdempotent, ChatRetryPolicy policy) => error.Reason switch
    {
        ChatErrorReason.RateLimited => true,
        ChatErrorReason.ConnectionFailed => policy.RetryConnectionErrors && (isIdempotent || error.NeverSent),
        ChatErrorReason.Timeout => isIdempotent && (error.StatusCode is not null || policy.RetryConnectionErrors),
        ChatErrorReason.ServerError => isIdempotent && error.StatusCode is 500 or 502 or 503 or 504,
        _ => false,
    };

    /// <summary>How long to wait before an attempt, the first repetition being 0.</summary>
    // Full jitter on the upper half: callers that failed together do not come back together.
    public static TimeSpan Backoff(ChatRetryPolicy policy, int attempt)
    {
        var ceiling = Math.Min(
            policy.InitialInterval.TotalMilliseconds * Math.Pow(Math.Max(1, policy.Exponent), attempt),
            policy.MaxInterval.TotalMilliseconds);
#pragma warning disable CA5394 // Jitter needs no cryptographic randomness.
        return TimeSpan.FromMilliseconds(ceiling * (0.5 + (Random.Shared.NextDouble() / 2)));
#pragma warning restore CA5394
    }

    private static string Why(ChatException error) => error.StatusCode is { } status
        ? $"the server answered {status}"
        : error.Reason == ChatErrorReason.Timeout ? "no answer came in time" : "the connection failed";
}
