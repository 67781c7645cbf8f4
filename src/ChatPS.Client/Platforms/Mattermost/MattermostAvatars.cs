using ChatPS.Client.Capabilities;
using ChatPS.Client.Http;
using ChatPS.Client.Sessions;
using static ChatPS.Client.Platforms.Mattermost.MattermostOperations;

namespace ChatPS.Client.Platforms.Mattermost;

/// <summary>The pictures of users and teams.</summary>
internal sealed class MattermostAvatars(Connection connection) : MattermostResource(connection), IAvatarReader
{
    /// <summary>Whoever has none gets one that the server draws.</summary>
    public async Task SaveAsync(UserRef user, Stream target, CallContext context) => await DownloadAsync(
        Call(GetProfileImage).Path("user_id", await Names.UserIdAsync(user.Value, context).ConfigureAwait(false)), target, null, context).ConfigureAwait(false);

    public async Task SaveAsync(string team, Stream target, CallContext context) => await DownloadAsync(
        Call(GetTeamIcon).Path("team_id", await Names.TeamIdAsync(team, context).ConfigureAwait(false)), target, null, context).ConfigureAwait(false);
}
