using System.Text.Json;
using System.Text.Json.Nodes;
using ChatPS.Sandbox.Http;
using ChatPS.Sandbox.Platforms.HipChat.Model;

namespace ChatPS.Sandbox.Platforms.HipChat.Routes;

/// <summary>Links and files for a room or for somebody, and the address at which a file can be fetched.</summary>
internal static class ShareRoutes
{
    public static void MapShares(this HipChatService hipChat)
    {
        Map(RoomRoutes.Base, call => call.OpenRoom() is var room ? (room.Id, room.Messages) : default);
        Map("/v2/user/{id_or_email}", call => call.User() is var user ? (user.Id, call.State.Conversation(call.Me, user)) : default);
        hipChat.MapOpen("GET", "/files/{id}/{name}", request => hipChat.State.Files.TryGetValue(request.Route("id"), out var file)
            ? SandboxResponse.Bytes(200, file.Content, file.ContentType)
            : HipChatAnswer.Error(404, "File not found."));

        void Map(string path, Func<HipChatCall, (long To, List<Message> Messages)> find)
        {
            hipChat.Map("POST", path + "/share/link", call => Post(call, find(call), Link(call)), Scope.SendMessage);
            hipChat.Map("POST", path + "/share/file", call => Post(call, find(call), File(call)), Scope.SendMessage);
        }
    }

    private static SandboxResponse Post(HipChatCall call, (long To, List<Message> Messages) conversation, Message message)
    {
        call.Service.CountMessage(call, conversation.To);
        conversation.Messages.Add(message);
        if (message.File is { } file)
            call.State.Files.Add(file.Id, file);
        return HipChatAnswer.Done();
    }

    private static Message Link(HipChatCall call)
    {
        var link = call.Body.Text("link", 1);
        return call.Message(call.Body.OptionalText("message") is { Length: > 0 } text ? $"{text} {link}" : link);
    }

    /// <summary>A part of JSON says the message, the other part is the file; which is which shows by their names or else by their kinds.</summary>
    private static Message File(HipChatCall call)
    {
        if (!call.Request.IsContent("multipart/related"))
            throw HipChatAnswer.BadRequest("The content type has to be multipart/related.");
        var parts = call.Request.Parts;
        var metadata = parts.FirstOrDefault(IsMetadata);
        var content = parts.FirstOrDefault(part => part != metadata && (part.Name == "file" || part.FileName is not null)) ?? throw HipChatBody.Missing("file");
        var text = metadata is null ? null : new HipChatBody(Parse(metadata.Text)).OptionalText("message");
        var name = content.FileName is { Length: > 0 } given ? given : "file";
        var file = new StoredFile(call.State.NewGuid(), name, content.ContentType ?? "application/octet-stream", content.Body);
        return call.Message(text ?? "") with { File = file };
    }

    private static bool IsMetadata(MultipartPart part) => part.Name == "metadata"
        || (part is { FileName: null, ContentType: { } type } && type.StartsWith("application/json", StringComparison.OrdinalIgnoreCase));

    private static JsonObject Parse(string text)
    {
        try
        {
            return JsonNode.Parse(text) as JsonObject ?? throw HipChatBody.Unfit("metadata", "an object");
        }
        catch (JsonException)
        {
            throw HipChatBody.Unfit("metadata", "JSON");
        }
    }
}
