using RestSharp.Interceptors;

namespace ChatPS.Client.Http;

/// <summary>Sends a body of its own in place of the one that RestSharp would make, with no header that nobody asked for.</summary>
internal sealed class UploadInterceptor(HttpContent content) : Interceptor
{
    public override ValueTask BeforeHttpRequest(HttpRequestMessage requestMessage, CancellationToken cancellationToken)
    {
        requestMessage.Content?.Dispose();
        requestMessage.Content = content;
        return default;
    }
}
