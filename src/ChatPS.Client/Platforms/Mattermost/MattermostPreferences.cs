using ChatPS.Client.Capabilities;
using ChatPS.Client.Http;
using ChatPS.Client.Paging;
using ChatPS.Client.Sessions;
using static ChatPS.Client.Platforms.Mattermost.MattermostOperations;

namespace ChatPS.Client.Platforms.Mattermost;

/// <summary>What users have set for themselves.</summary>
internal sealed class MattermostPreferences(Connection connection) : MattermostResource(connection), IPreferences
{
    public IAsyncEnumerable<ChatPreference> ListAsync(UserRef user, string? category, string? name, PageWindow window, CallContext context) =>
        List(() => CallForAsync(user, category, name, context), window, MattermostJson.Default.Preference, ToPreference, context);

    public async Task<IReadOnlyList<ChatPreference>> SetAsync(UserRef user, IReadOnlyList<PreferenceRef> preferences, CallContext context)
    {
        var id = await Names.UserIdAsync(user.Value, context).ConfigureAwait(false);
        await SendAsync(Call(UpdatePreferences).Path("user_id", id).Content(ToContent(id, preferences)), context).ConfigureAwait(false);
        return [.. preferences.Select(preference => new ChatPreference
        {
            Session = Connection.Session,
            UserId = id,
            Category = preference.Category,
            Name = preference.Name,
            Value = preference.Value ?? "",
        })];
    }

    public async Task RemoveAsync(UserRef user, IReadOnlyList<PreferenceRef> preferences, CallContext context)
    {
        var id = await Names.UserIdAsync(user.Value, context).ConfigureAwait(false);
        await SendAsync(Call(DeletePreferences).Path("user_id", id).Content(ToContent(id, preferences)), context).ConfigureAwait(false);
    }

    private async Task<ApiCall> CallForAsync(UserRef user, string? category, string? name, CallContext context)
    {
        var id = await Names.UserIdAsync(user.Value, context).ConfigureAwait(false);
        var call = (category, name) switch
        {
            (null, _) => Call(GetPreferences),
            (_, null) => Call(GetPreferencesByCategory).Path("category", category),
            _ => Call(GetPreferencesByCategoryByName).Path("category", category).Path("preference_name", name),
        };
        return call.Path("user_id", id);
    }

    private static Dictionary<string, string>[] ToContent(string user, IReadOnlyList<PreferenceRef> preferences) =>
    [
        .. preferences.Select(preference => new Dictionary<string, string>
        {
            ["user_id"] = user,
            ["category"] = preference.Category,
            ["name"] = preference.Name,
            ["value"] = preference.Value ?? "",
        }),
    ];

    private ChatPreference ToPreference(Wire.Preference preference) => new()
    {
        Session = Connection.Session,
        Unnamed = preference.Unnamed,
        UserId = preference.UserId,
        Category = preference.Category,
        Name = preference.Name,
        Value = preference.Value,
    };
}
