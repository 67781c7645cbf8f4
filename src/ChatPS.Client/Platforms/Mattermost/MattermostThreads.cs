using System.Runtime.CompilerServices;
using ChatPS.Client.Capabilities;
using ChatPS.Client.Http;
using ChatPS.Client.Paging;
using ChatPS.Client.Sessions;
using static ChatPS.Client.Platforms.Mattermost.MattermostOperations;
using static ChatPS.Client.Platforms.Mattermost.MattermostTexts;

namespace ChatPS.Client.Platforms.Mattermost;

/// <summary>Threads that the account follows. To the server they belong to teams, and those of conversations to each of them.</summary>
internal sealed class MattermostThreads(Connection connection) : MattermostResource(connection)
{
    /// <summary>The messages that began them, of a team or of all teams.</summary>
    public async IAsyncEnumerable<ChatMessage> ListAsync(
        string? team, PageWindow window, CallContext context, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var wanted = new PageWindow(window.First is { } first ? first + window.Skip : null);
        var told = new HashSet<string>(StringComparer.Ordinal);
        foreach (var id in await TeamIdsAsync(team, context).ConfigureAwait(false))
        {
            var threads = ListByPage(
                Mine(GetUserThreads, id), wanted, MattermostJson.Default.UserThread, LearnAsync, context, MattermostUserThreadsPager.Instance);
            await foreach (var thread in threads.WithCancellation(cancellation).ConfigureAwait(false))
            {
                if (told.Add(thread.Id))
                    yield return ToMessage(thread);
            }
        }

        async Task<IEnumerable<Wire.UserThread>> LearnAsync(Wire.UserThread[] page)
        {
            await LearnNamesAsync(page.Select(thread => thread.Post.UserId), context).ConfigureAwait(false);
            return page;
        }

        ChatMessage ToMessage(Wire.UserThread thread)
        {
            thread.Post.ReplyCount = thread.ReplyCount;
            return Connection.Get<MattermostMessages>().ToMessage(thread.Post, context, thread.Unnamed);
        }
    }

    public async Task FollowAsync(MessageRef message, bool following, CallContext context)
    {
        var (root, room) = await Connection.Get<MattermostMessages>().RootAsync(message, context).ConfigureAwait(false);
        var channel = await Names.FindRoomAsync(Connection.Session.RoomOr(room), message.Team, context).ConfigureAwait(false);
        var team = Filled(channel.TeamId) ?? (await TeamIdsAsync(null, context).ConfigureAwait(false))[0];
        await SendAsync(
            Mine(following ? StartFollowingThread : StopFollowingThread, team).Path("thread_id", root), context).ConfigureAwait(false);
    }

    private ApiCall Mine(string operation, string team) => Call(operation).Path("user_id", "me").Path("team_id", team);

    private async Task<string[]> TeamIdsAsync(string? team, CallContext context)
    {
        if (team is not null)
            return [await Names.TeamIdAsync(team, context).ConfigureAwait(false)];
        var teams = await Names.TeamsAsync("me", context).ConfigureAwait(false);
        return teams.Length > 0 ? [.. teams.Select(one => one.Id)] : throw new ChatException(ChatErrorReason.InvalidRequest, "Threads belong to teams, and you are in none.")
        {
            Advice = "Join a team first: Add-ChatTeamUser takes people in.",
        };
    }
}
