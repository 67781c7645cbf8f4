using ChatPS.Client.Capabilities;
using ChatPS.Client.Http;
using ChatPS.Client.Paging;
using ChatPS.Client.Sessions;
using static ChatPS.Client.Platforms.Mattermost.MattermostOperations;

namespace ChatPS.Client.Platforms.Mattermost;

/// <summary>Reads what an archive could meet on a server. No operation tells whose an address is for many at once, so it takes the lists as they are.</summary>
internal sealed class MattermostImportTarget(Connection connection) : Resource(connection)
{
    public async Task<ImportTarget> ReadAsync(CallContext context)
    {
        var target = new ImportTarget { MaxPostLength = await Connection.Get<MattermostServers>().MaxPostLengthAsync(context).ConfigureAwait(false) };
        var teams = new Dictionary<string, string>(StringComparer.Ordinal);
        await foreach (var team in List(Call(GetAllTeams), PageWindow.All, MattermostJson.Default.Team, team => team, context).ConfigureAwait(false))
        {
            teams[team.Id] = team.Name;
            target.Teams[team.Name] = team.DeleteAt != 0;
        }
        var rooms = List(Call(GetAllChannels).Query("include_deleted", true), PageWindow.All, MattermostJson.Default.Channel, room => room, context);
        await foreach (var room in rooms.ConfigureAwait(false))
        {
            if (teams.TryGetValue(room.TeamId ?? "", out var team))
                target.Rooms[$"{team}/{room.Name}"] = room.DeleteAt != 0;
        }
        await foreach (var user in List(Call(GetUsers), PageWindow.All, MattermostJson.Default.User, user => user, context).ConfigureAwait(false))
        {
            target.Users[user.Username] = user.Email ?? "";
            if (user.Email is { Length: > 0 } email)
                target.Emails[email] = user.Username;
        }
        await AddSchemesAsync(target, context).ConfigureAwait(false);
        return target;
    }

    private async Task AddSchemesAsync(ImportTarget target, CallContext context)
    {
        try
        {
            await foreach (var scheme in Connection.Get<MattermostSchemes>().ListAsync(null, PageWindow.All, context).ConfigureAwait(false))
                target.Schemes[scheme.Name] = scheme.Scope ?? "";
        }
        // Without the license for them there are none.
        catch (ChatException e) when (e.Reason == ChatErrorReason.NotSupported)
        {
        }
    }
}
