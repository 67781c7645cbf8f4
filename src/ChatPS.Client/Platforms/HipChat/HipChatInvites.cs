using ChatPS.Client.Capabilities;
using ChatPS.Client.Http;
using ChatPS.Client.Sessions;
using static ChatPS.Client.Platforms.HipChat.HipChatOperations;

namespace ChatPS.Client.Platforms.HipChat;

/// <summary>Invitations to the group, which is the token's. Nothing tells of them afterwards.</summary>
internal sealed class HipChatInvites(Connection connection) : HipChatResource(connection), ITeamItemCreator<NewInvite, ChatInvite>
{
    public async Task<ChatInvite> CreateAsync(string? team, NewInvite item, CallContext context)
    {
        Unsupported.IfGiven(team, ChatPlatform.HipChat, "Team");
        Unsupported.IfGiven(item.Grant.Role, ChatPlatform.HipChat, "Role");
        Unsupported.IfGiven(item.Grant.Scope, ChatPlatform.HipChat, "Scope");
        var name = item.Name ?? throw new ChatException(ChatErrorReason.InvalidRequest, $"The invitation of {item.Email} needs the person's name.")
        {
            Advice = "Give it with -DisplayName.",
        };
        await SendAsync(Call(InviteUserToGroup).Body("email", item.Email).Body("name", name).Body("title", item.Position), context).ConfigureAwait(false);
        return new ChatInvite { Session = Connection.Session, Id = item.Email, TeamId = "", Email = item.Email, DisplayName = name };
    }
}
