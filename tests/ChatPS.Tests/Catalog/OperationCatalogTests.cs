using ChatPS.Client.Catalog;
using ChatPS.Client.Platforms.Gitter;
using ChatPS.Client.Platforms.Mattermost;

namespace ChatPS.Tests.Catalogs;

public class OperationCatalogTests
{
    private static readonly OperationCatalog Gitter = OperationCatalog.Load("Gitter");

    private static readonly OperationCatalog Mattermost = OperationCatalog.Load("Mattermost");

    [Fact]
    public void Loads_once_whatever_the_case_of_the_name() => Assert.Same(Gitter, OperationCatalog.Load("gitter"));

    [Fact]
    public void Unknown_platform_is_named()
    {
        var error = Assert.Throws<ArgumentException>(() => OperationCatalog.Load("Jabber"));
        Assert.Contains("'Jabber'", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Head_tells_version_and_addresses()
    {
        Assert.Equal(("Gitter", "v1"), (Gitter.Platform, Gitter.ApiVersion));
        Assert.Equal(new Uri("https://api.gitter.im"), Gitter.BaseUri);
        Assert.Equal(new Uri("https://stream.gitter.im"), Gitter.Hosts[Gitter[GitterOperations.StreamMessages].Host!]);
        Assert.Null(Mattermost.BaseUri);
        Assert.Empty(Mattermost.Hosts);
    }

    [Fact]
    public void Ids_are_found_in_any_case()
    {
        Assert.True(Mattermost.TryGet("getusers", out var operation));
        Assert.Same(operation, Mattermost[MattermostOperations.GetUsers]);
        Assert.False(Mattermost.TryGet("GetNothing", out _));
    }

    [Fact]
    public void Missing_id_is_told_with_the_platform()
    {
        var error = Assert.Throws<KeyNotFoundException>(() => Mattermost["GetNothing"]);
        Assert.Equal("Mattermost has no operation 'GetNothing'.", error.Message);
    }

    [Theory]
    [InlineData(null, 79)]
    [InlineData("", 79)]
    [InlineData("no such text", 0)]
    [InlineData("EXTRAADMINS", 6)]
    [InlineData("/bans/{username}", 2)]
    public void Search_looks_in_id_group_and_path(string? text, int count) => Assert.Equal(count, Gitter.Search(text).Count());

    [Fact]
    public void Parameters_keep_place_default_and_limit()
    {
        var messages = Gitter[GitterOperations.ListMessages].Parameters;
        var limit = messages.Single(p => p.Name == "limit");
        Assert.Equal((ParameterPlace.Query, "integer", 50L, 100, false), (limit.In, limit.Type, limit.Default, limit.Max, limit.Required));
        Assert.Equal(["first-unread"], messages.Single(p => p.Name == "marker").Enum);
        Assert.Equal(60L, Mattermost[MattermostOperations.GetUsers].Parameters.Single(p => p.Name == "per_page").Default);
    }

    [Fact]
    public void One_name_may_stand_in_two_places() =>
        Assert.Equal(
            [ParameterPlace.Query, ParameterPlace.Body],
            Mattermost[MattermostOperations.UploadFile].Parameters.Where(p => p.Name == "channel_id").Select(p => p.In));

    [Theory]
    [InlineData(MattermostOperations.GetUsersByIds, "array<string>", true)]
    [InlineData(MattermostOperations.UpdateChannelBookmarkSortOrder, "number", false)]
    [InlineData(MattermostOperations.UploadData, "file", true)]
    [InlineData(MattermostOperations.CreatePost, null, false)]
    public void Whole_bodies_have_a_type(string id, string? type, bool required) =>
        Assert.Equal((type, required), (Mattermost[id].BodyType, Mattermost[id].BodyRequired));

    [Theory]
    [InlineData(MattermostOperations.GetUsers, "page")]
    [InlineData(MattermostOperations.GetPostsForChannel, "posts")]
    [InlineData(MattermostOperations.SearchPostsInAllTeams, "body-page")]
    [InlineData(MattermostOperations.GetPostThread, "cursor")]
    [InlineData(MattermostOperations.GetPostsAroundLastUnread, "limit-around")]
    [InlineData(MattermostOperations.GetGroupsAssociatedToChannelsByTeam, null)]
    public void Paging_has_a_short_name(string id, string? style) => Assert.Equal(style, Mattermost[id].Paging);

    [Theory]
    [InlineData(MattermostOperations.GetUsers, nameof(ResultKind.List), "User", null)]
    [InlineData(MattermostOperations.SearchTeams, nameof(ResultKind.Wrapped), "Team", "teams")]
    [InlineData(MattermostOperations.GetPostsForChannel, nameof(ResultKind.Posts), "Post", "posts")]
    [InlineData(MattermostOperations.SearchFiles, nameof(ResultKind.Posts), "FileInfo", "file_infos")]
    [InlineData(MattermostOperations.DeletePost, nameof(ResultKind.Status), null, null)]
    [InlineData(MattermostOperations.GetFile, nameof(ResultKind.Single), "file", null)]
    [InlineData(MattermostOperations.GetRecap, nameof(ResultKind.Unknown), null, null)]
    public void Results_have_a_kind(string id, string kind, string? type, string? items) =>
        Assert.Equal((kind, type, items), (Mattermost[id].Kind.ToString(), Mattermost[id].ResultType, Mattermost[id].Items));

    [Theory]
    [InlineData(MattermostOperations.GetUsers, true, true)]
    [InlineData(MattermostOperations.SearchUsers, true, true)]
    [InlineData(MattermostOperations.CreatePost, false, false)]
    [InlineData(MattermostOperations.PatchConfig, false, true)]
    [InlineData(MattermostOperations.RevealPost, false, true)] // a GET that writes
    [InlineData(MattermostOperations.TestEmail, false, false)] // sends one
    [InlineData(MattermostOperations.DeleteChannel, false, true)]
    public void Reads_and_repeatable_calls_are_known(string id, bool read, bool idempotent) =>
        Assert.Equal((read, idempotent), (Mattermost[id].IsRead, Mattermost[id].IsIdempotent));

    [Theory]
    [InlineData(MattermostOperations.SoftDeleteTeam)]
    [InlineData(MattermostOperations.DeleteChannel)]
    [InlineData(MattermostOperations.DeleteUser)]
    public void Deletion_can_be_permanent(string id) =>
        Assert.Contains(Mattermost[id].Parameters, p => p is { Name: "permanent", In: ParameterPlace.Query, Type: "boolean" });

    [Fact]
    public void Login_needs_no_token_and_newest_operations_say_so()
    {
        Assert.Equal("none", Mattermost[MattermostOperations.Login].Auth);
        Assert.Null(Mattermost[MattermostOperations.GetUsers].Auth);
        Assert.Equal("newest", Mattermost[MattermostOperations.GetRecap].Since);
        Assert.True(Gitter[GitterOperations.UpdateUserRoom].IsDeprecated);
    }

    [Fact]
    public void Every_member_of_the_format_is_read()
    {
        var json = """
            {"platform":"P","apiVersion":"v0","baseUrl":null,"hosts":{},"operations":[{"id":"X","group":"g","method":"POST","path":"/x",
            "parameters":[{"name":"h","in":"header","type":"number","default":0.5,"enum":["a","b"],"max":7,"required":true},
            {"name":"b","in":"body","type":"boolean","default":false}],
            "media":"text/plain","auth":"player","result":{"kind":"redirect"},"read":true,"deprecated":true,"since":"1.2","host":"web"}]}
            """u8;

        var operation = CatalogReader.Read(json)["x"];

        Assert.Equal(("text/plain", "player", "1.2", "web"), (operation.Media, operation.Auth, operation.Since, operation.Host));
        Assert.Equal((ResultKind.Redirect, true, true), (operation.Kind, operation.IsRead, operation.IsDeprecated));
        Assert.Equal([0.5, false], operation.Parameters.Select(p => p.Default));
        Assert.Equal((ParameterPlace.Header, 7, true), (operation.Parameters[0].In, operation.Parameters[0].Max, operation.Parameters[0].Required));
        Assert.Equal(["a", "b"], operation.Parameters[0].Enum);
    }
}
