using System.Text.Json.Nodes;
using ChatPS.Sandbox.Http;

namespace ChatPS.Sandbox.Platforms.Gitter.Routes;

/// <summary>What belongs to one message: readers, thread, reports.</summary>
internal static class MessageDetailRoutes
{
    public static void MapMessageDetails(this GitterService gitter)
    {
        gitter.Map("GET", "/v1/rooms/{roomId}/chatMessages/{messageId}/readBy", call =>
            GitterAnswer.List(call.Message.ReadBy.Select(id => call.State.Users[id].ToJson())));
        gitter.Map("GET", "/v1/rooms/{roomId}/chatMessages/{messageId}/thread", call =>
            GitterAnswer.List(MessageLists.Thread(call, call.Message).Select(message => message.ToJson(call.State, call.User))));
        gitter.Map("POST", "/v1/rooms/{roomId}/chatMessages/{messageId}/report", Report);
    }

    /// <summary>Reporting a message again gives the first report.</summary>
    private static SandboxResponse Report(GitterCall call)
    {
        var message = call.Message;
        var report = call.State.Reports.Find(known => known.Reporter == call.User && known.Message == message);
        if (report is null)
            call.State.Reports.Add(report = new(call.State.Ids.Next(call.Time), call.User, message, message.Content.Text, call.Time));
        return GitterAnswer.Json(new JsonObject
        {
            ["id"] = report.Id,
            ["sent"] = report.Sent.ToWire(),
            ["weight"] = 1,
            ["reporterUserId"] = report.Reporter.Id,
            ["reporterUser"] = report.Reporter.ToJson(),
            ["messageId"] = message.Id,
            ["messageUserId"] = message.From.Id,
            ["messageUser"] = message.From.ToJson(),
            ["messageText"] = report.Text,
            ["message"] = message.ToJson(call.State, call.User),
        });
    }
}
