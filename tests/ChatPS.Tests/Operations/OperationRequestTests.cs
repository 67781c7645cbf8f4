using System.Collections;
using System.Management.Automation;
using ChatPS.Client.Catalog;
using ChatPS.Client.Http;
using ChatPS.Common;
using ChatPS.Operations;

namespace ChatPS.Tests.Operations;

public sealed class OperationRequestTests
{
    [Fact]
    public void A_name_in_two_places_gets_the_place_in_front()
    {
        Assert.Equal(
            ["CategoryId", "DisplayName", "TeamId", "Type", "UserId", "BodyId", "BodyTeamId", "BodyUserId"],
            OperationArguments.Of(Mattermost("UpdateSidebarCategoryForTeamForUser")).Select(a => a.Name).OrderBy(n => n.StartsWith("Body", StringComparison.Ordinal)).ThenBy(n => n, StringComparer.Ordinal));
        Assert.Contains(OperationArguments.Of(Mattermost("UploadFile")), a => a.Name == "QueryChannelId");
        Assert.Contains(OperationArguments.Of(Mattermost("GetProfileImage")), a => a.Name == "QueryValue" && a.Parameter.Name == "_");
    }

    [Fact]
    public void A_member_of_the_body_repeats_what_stands_in_the_path()
    {
        var request = Build("AddTeamMember", ("TeamId", "t1"), ("UserId", "u1"));
        Assert.Equal("""{"team_id":"t1","user_id":"u1"}""", Json(request));

        request = Build("AddTeamMember", ("TeamId", "t1"), ("BodyTeamId", "t2"), ("UserId", "u1"));
        Assert.Equal("api/v4/teams/t1/members", request.Path);
        Assert.Equal("""{"team_id":"t2","user_id":"u1"}""", Json(request));
    }

    [Fact]
    public void Null_is_sent_in_a_body_and_left_out_of_a_query()
    {
        Assert.Equal("""{"term":"x","team_id":null}""", Json(Build("SearchUsers", ("Term", "x"), ("TeamId", null))));
        Assert.Empty(Build("GetUsers", ("InTeam", null)).Query);
    }

    [Fact]
    public void A_body_as_a_whole_is_joined_by_members_and_may_know_more_than_the_catalog()
    {
        var request = new OperationRequest(Mattermost("SearchUsers"), path => path);
        request.SetBody(new Hashtable { ["newest"] = true });
        request.Set(Argument("SearchUsers", "Term"), "x");
        Assert.Equal("""{"newest":true,"term":"x"}""", Json(request.Build()));
    }

    [Theory]
    [InlineData("""{"term":"x"}""")]
    [InlineData(" { \"term\" : \"x\" } ")]
    public void A_body_may_be_json(string json)
    {
        var request = new OperationRequest(Mattermost("SearchUsers"), path => path);
        request.SetBody(json);
        Assert.Equal("""{"term":"x"}""", Json(request.Build()));
    }

    [Theory]
    [InlineData("{broken")]
    [InlineData("no object at all")]
    public void A_body_that_is_no_object_is_refused(string body)
    {
        var request = new OperationRequest(Mattermost("SearchUsers"), path => path);
        request.SetBody(body);
        Assert.Equal(ChatErrorReason.InvalidRequest, Assert.Throws<ChatException>(request.Build).Reason);
    }

    [Fact]
    public void One_item_is_an_array_of_it()
    {
        Assert.Equal("""["u1"]""", Json(WithBody("GetUsersByIds", "u1")));
        Assert.Equal("""["u1","u2"]""", Json(WithBody("GetUsersByIds", """["u1","u2"]""")));
        Assert.Throws<ChatException>(() => WithBody("GetUsersByIds", new Hashtable { ["a"] = 1 }));
        Assert.Throws<ChatException>(() => Build("GetUsersByIds"));
    }

