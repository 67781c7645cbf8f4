using ChatPS.Client.Http;
using ChatPS.Client.Sessions;

namespace ChatPS.Client.Platforms.Mattermost;

/// <summary>Finds the names for the user ids that posts and reactions have, many in one request and each once a cmdlet.</summary>
internal sealed class MattermostUserNames(Connection connection)
{
    private readonly MattermostNames _names = new(connection);

    /// <summary>The name, if it was looked up or is your own.</summary>
    public string? Find(string? userId, CallContext context) => userId switch
    {
        null or "" => null,
        _ when userId == connection.Session.UserId => connection.Session.UserName,
        _ => context.Names.TryGetValue(Key(userId), out var name) && name.Length > 0 ? name : null,
    };

    /// <summary>The name that somebody has from now on.</summary>
    public static void Learn(string userId, string name, CallContext context) => context.Names[Key(userId)] = name;

    /// <summary>Looks up the names of users.</summary>
    public async Task LearnAsync(IEnumerable<string?> userIds, CallContext context)
    {
        var unknown = userIds.OfType<string>()
            .Where(id => id.Length > 0 && id != connection.Session.UserId && !context.Names.ContainsKey(Key(id)))
            .Distinct().ToArray();
        if (unknown.Length == 0)
            return;
        foreach (var id in unknown)
            context.Names[Key(id)] = "";
        try
        {
            foreach (var user in await _names.UsersByIdAsync(unknown, context).ConfigureAwait(false))
                context.Names[Key(user.Id)] = user.Username;
        }
        catch (ChatException e) when (e.Reason == ChatErrorReason.Forbidden)
        {
            // Who may read a message need not see who wrote it: the ids are there all the same.
            context.Log.Verbose(e.Message);
        }
        catch
        {
            // They are to be asked for again.
            foreach (var id in unknown)
                context.Names.TryRemove(Key(id), out _);
            throw;
        }
    }

    private static string Key(string userId) => "name of user " + userId;
}
