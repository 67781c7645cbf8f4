using System.Globalization;
using System.Net;
using ChatPS.Client.Sessions;

namespace ChatPS.Client.Http;

/// <summary>The one table from an HTTP status to an error.</summary>
internal static class ApiErrors
{
    // A page of HTML from a proxy says no more at length.
    private const int LongestMessage = 500;

    // What was answered in place of what the API promises may be a whole page.
    private const int LongestBody = 10_000;

    public static ChatException From(ApiResponse response, ApiRequest request, Connection connection)
    {
        if (request.IsElsewhere)
            return Elsewhere(response, request, connection);
        var error = connection.Platform.Explain(connection.Platform.ReadError(response), response, request, connection)
            with
        { Body = BodyOf(response), ContentType = response.ContentType };
        // The session itself is as good as before.
        if (response.Status == HttpStatusCode.Unauthorized && request.Token is not null)
            error = error with { Reason = ChatErrorReason.Forbidden, Advice = "The token that was given for this call was refused: get another one." };
        return Of(error, response.Status, request.Operation?.Id ?? connection.Mask.Apply($"{request.Method} {request.Path}"), connection, RetryAfter(response, connection));
    }

    /// <summary>An error the server tells of: of a whole request or, within a good answer, of one of its items.</summary>
    public static ChatException Of(ApiError error, HttpStatusCode status, string what, Connection connection, TimeSpan? retryAfter = null)
    {
        var reason = error.Reason ?? ReasonOf(status);
        var said = error.Message is { Length: > 0 } message ? connection.Mask.Apply(Shorten(message)) : null;
        return new ChatException(reason, $"{what} failed with {(int)status}: {said ?? Phrase(status)}")
        {
            StatusCode = (int)status,
            ErrorId = error.Id,
            ServerMessage = said,
            Body = error.Body is { Length: > 0 } body ? connection.Mask.Apply(body) : null,
            ContentType = error.ContentType,
            RequestId = error.RequestId,
            Url = error.Url,
            RetryAfter = retryAfter ?? error.RetryAfter,
            IsForThisOnly = error.IsForThisOnly,
            Advice = error.Advice ?? AdviceFor(reason, status),
        };
    }

    // What an address that was given for one purpose says is of another server, and no word on the session's token. The path
    // is left out, because it may be what lets one in.
    private static ChatException Elsewhere(ApiResponse response, ApiRequest request, Connection connection)
    {
        var isOver = response.Status is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden or HttpStatusCode.NotFound or HttpStatusCode.Gone;
        var error = new ApiError
        {
            Message = response.Text,
            Reason = response.Status == HttpStatusCode.Unauthorized ? ChatErrorReason.Forbidden : null,
            Advice = isOver ? "The address that the platform gave for this is good for a short time only: run the command again for another." : null,
        };
        return Of(error, response.Status, $"{request.Method} {request.Host!.Authority}", connection, RetryAfter(response, connection));
    }

    private static ChatErrorReason ReasonOf(HttpStatusCode status) => (int)status switch
    {
        401 => ChatErrorReason.Unauthorized,
        402 or 403 => ChatErrorReason.Forbidden,
        404 or 410 => ChatErrorReason.NotFound,
        405 or 501 => ChatErrorReason.NotSupported,
        408 => ChatErrorReason.Timeout,
        409 => ChatErrorReason.Conflict,
        429 => ChatErrorReason.RateLimited,
        >= 500 => ChatErrorReason.ServerError,
        >= 400 => ChatErrorReason.InvalidRequest,
        _ => ChatErrorReason.InvalidResponse,
    };

    private static string? AdviceFor(ChatErrorReason reason, HttpStatusCode status) => reason switch
    {
        ChatErrorReason.InvalidRequest => "Correct the value the server names and try again.",
        ChatErrorReason.Unauthorized => "Sign in again with Connect-ChatService; the token may have expired or been revoked.",
        ChatErrorReason.Forbidden => "Use an account that may do this: Get-ChatSession shows who you are.",
        ChatErrorReason.NotFound => "Check the id or name. It is not there, or this account may not see it.",
        ChatErrorReason.Conflict => "Look at what is there already, and change that or choose another name.",
        ChatErrorReason.RateLimited => "Wait and try again; Get-ChatRateLimit shows when. -Retry of Set-ChatSession allows more patience.",
        ChatErrorReason.ServerError => "Try again later; give the server's administrator the request id.",
        ChatErrorReason.Timeout => "Try again, or allow more time with Set-ChatSession -Timeout.",
        ChatErrorReason.NotSupported => "This server does not offer the operation: it may be another version or edition.",
        ChatErrorReason.InvalidResponse when (int)status is >= 300 and < 400 =>
            "The server redirects elsewhere; give its final address with -Uri.",
        _ => null,
    };

    /// <summary>Retry-After in seconds or as a date; where it is missing, the time the rate-limit headers give.</summary>
    private static TimeSpan? RetryAfter(ApiResponse response, Connection connection)
    {
        var now = connection.Clock.GetUtcNow();
        var header = response.Header("Retry-After");
        if (double.TryParse(header, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds))
            return TimeSpan.FromSeconds(Math.Min(seconds, TimeSpan.FromDays(1).TotalSeconds));
        if (DateTimeOffset.TryParse(header, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at))
        {
            // Against the server's own clock, which need not agree with ours.
            var wait = at - (ServerTime(response) ?? now);
            return wait > TimeSpan.Zero ? wait : TimeSpan.Zero;
        }
        if (response.Status == HttpStatusCode.TooManyRequests && connection.Platform.ReadRetryAfter(response, now) is { } own)
            return own;
        return response.Status == HttpStatusCode.TooManyRequests
            ? connection.Platform.ReadRateLimit(response, now) is { Remaining: < 1, RefillsSteadily: false } reading ? reading.UntilFull : null
            : null;
    }

    public static DateTimeOffset? ServerTime(ApiResponse response) =>
        DateTimeOffset.TryParse(response.Header("Date"), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date) ? date : null;

    private static string BodyOf(ApiResponse response) => response.Text is { Length: > LongestBody } text ? text[..LongestBody] : response.Text;

    private static string Shorten(string message) =>
        message.ReplaceLineEndings(" ").Trim() is var line && line.Length > LongestMessage ? line[..LongestMessage] + "…" : line;

    private static string Phrase(HttpStatusCode status) => status.ToString();
}