    [Theory]
    [InlineData("..")]
    [InlineData(".")]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("a\nb")]
    public void A_hostile_id_is_refused(string id) =>
        Assert.Equal(ChatErrorReason.InvalidRequest, Assert.Throws<ChatException>(() => Build("GetUser", ("UserId", id))).Reason);

    [Theory]
    [InlineData("a/b?c", "a%2Fb%3Fc")]
    [InlineData("zoë 日本", "zo%C3%AB%20%E6%97%A5%E6%9C%AC")]
    [InlineData("../x", "..%2Fx")]
    [InlineData("%2e%2e", "%252e%252e")]
    public void An_odd_id_stays_in_its_segment(string id, string escaped) =>
        Assert.Equal("api/v4/users/" + escaped, Build("GetUser", ("UserId", id)).Path);

    [Fact]
    public void What_a_script_works_with_becomes_json_as_it_is()
    {
        var custom = PSObject.AsPSObject(new PSObject());
        custom.Properties.Add(new PSNoteProperty("inner", PSObject.AsPSObject(5)));
        custom.Properties.Add(new PSNoteProperty("none", null));
        var node = JsonObjects.ToNode(new Hashtable
        {
            ["list"] = new object?[] { 1, "2", null, true, 2.5, custom },
            ["at"] = new DateTime(2026, 1, 2, 3, 4, 5, DateTimeKind.Utc),
        });
        Assert.Equal("""[1,"2",null,true,2.5,{"inner":5,"none":null}]""", node!["list"]!.ToJsonString());
        Assert.Equal("2026-01-02T03:04:05Z", (string?)node["at"]);
    }

    [Fact]
    public void What_holds_itself_is_refused()
    {
        var map = new Hashtable();
        map["self"] = map;
        Assert.Equal(ChatErrorReason.InvalidRequest, Assert.Throws<ChatException>(() => JsonObjects.ToNode(map)).Reason);
    }

    [Theory]
    [InlineData("/api/v4/users/me", "api/v4/users/me")]
    [InlineData("api/v4/files/a%2Fb", "api/v4/files/a%2Fb")]
    [InlineData("http://chat.test/sub/api/v4/users", "api/v4/users")]
    [InlineData("http://chat.test/sub", "")]
    public void A_path_is_taken_as_it_is(string given, string path) =>
        Assert.Equal(path, RequestPath.Split(given, new Uri("http://chat.test/sub/")).Path);

    [Fact]
    public void The_query_of_a_path_is_read() =>
        Assert.Equal(
            [KeyValuePair.Create("a", "1 2"), KeyValuePair.Create("b", "")],
            RequestPath.Split("/x?a=1%202&b", new Uri("http://chat.test/")).Query);

    [Theory]
    [InlineData("/api/../../x")]
    [InlineData("/api/%2e%2E/x")]
    [InlineData("/api/.%2e/x")]
    [InlineData("..")]
    [InlineData("/a\\..\\b")]
    [InlineData("/a\r\nHost: evil")]
    [InlineData("/a#b")]
    [InlineData("http://evil.test/sub/api")]
    [InlineData("https://chat.test/sub/api")]
    [InlineData("http://chat.test:81/sub/api")]
    [InlineData("http://chat.test@evil.test/sub/api")]
    [InlineData("http://me@chat.test/sub/api")]
    [InlineData("http://chat.test/subway")]
    [InlineData("file:///etc/passwd")]
    public void A_path_that_leads_elsewhere_is_refused(string given) =>
        Assert.Equal(ChatErrorReason.InvalidRequest, Assert.Throws<ChatException>(() => RequestPath.Split(given, new Uri("http://chat.test/sub/"))).Reason);

    [Theory]
    [InlineData("GET", "api/v4/users/me", "GetUser")]
    [InlineData("get", "/api/v4/users/stats", "GetTotalUsersStats")]
    [InlineData("POST", "api/v4/users/ids", "GetUsersByIds")]
    [InlineData("GET", "api/v4/nothing/here", null)]
    [InlineData("PATCH", "api/v4/users/me", null)]
    public void A_path_is_known_by_its_template(string method, string path, string? id) =>
        Assert.Equal(id, OperationCatalog.Load("Mattermost").Match(method, path)?.Id);

    [Theory]
    [InlineData("GetChanel", "GetChannel")]
    [InlineData("createuser2", "CreateUser")]
    public void A_slip_of_the_pen_is_understood(string id, string meant) =>
        Assert.Contains(meant, OperationCatalog.Load("Mattermost").Nearest(id));

    [Fact]
    public void Nonsense_is_not_understood() => Assert.Empty(OperationCatalog.Load("Mattermost").Nearest("Qqqqqqqqqqqq"));

    private static Operation Mattermost(string id) => OperationCatalog.Load("Mattermost")[id];

    private static OperationArgument Argument(string operation, string name) => OperationArguments.Of(Mattermost(operation)).Single(a => a.Name == name);

    private static ApiRequest Build(string id, params (string Name, object? Value)[] values)
    {
        var request = new OperationRequest(Mattermost(id), path => path);
        foreach (var (name, value) in values)
            request.Set(Argument(id, name), value);
        return request.Build();
    }

    private static ApiRequest WithBody(string id, object body)
    {
        var request = new OperationRequest(Mattermost(id), path => path);
        request.SetBody(body);
        return request.Build();
    }

    private static string Json(ApiRequest request) => ((JsonBody)request.Body!).Value!.ToJsonString();
}
