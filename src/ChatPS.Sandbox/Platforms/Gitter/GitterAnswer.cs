using System.Text.Json.Nodes;
using ChatPS.Sandbox.Http;

namespace ChatPS.Sandbox.Platforms.Gitter;

/// <summary>Answers in Gitter's form.</summary>
internal static class GitterAnswer
{
    private const string JsonType = "application/json; charset=utf-8";

    public static SandboxResponse Json(JsonNode value, int status = 200) => SandboxResponse.Json(value, status, JsonType);

    public static SandboxResponse List(IEnumerable<JsonNode> items) => Json(new JsonArray([.. items]));

    /// <summary>A search's results, which come wrapped.</summary>
    public static SandboxResponse Results(IEnumerable<JsonNode> items) => Json(new JsonObject { ["results"] = new JsonArray([.. items]) });

    public static SandboxResponse Success() => Json(new JsonObject { ["success"] = true });

    /// <summary>What a handler without a result answers: plain text.</summary>
    public static SandboxResponse Ok() => SandboxResponse.Text(200, "OK", "text/plain; charset=utf-8");

    /// <summary>An error: the status in words, whatever the reason was.</summary>
    public static SandboxResponse Error(int status) => Json(new JsonObject { ["error"] = Phrase(status) }, status);

    /// <summary>An error of the server, which can be found again by its number.</summary>
    public static SandboxResponse ServerError(int status, DateTimeOffset time) =>
        Json(new JsonObject { ["error"] = Phrase(status), ["uniqueId"] = time.ToUnixTimeMilliseconds() }, status);

    /// <summary>Ends a handler with an error.</summary>
    public static SandboxAnswerException Fault(int status) => new(Error(status));

    /// <summary>Ends a handler because it asks for something that needs the outside world.</summary>
    public static SandboxAnswerException NotSimulated(DateTimeOffset time) => new(ServerError(501, time));

    private static string Phrase(int status) => status switch
    {
        400 => "Bad Request",
        401 => "Unauthorized",
        403 => "Forbidden",
        404 => "Not Found",
        409 => "Conflict",
        428 => "Precondition Required",
        429 => "Too Many Requests",
        500 => "Internal Server Error",
        501 => "Not Implemented",
        502 => "Bad Gateway",
        503 => "Service Unavailable",
        504 => "Gateway Timeout",
        _ => "Unknown Error",
    };
}
