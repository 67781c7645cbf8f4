namespace ChatPS.Client.RateLimits;

/// <summary>A limit that some requests have to themselves, beside the one on all the account's.</summary>
/// <param name="Name">What is counted: what has another name has another budget.</param>
/// <param name="Budget">The documented limit.</param>
internal sealed record RateLane(string Name, RateBudget Budget);
