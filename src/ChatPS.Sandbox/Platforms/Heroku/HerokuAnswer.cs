using System.Text.Json.Nodes;
using ChatPS.Sandbox.Http;

namespace ChatPS.Sandbox.Platforms.Heroku;

/// <summary>Answers in Heroku's form.</summary>
internal static class HerokuAnswer
{
    /// <summary>Where the documentation of the API is, as errors refer to it.</summary>
    private const string Documentation = "https://devcenter.heroku.com/articles/platform-api-reference";

    public static SandboxResponse Json(JsonNode? value, int status = 200) => SandboxResponse.Json(value, status);

    public static SandboxResponse Error(int status, string id, string message, string? url = null)
    {
        var body = new JsonObject { ["id"] = id, ["message"] = message };
        if (url is not null)
            body["url"] = url;
        return Json(body, status);
    }

    public static SandboxResponse RateLimited() =>
        Error(429, "rate_limit", "Your account reached the API rate limit.", Documentation + "#rate-limits");

    // ---- What ends a handler --------------------------------------------------------------------------------------------------

    public static SandboxAnswerException Fault(int status, string id, string message, string? url = null) => new(Error(status, id, message, url));

    public static SandboxAnswerException BadRequest(string message) => Fault(400, "bad_request", message);

    public static SandboxAnswerException Invalid(string message) => Fault(422, "invalid_params", message);

    /// <summary>Something that the body has to name isn't there.</summary>
    public static SandboxAnswerException Missing(string name) => Invalid($"The parameter {name} is required.");

    /// <param name="what">A word like <c>app</c>.</param>
    public static SandboxAnswerException NotFound(string what)
    {
        var body = new JsonObject { ["resource"] = what, ["id"] = "not_found", ["message"] = $"There is no such {what}." };
        return new(Json(body, 404));
    }

    public static SandboxAnswerException Forbidden(string message = "You do not have the permission to do this.") => Fault(403, "forbidden", message);

    public static SandboxAnswerException Conflict(string message) => Fault(409, "conflict", message);

    public static SandboxAnswerException VerificationRequired() =>
        Fault(402, "verification_required", "The account has to be verified, with a way to pay, before it can do this.");

    public static SandboxAnswerException Delinquent() =>
        Fault(402, "delinquent", "The account has unpaid invoices; nothing that costs can be made until they are paid.");
}
