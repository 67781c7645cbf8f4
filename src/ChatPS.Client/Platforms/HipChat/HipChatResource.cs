using System.Text.Json.Serialization.Metadata;
using ChatPS.Client.Capabilities;
using ChatPS.Client.Http;
using ChatPS.Client.Paging;
using ChatPS.Client.Sessions;

namespace ChatPS.Client.Platforms.HipChat;

/// <summary>What HipChat's resources have in common: paths take whatever a room or a user is known by, so that nothing is looked up.</summary>
internal abstract class HipChatResource(Connection connection) : Resource(connection)
{
    /// <summary>An operation on a room.</summary>
    protected ApiCall CallForRoom(string operation, RoomRef room)
    {
        Unsupported.IfGiven(room.Team, ChatPlatform.HipChat, "Team");
        Unsupported.IfOfApp(room, ChatPlatform.HipChat);
        return Call(operation).Path("room_id_or_name", room.Value);
    }

    /// <summary>An operation on a user.</summary>
    protected ApiCall CallForUser(string operation, UserRef user) => Call(operation).Path("id_or_email", NameOf(user));

    /// <summary>A user as the API takes one: an id, an e-mail address, or a mention name with its @.</summary>
    /// <exception cref="ChatException">The account itself is meant, and it is no user's.</exception>
    protected string NameOf(UserRef user) => user switch
    {
        { IsMe: true } => Connection.Session.UserId ?? throw new ChatException(ChatErrorReason.InvalidRequest, "This session's token belongs to no user.")
        {
            Advice = "Name the user, or connect with a user's token.",
        },
        { Value: var name } when name.Contains('@', StringComparison.Ordinal) || name.All(char.IsAsciiDigit) => name,
        { Value: var name } => "@" + name,
    };

    /// <summary>The objects of a list with all that can be said of each, in the same requests that would give their names alone.</summary>
    protected IAsyncEnumerable<TModel> ListWhole<TWire, TModel>(
        ApiCall call, PageWindow window, JsonTypeInfo<TWire> type, Func<TWire, TModel> map, CallContext context) =>
        Connection.Api.ListAsync(call.ToRequest().WithQuery("expand", "items"), window, type, map, context);

    /// <summary>Makes something. The answer tells no more than its id, so that it is read then.</summary>
    protected async Task<T> CreateAsync<T>(ApiCall call, string what, Func<string, Task<T>> read, CallContext context)
    {
        var id = await SendAsync(call, HipChatJson.Default.Created, created => created.Id, context).ConfigureAwait(false);
        try
        {
            return await read(id).ConfigureAwait(false);
        }
        catch (ChatException e)
        {
            throw e.As(e.Reason, $"The {what} was created with the id {id}, but could not be read. {e.Message}", "Do not create it again.");
        }
    }

    /// <summary>Replaces a picture, or takes it away when there is to be none.</summary>
    /// <param name="update">The call that replaces it.</param>
    /// <param name="member">The body's member for the picture.</param>
    /// <param name="delete">The call that takes it away.</param>
    /// <param name="picture">The picture; null for none.</param>
    /// <param name="context">The call.</param>
    protected async Task SetPictureAsync(ApiCall update, string member, ApiCall delete, FileUpload? picture, CallContext context)
    {
        if (picture is null)
        {
            await SendAsync(delete, context).ConfigureAwait(false);
            return;
        }
        using var bytes = new MemoryStream();
        var file = picture.OpenRead();
        await using (file.ConfigureAwait(false))
            await file.CopyToAsync(bytes, context.Cancellation).ConfigureAwait(false);
        await SendAsync(update.Body(member, Convert.ToBase64String(bytes.GetBuffer(), 0, (int)bytes.Length)), context).ConfigureAwait(false);
    }
}
