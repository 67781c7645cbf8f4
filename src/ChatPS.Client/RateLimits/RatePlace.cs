namespace ChatPS.Client.RateLimits;

/// <summary>A request's place in the budget.</summary>
/// <param name="Window">The window that it is in, by its number.</param>
/// <param name="Left">How many requests were over when it was taken.</param>
internal readonly record struct RatePlace(int Window, long Left);
