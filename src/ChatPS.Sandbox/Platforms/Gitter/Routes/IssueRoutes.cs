using System.Globalization;
using System.Text.Json.Nodes;
using ChatPS.Sandbox.Http;
using ChatPS.Sandbox.Platforms.Gitter.Model;

namespace ChatPS.Sandbox.Platforms.Gitter.Routes;

/// <summary>Issues of the repository that a room belongs to, for completion and display in the chat.</summary>
internal static class IssueRoutes
{
    private const int MaxIssues = 8;

    public static void MapIssues(this GitterService gitter)
    {
        gitter.Map("GET", "/v1/rooms/{roomId}/issues", List);
        gitter.Map("GET", "/v1/rooms/{roomId}/issues/{issueNumber}", Show);
    }

    /// <summary>The latest issues, or the first whose number begins with the digits given.</summary>
    private static SandboxResponse List(GitterCall call)
    {
        var room = call.Room;
        var name = call.Query("repoName") ?? room.Repo;
        var ofOrg = name is null && room.Security.Type == "GH_ORG";
        var repos = name is not null ? [RepoOf(call, name)]
            : ofOrg ? call.State.Repos.Values.Where(repo => repo.FullName.StartsWith(room.Security.LinkPath + "/", StringComparison.OrdinalIgnoreCase))
            : [];
        var issues = repos.SelectMany(repo => repo.Issues.Select(issue => (Repo: repo, Issue: issue)));
        var found = call.Query("issueNumber") is { } digits
            ? issues.Where(item => item.Issue.Number.ToString(CultureInfo.InvariantCulture).StartsWith(digits, StringComparison.Ordinal))
            : issues.OrderByDescending(item => item.Issue.Created);
        return GitterAnswer.List(found.Take(MaxIssues).Select(item => new JsonObject
        {
            ["title"] = item.Issue.Title,
            ["number"] = ofOrg ? $"{item.Repo.FullName}#{item.Issue.Number}" : item.Issue.Number,
        }));
    }

    private static SandboxResponse Show(GitterCall call)
    {
        if (call.Room.Repo is not { } name)
            return GitterAnswer.Error(404);
        var number = call.Request.Route("issueNumber");
        var issue = RepoOf(call, name).Issues.Find(known => known.Number.ToString(CultureInfo.InvariantCulture) == number);
        return issue is null ? GitterAnswer.Error(404) : GitterAnswer.Json(ToJson(issue, rendered: call.Query("renderMarkdown") is not null));
    }

    private static GitterRepo RepoOf(GitterCall call, string name) => call.State.Repos.GetValueOrDefault(name) ?? throw GitterAnswer.Fault(404);

    private static JsonObject ToJson(GitterIssue issue, bool rendered)
    {
        var json = new JsonObject
        {
            ["id"] = issue.Id,
            ["iid"] = issue.Number,
            ["title"] = issue.Title,
            ["body"] = issue.Body,
            ["state"] = issue.Open ? "open" : "closed",
            ["labels"] = new JsonArray(issue.Label),
            ["author"] = ToJson(issue.Author),
            ["assignee"] = issue.Assignee is null ? null : ToJson(issue.Assignee),
            ["createdAt"] = issue.Created.ToWire(),
            ["updatedAt"] = issue.Updated.ToWire(),
        };
        if (rendered)
            json["body_html"] = new GitterMarkup(issue.Body).Html;
        return json;
    }

    private static JsonObject ToJson(GitterUser user) => new()
    {
        ["id"] = int.Parse(user.Id.AsSpan(18), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture),
        ["username"] = user.UserName,
        ["avatarUrl"] = UserJson.AvatarOf(user),
    };
}
