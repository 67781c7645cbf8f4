namespace ChatPS.Sandbox.Http;

/// <summary>Calls other programs on this machine as a real server calls those of its users; nothing of a sandbox ever leaves the machine.</summary>
internal static class LoopbackClient
{
    private const int MaxAnswer = 1024 * 1024;

    // Whoever answers does not send the call on to somewhere else, and no connection stays open for another call that may never come.
    private static readonly HttpClient Client = new(
        new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false, UseCookies = false, PooledConnectionLifetime = TimeSpan.Zero })
    {
        Timeout = TimeSpan.FromSeconds(30),
        MaxResponseContentBufferSize = MaxAnswer,
    };

    /// <summary>Sends a request.</summary>
    /// <returns>The answer; null where the address is not of this machine, or nobody answers there.</returns>
    public static async Task<LoopbackAnswer?> SendAsync(HttpRequestMessage request, CancellationToken cancellation)
    {
        if (request.RequestUri is not { IsAbsoluteUri: true, IsLoopback: true, Scheme: "http" or "https" })
            return null;
        try
        {
            using var response = await Client.SendAsync(request, cancellation);
            return new((int)response.StatusCode, response.Content.Headers.ContentType?.MediaType, await response.Content.ReadAsStringAsync(cancellation));
        }
        catch (Exception failed) when (failed is HttpRequestException or OperationCanceledException or InvalidOperationException)
        {
            return null;
        }
    }
}

/// <summary>What another program said.</summary>
internal sealed record LoopbackAnswer(int Status, string? MediaType, string Body);
