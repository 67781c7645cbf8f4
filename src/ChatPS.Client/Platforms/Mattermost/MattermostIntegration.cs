using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using ChatPS.Client.Http;
using ChatPS.Client.Paging;
using ChatPS.Client.Sessions;

namespace ChatPS.Client.Platforms.Mattermost;

/// <summary>What the resources have in common for what joins a server to other programs: it belongs to users, and changes only as a whole.</summary>
internal abstract class MattermostIntegration(Connection connection) : Resource(connection)
{
    private readonly MattermostUserNames _userNames = new(connection);

    protected MattermostNames Names { get; } = new(connection);

    /// <summary>A list whose items are users'. Their names are looked up for a whole page in one request.</summary>
    /// <param name="call">What lists them.</param>
    /// <param name="window">The part that is wanted.</param>
    /// <param name="type">What an item is on the wire.</param>
    /// <param name="ownerOf">The id of the user whose an item is.</param>
    /// <param name="map">Makes the object of an item and its user's name.</param>
    /// <param name="context">The call.</param>
    protected IAsyncEnumerable<TModel> ListOwned<TWire, TModel>(
        ApiCall call, PageWindow window, JsonTypeInfo<TWire> type, Func<TWire, string?> ownerOf, Func<TWire, string?, TModel> map, CallContext context) =>
        ListByPage(
            call, window, type,
            async items =>
            {
                await _userNames.LearnAsync(items.Select(ownerOf), context).ConfigureAwait(false);
                return items.Select(item => map(item, NameOf(ownerOf(item), context)));
            },
            context);

    /// <summary>One item that is a user's, with the name.</summary>
    protected async Task<TModel> ReadOwnedAsync<TWire, TModel>(
        ApiCall call, JsonTypeInfo<TWire> type, Func<TWire, string?> ownerOf, Func<TWire, string?, TModel> map, CallContext context)
    {
        var item = await ReadAsync(call, type, context).ConfigureAwait(false);
        await _userNames.LearnAsync([ownerOf(item)], context).ConfigureAwait(false);
        return map(item, NameOf(ownerOf(item), context));
    }

    /// <summary>The name of a user, if it was looked up or is your own.</summary>
    protected string? NameOf(string? userId, CallContext context) => _userNames.Find(userId, context);

    /// <summary>The server replaces such things whole: with everything that it says of one, changed and written back.</summary>
    protected async Task<ApiCall> ReplacementAsync(ApiCall read, ApiCall write, Action<JsonObject> change, CallContext context)
    {
        var known = await ReadAsync(read, MattermostJson.Default.JsonObject, context).ConfigureAwait(false);
        change(known);
        return write.Content(known);
    }

    /// <summary>Has a member say something else, if something was given.</summary>
    protected static void Set(JsonObject item, string name, object? value)
    {
        if (value is not null)
            item[name] = JsonValues.ToNode(value);
    }

    /// <summary>The same for a text that may be taken away.</summary>
    protected static void SetText(JsonObject item, string name, Given<string> value)
    {
        if (value.IsGiven)
            item[name] = value.Value ?? "";
    }

    /// <summary>The team that something new goes to.</summary>
    /// <exception cref="ChatException">None was named, and the account is in several.</exception>
    protected async Task<string> OneTeamIdAsync(string? team, CallContext context) =>
        await Names.OnlyTeamIdAsync(team, context).ConfigureAwait(false) ?? throw new ChatException(
            ChatErrorReason.InvalidRequest, "No team was named, and you are in several.")
        {
            Advice = "Name the team with -Team, or give the session a default one with Set-ChatSession -Team.",
        };

    /// <summary>Tells whoever wanted posts under another name or with another picture that the server does not let them.</summary>
    protected static void WarnOfOverrides(string? wantedName, string? name, string? wantedIcon, string? icon, CallContext context)
    {
        if (!string.IsNullOrEmpty(wantedName) && string.IsNullOrEmpty(name))
            context.Log.Warning("The server did not take the name to post under: ServiceSettings.EnablePostUsernameOverride is off in its configuration.");
        if (!string.IsNullOrEmpty(wantedIcon) && string.IsNullOrEmpty(icon))
            context.Log.Warning("The server did not take the picture to post with: ServiceSettings.EnablePostIconOverride is off in its configuration.");
    }
}
