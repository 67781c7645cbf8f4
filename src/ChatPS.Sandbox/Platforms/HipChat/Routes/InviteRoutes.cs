using System.Text.Json.Nodes;
using ChatPS.Sandbox.Http;

namespace ChatPS.Sandbox.Platforms.HipChat.Routes;

/// <summary>Asking somebody into the group by mail.</summary>
internal static class InviteRoutes
{
    public static void MapInvites(this HipChatService hipChat) => hipChat.Map("POST", "/v2/invite/user", Invite, Scope.AdminGroup);

    private static SandboxResponse Invite(HipChatCall call)
    {
        var (email, name, title) = (call.NewEmail(), call.Body.Text("name", 1, 50), call.Body.OptionalText("title"));
        call.State.Invites[email] = (name, title, call.Time);
        return HipChatAnswer.Json(new JsonObject());
    }
}
