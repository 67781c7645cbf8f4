using ChatPS.Client.Capabilities;
using ChatPS.Client.Http;
using ChatPS.Client.Paging;
using ChatPS.Client.Sessions;
using static ChatPS.Client.Platforms.Gitter.GitterOperations;

namespace ChatPS.Client.Platforms.Gitter;

/// <summary>The account's repositories.</summary>
internal sealed class GitterRepos(Connection connection) : Resource(connection), IRepoReader
{
    // A search without a limit finds few.
    private const int MostFound = 100;

    public IAsyncEnumerable<ChatRepo> ListAsync(string? search, PageWindow window, CallContext context) => List(
        Call(ListUserRepos)
            .Path("userId", Connection.Session.UserId ?? "me")
            .Query("q", search)
            .Query("limit", search is null ? null : window.PageSize(MostFound)),
        window, GitterJson.Default.Repo, ToRepo, context);

    private ChatRepo ToRepo(Wire.Repo repo) => new()
    {
        Session = Connection.Session,
        Unnamed = repo.Unnamed,
        // A number, or a text in older answers.
        Id = repo.Id.ToString(),
        Name = repo.Name,
        Description = repo.Description,
        IsPrivate = repo.Private == true,
        RoomId = repo.Room?.Id,
        Url = repo.AbsoluteUri,
    };
}
