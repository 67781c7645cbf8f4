namespace ChatPS.Client.RateLimits;

/// <summary>The limit a platform documents, for servers that do not state one.</summary>
/// <param name="Limit">How many requests a full budget has.</param>
/// <param name="Window">How long an empty budget takes to be full again.</param>
/// <param name="RefillsSteadily">Whether it refills bit by bit or all at once when the window ends.</param>
internal sealed record RateBudget(double Limit, TimeSpan Window, bool RefillsSteadily = false);
