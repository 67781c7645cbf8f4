using System.Text.Json.Nodes;
using ChatPS.Sandbox.Http;

namespace ChatPS.Sandbox.Platforms.HipChat;

/// <summary>Answers in HipChat's form.</summary>
internal static class HipChatAnswer
{
    public static SandboxResponse Json(JsonNode? value, int status = 200) => SandboxResponse.Json(value, status);

    /// <summary>What most changes are answered with.</summary>
    public static SandboxResponse Done() => SandboxResponse.Empty(204);

    /// <summary>What a request is answered with that only tries whether the token would do.</summary>
    public static SandboxResponse Accepted() => Status("success", 202, "The token is good for this.");

    /// <summary>What a new thing is answered with: its id and where it is.</summary>
    public static SandboxResponse Created(long id, string link) => Json(CreatedJson(id, link), 201);

    public static JsonObject CreatedJson(long id, string link) => new() { ["id"] = id, ["links"] = new JsonObject { ["self"] = link } };

    public static SandboxResponse Error(int status, string message) => Status("error", status, message);

    // ---- What ends a handler --------------------------------------------------------------------------------------------------

    public static SandboxAnswerException Fault(int status, string message) => new(Error(status, message));

    public static SandboxAnswerException BadRequest(string message) => Fault(400, message);

    public static SandboxAnswerException Unauthorized(string message) => Fault(401, message);

    public static SandboxAnswerException Forbidden(string message) => Fault(403, message);

    /// <param name="what">A word like <c>Room</c>.</param>
    /// <param name="name">What the caller calls it.</param>
    public static SandboxAnswerException NotFound(string what, string name) => Fault(404, $"{what} '{name}' not found.");

    private static SandboxResponse Status(string member, int status, string message) =>
        Json(new JsonObject { [member] = new JsonObject { ["code"] = status, ["type"] = HttpWriter.Reason(status), ["message"] = message } }, status);
}
