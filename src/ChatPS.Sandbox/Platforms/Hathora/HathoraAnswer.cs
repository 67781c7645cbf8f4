using System.Text.Json.Nodes;
using ChatPS.Sandbox.Http;

namespace ChatPS.Sandbox.Platforms.Hathora;

/// <summary>Answers in Hathora's form.</summary>
internal static class HathoraAnswer
{
    public static SandboxResponse Json(JsonNode? value, int status = 200) => SandboxResponse.Json(value, status);

    public static SandboxResponse Error(int status, string message) => Json(new JsonObject { ["message"] = message }, status);

    // ---- What ends a handler --------------------------------------------------------------------------------------------------

    public static SandboxAnswerException Fault(int status, string message) => new(Error(status, message));

    /// <summary>What is asked for doesn't fit the state of things.</summary>
    public static SandboxAnswerException BadRequest(string message) => Fault(400, message);

    public static SandboxAnswerException Unauthorized(string message) => Fault(401, message);

    public static SandboxAnswerException PaymentRequired() =>
        Fault(402, "The organization has used up what is free and has no payment method.");

    /// <param name="what">A word like <c>application</c>.</param>
    public static SandboxAnswerException NotFound(string what) => Fault(404, $"There is no such {what}.");

    public static SandboxAnswerException Invalid(string message) => Fault(422, message);
}
