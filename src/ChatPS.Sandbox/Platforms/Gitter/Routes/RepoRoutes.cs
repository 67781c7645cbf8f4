using System.Text.Json.Nodes;
using ChatPS.Sandbox.Http;
using ChatPS.Sandbox.Platforms.Gitter.Model;

namespace ChatPS.Sandbox.Platforms.Gitter.Routes;

/// <summary>Organizations and repositories at GitHub that the caller belongs to.</summary>
internal static class RepoRoutes
{
    public static void MapRepos(this GitterService gitter)
    {
        gitter.Map("GET", "/v1/user/{userId}/orgs", Orgs);
        gitter.Map("GET", "/v1/user/{userId}/repos", Repos);
        gitter.Map("GET", "/v1/repo-info", Info);
    }

    private static IEnumerable<GitterGroup> OrgsOf(GitterCall call) =>
        call.State.Groups.Values.Where(group => group.OrgId > 0 && group.OrgMembers.Contains(call.User.Id));

    private static SandboxResponse Orgs(GitterCall call)
    {
        call.RequireSelf();
        return GitterAnswer.List(OrgsOf(call).Select(org => new JsonObject
        {
            ["type"] = "GH_ORG",
            ["id"] = org.OrgId,
            ["name"] = org.Uri,
            ["avatar_url"] = $"https://avatars.githubusercontent.com/u/{org.OrgId}?",
            ["uri"] = org.Uri,
            ["absoluteUri"] = "https://github.com/" + org.Uri,
            ["room"] = call.State.RoomsByUri.GetValueOrDefault(org.Uri)?.ToJson(call.User),
            ["premium"] = false,
        }));
    }

    private static SandboxResponse Repos(GitterCall call)
    {
        call.RequireSelf();
        var orgs = OrgsOf(call).Select(org => org.Uri + "/").ToList();
        var repos = call.State.Repos.Values.Where(repo => orgs.Exists(org => repo.FullName.StartsWith(org, StringComparison.OrdinalIgnoreCase)));
        if (call.Query("q") is not { } q)
            return GitterAnswer.List(repos.Select(repo => ToJson(call, repo)));
        var found = repos.Where(repo => repo.FullName.Contains(q, StringComparison.OrdinalIgnoreCase));
        // One more than asked for, as the service does, by which its own client knows that there are more.
        return GitterAnswer.Results((call.Number("limit", 0) is > 0 and var limit ? found.Take(limit + 1) : found).Select(repo => ToJson(call, repo)));
    }

    private static JsonObject ToJson(GitterCall call, GitterRepo repo)
    {
        var room = call.State.RoomsByUri.GetValueOrDefault(repo.FullName);
        var json = new JsonObject
        {
            ["type"] = "GH_REPO",
            ["id"] = repo.Id,
            ["name"] = repo.FullName,
            ["description"] = repo.Description,
            ["absoluteUri"] = "https://github.com/" + repo.FullName,
            ["uri"] = repo.FullName,
            ["private"] = repo.Private,
        };
        if (room is not null)
            json["room"] = room.ToJson(call.User);
        json["exists"] = room is not null;
        json["avatar_url"] = $"https://avatars.githubusercontent.com/u/{repo.Id}?";
        return json;
    }

    /// <summary>A repository in GitHub's own form; nothing when there is none.</summary>
    private static SandboxResponse Info(GitterCall call)
    {
        if (call.Query("type") != "GH_REPO")
            return GitterAnswer.Error(400);
        if (call.State.Repos.GetValueOrDefault(call.Query("linkPath") ?? "") is not { } repo)
            return SandboxResponse.Empty(204);
        var names = repo.FullName.Split('/');
        return GitterAnswer.Json(new JsonObject
        {
            ["id"] = repo.Id,
            ["name"] = names[1],
            ["full_name"] = repo.FullName,
            ["owner"] = new JsonObject { ["login"] = names[0], ["type"] = "Organization" },
            ["private"] = repo.Private,
            ["html_url"] = "https://github.com/" + repo.FullName,
            ["description"] = repo.Description,
            ["fork"] = false,
            ["created_at"] = repo.Created.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture),
            ["open_issues_count"] = repo.Issues.Count(issue => issue.Open),
            ["default_branch"] = "main",
        });
    }
}
