using System.Text.Json.Serialization.Metadata;
using ChatPS.Client.Capabilities;
using ChatPS.Client.Http;
using ChatPS.Client.Paging;
using ChatPS.Client.Sessions;

namespace ChatPS.Client.Platforms.Mattermost;

/// <summary>
/// What Mattermost's resources have in common: paths want ids for the names that people give, and answers have ids of users whose names people want
/// to see. Either is looked up for many at once.
/// </summary>
internal abstract class MattermostResource(Connection connection) : Resource(connection)
{
    private readonly MattermostUserNames _userNames = new(connection);

    protected MattermostNames Names { get; } = new(connection);

    /// <summary>Finds the ids of many users at once, for those who do something to users one by one.</summary>
    public virtual Task PrepareAsync(IReadOnlyList<UserRef> users, CallContext context) => Names.LearnUsersAsync(users.Select(user => user.Value), context);

    public virtual bool NeedsLookup(UserRef user) => MattermostNames.IsUserName(user.Value);

    /// <summary>A list whose items are users'. Their names are looked up for a whole page in one request.</summary>
    protected IAsyncEnumerable<TModel> ListOwned<TWire, TModel>(ApiCall call, PageWindow window, Owned<TWire, TModel> kind, CallContext context) => ListByPage(
        call, window, kind.Type,
        async items =>
        {
            await LearnNamesAsync(items.Select(kind.OwnerOf), context).ConfigureAwait(false);
            return items.Select(item => ToModel(item, kind, context));
        },
        context);

    /// <summary>One item that is a user's, with the name.</summary>
    protected async Task<TModel> ReadOwnedAsync<TWire, TModel>(ApiCall call, Owned<TWire, TModel> kind, CallContext context)
    {
        var item = await ReadAsync(call, kind.Type, context).ConfigureAwait(false);
        await LearnNamesAsync([kind.OwnerOf(item)], context).ConfigureAwait(false);
        return ToModel(item, kind, context);
    }

    /// <summary>One item that was changed. It has the name of its user if that is known anyway.</summary>
    protected Task<TModel> WriteOwnedAsync<TWire, TModel>(ApiCall call, Owned<TWire, TModel> kind, CallContext context) =>
        SendAsync(call, kind.Type, item => ToModel(item, kind, context), context);

    protected TModel ToModel<TWire, TModel>(TWire item, Owned<TWire, TModel> kind, CallContext context) => kind.Map(item, NameOf(kind.OwnerOf(item), context));

    /// <summary>Looks up the names of users.</summary>
    protected Task LearnNamesAsync(IEnumerable<string?> userIds, CallContext context) => _userNames.LearnAsync(userIds, context);

    /// <summary>The name of a user, if it was looked up or is your own.</summary>
    protected string? NameOf(string? userId, CallContext context) => _userNames.Find(userId, context);

    /// <summary>A kind of thing that is users'.</summary>
    /// <param name="Type">What an item is on the wire.</param>
    /// <param name="OwnerOf">The id of the user whose an item is.</param>
    /// <param name="Map">Makes the object of an item and its user's name.</param>
    protected sealed record Owned<TWire, TModel>(JsonTypeInfo<TWire> Type, Func<TWire, string?> OwnerOf, Func<TWire, string?, TModel> Map);
}
