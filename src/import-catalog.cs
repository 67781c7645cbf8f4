#:property TargetFramework=net10.0
#:property PublishAot=false

// Derives the operation catalogs from a folder of <platform>.operations.json facts:
//
//     dotnet run src/import-catalog.cs -- <facts> [platform…]
//
// The facts come from several sources that disagree in spelling, name some things twice and leave some out. What can
// be told by rule is told by rule; the rest is in the short tables of each platform below, reviewed one by one.
// Nothing is written for a platform whose facts still hold an error.

using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

if (args.Length == 0)
{
    Console.Error.WriteLine("usage: dotnet run src/import-catalog.cs -- <folder with *.operations.json> [platform…]");
    return 2;
}

var chosen = Platform.All.Where(platform => args.Length == 1
    || args.Skip(1).Contains(platform.Name, StringComparer.OrdinalIgnoreCase)).ToList();
if (args.Skip(1).FirstOrDefault(name => !chosen.Any(p => p.Name.Equals(name, StringComparison.OrdinalIgnoreCase))) is { } stranger)
{
    Console.Error.WriteLine($"No rules for a platform '{stranger}'.");
    return 2;
}

var failed = false;
foreach (var platform in chosen)
{
    var facts = Path.Combine(args[0], platform.Name.ToLowerInvariant() + ".operations.json");
    var import = new Import(platform, JsonNode.Parse(File.ReadAllText(facts))!.AsObject());
    import.Run();
    import.Notes.ForEach(note => Console.WriteLine($"{platform.Name}: {note}"));
    import.Errors.ForEach(error => Console.Error.WriteLine($"{platform.Name}: error: {error}"));
    failed |= import.Errors.Count > 0;
    if (import.Errors.Count > 0) continue;

    Output.Write(platform, import.Catalog);
    Console.WriteLine($"{platform.Name}: {import.Catalog["operations"]!.AsArray().Count} operations");
}

return failed ? 1 : 0;

/// <summary>What is known of a platform beside its facts. Operations are named by their ids in the catalog.</summary>
internal sealed record Platform(string Name, string ApiVersion)
{
    public Dictionary<string, string> Hosts { get; init; } = [];

    /// <summary>"METHOD path" whose id is another operation's or misleading.</summary>
    public Dictionary<string, string> Ids { get; init; } = [];

    /// <summary>Templates that the facts have wrong, by "METHOD path".</summary>
    public Dictionary<string, string> Paths { get; init; } = [];

    /// <summary>What every path starts with; a path without it gets it.</summary>
    public string Prefix { get; init; } = "";

    public string[] NeedNoToken { get; init; } = [];

    /// <summary>Schemes by the facts' word for them; null is the platform's usual one.</summary>
    public Dictionary<string, string?> Schemes { get; init; } = [];

    /// <summary>Non-GET operations that change nothing: by the end of the path, and by id.</summary>
    public Regex? ReadPaths { get; init; }

    public string[] Reads { get; init; } = [];

    /// <summary>GET operations that do change something.</summary>
    public string[] Writes { get; init; } = [];

    /// <summary>Answers that the facts leave open or have wrong: kind, type, items.</summary>
    public Dictionary<string, (string Kind, string? Type, string? Items)> Results { get; init; } = [];

    /// <summary>Whether an answer that isn't described may still come.</summary>
    public bool SilentOnAnswers { get; init; }

    /// <summary>Operations whose answer is bytes.</summary>
    public string[] Downloads { get; init; } = [];

    /// <summary>Whole bodies that the facts don't describe: type and content type, JSON when null.</summary>
    public Dictionary<string, (string? Type, string? Media)> Bodies { get; init; } = [];

    /// <summary>Documented parameters that the facts' lists lack.</summary>
    public Dictionary<string, (string Name, string In, string Type)[]> Parameters { get; init; } = [];

    /// <summary>Whether a list in the query is given item by item under the same name, rather than as one text with commas.</summary>
    public bool RepeatsLists { get; init; }

    /// <summary>Types that the facts have wrong, by "Id.name".</summary>
    public Dictionary<string, string> Types { get; init; } = [];

    /// <summary>What the facts call required and servers do not, by "Id.name".</summary>
    public string[] Optional { get; init; } = [];

    /// <summary>The largest value of a parameter, by "name" or "Id.name".</summary>
    public Dictionary<string, int> Limits { get; init; } = [];

    /// <summary>Names of styles by the facts' words, and by the parameters that make them where the facts are silent.</summary>
    public Dictionary<string, string> Paging { get; init; } = [];

    public (string In, string[] Names, string Style)[] PagedBy { get; init; } = [];

    public static readonly Platform[] All =
    [
        new("Gitter", "v1")
        {
            Hosts = new() { ["stream"] = "streamBaseUrl", ["web"] = "https://gitter.im", ["faye"] = "fayeUrl" },
            NeedNoToken = ["OauthAuthorize", "OauthToken"],
            // A bare array as a rule, but wrapped when q (or lookups) is given.
            Results = new()
            {
                ["ListRooms"] = ("list", "Room", "results"),
                ["GetCurrentUser"] = ("list", "User", "results"),
                ["ListUserRepos"] = ("list", "Repo", "results"),
                ["ListMessages"] = ("list", "Message", "items"),
            },
            Limits = new()
            {
                ["ListMessages.limit"] = 100, ["ListMessages.skip"] = 5000, ["ListRoomUsers.limit"] = 100,
            },
            Paging = new()
            {
                ["skip/limit"] = "skip",
                ["beforeId/afterId/aroundId/skip + limit"] = "messages",
                ["beforeId/afterId/limit"] = "thread",
                ["skip/limit/beforeId"] = "events",
            },
        },
        new("Mattermost", "v4")
        {
            Prefix = "/api/v4",
            Ids = new()
            {
                ["DELETE /api/v4/users/{user_id}/posts/{post_id}/ack"] = "DeleteAcknowledgementForPost",
                ["POST /api/v4/files/search"] = "SearchFilesInAllTeams",
                // Newer servers take POST, so the plain name is theirs.
                ["PUT /api/v4/users/{user_id}/teams/{team_id}/threads/{thread_id}/set_unread/{post_id}"] = "SetThreadUnreadByPostIdPut",
            },
            // With a token the client configuration and license say more, but none is needed.
            NeedNoToken =
            [
                "Login", "LoginByCwsToken", "LoginWithDesktopToken", "LoginSSOCodeExchange", "GetLoginType", "SwitchAccountType",
                "CheckUserMfa", "ResetPassword", "SendPasswordResetEmail", "VerifyUserEmail", "SendVerificationEmail",
                "GetPing", "GetClientConfig", "GetClientLicense", "GetFilePublic", "GetBrandImage", "GetSamlMetadata", "GetTeamInviteInfo",
            ],
            ReadPaths = new("/(search|search_archived|ids|usernames|names)$"),
            Reads =
            [
                "CheckAccessControlPolicyExpression", "CheckUserMfa", "GetAncillaryPermissionsPost", "GetBulkReactions",
                "GetCELVisualAST", "GetChannelsMemberCount", "GetLoginType", "GetPostsForReporting", "GetUsersByGroupChannelIds",
                "QueryLogs",
            ],
            SilentOnAnswers = true,
            Writes = ["RevealPost", "UpdateAccessControlPolicyActiveStatus"],
            Results = new()
            {
                // The reference has a bare array in some places where servers send an object around it: a list with a member
                // to look in is read either way.
                ["ConnectWebSocket"] = ("stream", null, null),
                ["DeleteExport"] = ("status", null, null),
                ["DeleteImport"] = ("status", null, null),
                ["UpdateJobStatus"] = ("status", null, null),
                ["PresignExport"] = ("single", "object", null),
                ["ListAllCPAFields"] = ("list", "PropertyField", null),
                ["CreateCPAField"] = ("single", "PropertyField", null),
                ["PatchCPAField"] = ("single", "PropertyField", null),
                ["DeleteCPAField"] = ("status", null, null),
                ["GetCPAGroup"] = ("single", "object", null),
                ["ListCPAValues"] = ("single", "object", null),
                ["PatchCPAValues"] = ("single", "object", null),
                ["PatchCPAValuesForUser"] = ("single", "object", null),
                ["GetUpload"] = ("single", "UploadSession", null),
                ["ListExports"] = ("list", "string", null),
                ["ListImports"] = ("list", "string", null),
                ["RevokeSessionsFromAllUsers"] = ("status", null, null),
                ["ChannelMembersMinusGroupMembers"] = ("wrapped", "UserWithGroups", "users"),
                ["GetAllChannels"] = ("list", "ChannelWithTeamData", "channels"),
                ["GetAllTeams"] = ("list", "Team", "teams"),
                ["GetChannelPoliciesForUser"] = ("wrapped", "RetentionPolicyForChannel", "policies"),
                ["GetChannelsForRetentionPolicy"] = ("list", "ChannelWithTeamData", "channels"),
                ["GetDataRetentionPolicies"] = ("list", "DataRetentionPolicyWithTeamAndChannelCounts", "policies"),
                ["GetDataRetentionPoliciesCount"] = ("single", "object", null),
                ["GetEmojiList"] = ("list", "Emoji", null),
                ["GetFlaggedPostsForUser"] = ("posts", "Post", "posts"),
                ["GetGroupUsers"] = ("wrapped", "User", "members"),
                ["GetGroupsByChannel"] = ("list", "Group", "groups"),
                ["GetGroupsByTeam"] = ("list", "Group", "groups"),
                ["GetLdapGroups"] = ("wrapped", "LDAPGroup", "groups"),
                ["GetNewTeamMembers"] = ("wrapped", "NewTeamMember", "items"),
                ["GetPinnedPosts"] = ("posts", "Post", "posts"),
                ["GetPostThread"] = ("posts", "Post", "posts"),
                ["GetPostsAroundLastUnread"] = ("posts", "Post", "posts"),
                ["GetPostsForChannel"] = ("posts", "Post", "posts"),
                ["GetSidebarCategoriesForTeamForUser"] = ("list", "SidebarCategoryWithChannels", "categories"),
                ["GetTeamPoliciesForUser"] = ("wrapped", "RetentionPolicyForTeam", "policies"),
                ["GetTeamsForRetentionPolicy"] = ("list", "Team", "teams"),
                ["GetTopChannelsForTeam"] = ("wrapped", "TopChannel", "items"),
                ["GetTopChannelsForUser"] = ("wrapped", "TopChannel", "items"),
                ["GetTopDMsForUser"] = ("wrapped", "TopDM", "items"),
                ["GetTopReactionsForTeam"] = ("wrapped", "TopReaction", "items"),
                ["GetTopReactionsForUser"] = ("wrapped", "TopReaction", "items"),
                ["GetTopThreadsForTeam"] = ("wrapped", "TopThread", "items"),
                ["GetTopThreadsForUser"] = ("wrapped", "TopThread", "items"),
                ["GetUserThreads"] = ("wrapped", "UserThread", "threads"),
                ["SearchChannelsForRetentionPolicy"] = ("list", "ChannelWithTeamData", null),
                ["TeamMembersMinusGroupMembers"] = ("wrapped", "UserWithGroups", "users"),
                // With page and per_page an object with a total, without them a bare array.
                ["SearchAllChannels"] = ("wrapped", "Channel", "channels"),
                ["SearchTeams"] = ("wrapped", "Team", "teams"),
                ["SearchFiles"] = ("posts", "FileInfo", "file_infos"),
                ["SearchFilesInAllTeams"] = ("posts", "FileInfo", "file_infos"),
                ["SearchPosts"] = ("posts", "Post", "posts"),
                ["SearchPostsInAllTeams"] = ("posts", "Post", "posts"),
            },
            Downloads =
            [
                "DownloadComplianceReport", "DownloadExport", "DownloadJob", "DownloadSystemLogs", "GenerateSupportPacket",
                "GetBotIconImage", "GetBrandImage", "GetDefaultProfileImage", "GetEmojiImage", "GetFile", "GetFilePreview",
                "GetFilePublic", "GetFileThumbnail", "GetImageByUrl", "GetInvoiceForSubscriptionAsPdf", "GetProfileImage",
                "GetSamlMetadata", "GetTeamIcon",
            ],
            Bodies = new()
            {
                // The bytes themselves, from the session's offset on.
                ["UploadData"] = ("file", "application/octet-stream"),
                // The reference calls it a form; servers decode JSON, as for the other searches.
                ["SearchFiles"] = (null, null),
                // The reference has a list; servers take an object of the fields' ids and their values.
                ["PatchCPAValues"] = ("object", null),
                ["PatchCPAValuesForUser"] = ("object", null),
            },
            Parameters = new()
            {
                ["CreateComplianceReport"] =
                [
                    ("desc", "body", "string"), ("start_at", "body", "integer"), ("end_at", "body", "integer"),
                    ("keywords", "body", "string"), ("emails", "body", "string"),
                ],
                ["CreateUser"] = [("timezone", "body", "object")],
                ["PatchUser"] = [("timezone", "body", "object")],
                ["CreateTermsOfService"] = [("text", "body", "string")],
                ["CreateUpload"] = [("type", "body", "string"), ("user_id", "body", "string")],
                ["GetUserAudits"] = [("page", "query", "integer"), ("per_page", "query", "integer")],
                ["SyncLdap"] = [("include_removed_members", "body", "boolean")],
                ["CreateGroup"] =
                [
                    ("name", "body", "string"), ("display_name", "body", "string"), ("description", "body", "string"),
                    ("source", "body", "string"), ("allow_reference", "body", "boolean"),
                ],
                ["CreateScheme"] = [("display_name", "body", "string")],
                ["DeleteChannel"] = [("permanent", "query", "boolean")],
                ["DeletePost"] = [("permanent", "query", "boolean")],
                ["DeleteUser"] = [("permanent", "query", "boolean")],
                ["GetConfig"] = [("remove_masked", "query", "boolean"), ("remove_defaults", "query", "boolean")],
                ["GetImageByUrl"] = [("url", "query", "string")],
                ["LinkGroupSyncableForChannel"] = [("auto_add", "body", "boolean"), ("scheme_admin", "body", "boolean")],
                ["LinkGroupSyncableForTeam"] = [("auto_add", "body", "boolean"), ("scheme_admin", "body", "boolean")],
                ["PatchChannel"] = [("group_constrained", "body", "boolean")],
                ["PatchGroup"] = [("allow_reference", "body", "boolean")],
                ["PatchGroupSyncableForChannel"] = [("scheme_admin", "body", "boolean")],
                ["PatchGroupSyncableForTeam"] = [("scheme_admin", "body", "boolean")],
                ["PatchScheme"] = [("display_name", "body", "string")],
                ["PatchTeam"] = [("group_constrained", "body", "boolean")],
            },
            // An upload for an import goes to no channel.
            Optional =
            [
                "CreateGroup.group", "CreateGroup.user_ids", "CreateUpload.channel_id", "GetGroups.not_associated_to_channel", "GetGroups.not_associated_to_team",
            ],
            Limits = new() { ["per_page"] = 200, ["logs_per_page"] = 10000 },
            Paging = new()
            {
                ["page/per_page"] = "page",
                ["body page/per_page"] = "body-page",
                ["page/per_page+before/after/since"] = "posts",
                ["cursor"] = "cursor",
                ["limit"] = "limit",
                ["limit_before/limit_after"] = "limit-around",
            },
            PagedBy = [("query", ["page", "per_page"], "page"), ("body", ["page", "per_page"], "body-page")],
        },
        new("HipChat", "v2")
        {
            NeedNoToken = ["GetCapabilities"],
            Limits = new() { ["max-results"] = 1000 },
            // The avatar's address is elsewhere; who has it already gets 304.
            Results = new() { ["GetRoomAvatar"] = ("redirect", null, null) },
            Paging = new() { ["start-index/max-results + links.next"] = "links", ["max-results + not-before"] = "not-before" },
        },
        new("Hathora", "per resource")
        {
            Schemes = new() { ["hathoraDevToken"] = null, ["playerAuth"] = "player", ["none"] = "none" },
            Results = new() { ["GetLogsForProcess"] = ("stream", "string", null) },
            RepeatsLists = true,
            Limits = new() { ["GetLogsForProcess.tailLines"] = 5000 },
            // A list of scopes or the name of a role.
            Types = new() { ["CreateOrgToken.scopes"] = "any", ["InviteUser.scopes"] = "any", ["UpdateUserInvite.scopes"] = "any", ["RunBuildDeprecated.file"] = "file", ["RunBuildV2Deprecated.file"] = "file" },
            Paging = new()
            {
                ["nextPageToken query -> nextPageToken in body"] = "page-token",
                ["before (unix timestamp) for older items"] = "before",
            },
        },
        new("Heroku", "v3")
        {
            // The old client puts the organization where the member belongs.
            Paths = new()
            {
                ["DELETE /organizations/{organizationIdentity}/members/{organizationIdentity}"] =
                    "/organizations/{organizationIdentity}/members/{memberIdentity}",
            },
            Reads = ["AddOnAttachmentResolution", "AddOnResolution", "FilterAppsApps"],
            // The old client changes these through operations of today, whose schema no longer names them.
            Parameters = new()
            {
                ["AccountUpdate"] = [("email", "body", "string"), ("new_password", "body", "string"), ("password", "body", "string")],
                ["FormationUpdate"] = [("size", "body", "string")],
            },
            Paging = new() { ["range-header"] = "range" },
        },
    ];
}

/// <summary>Turns one platform's facts into its catalog.</summary>
internal sealed partial class Import(Platform platform, JsonObject facts)
{
    private static readonly string[] Methods = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"];

    public List<string> Errors { get; } = [];

    public List<string> Notes { get; } = [];

    public JsonObject Catalog { get; } = [];

    public void Run()
    {
        var baseUrl = Text(facts, "baseUrl");
        Catalog["platform"] = platform.Name;
        Catalog["apiVersion"] = platform.ApiVersion;
        // Paths carry the version, so the address must not.
        Catalog["baseUrl"] = baseUrl?.TrimEnd('/').Replace("/" + platform.ApiVersion, "", StringComparison.Ordinal);
        Catalog["hosts"] = new JsonObject(platform.Hosts.Select(host =>
            KeyValuePair.Create(host.Key, (JsonNode?)(Text(facts, host.Value) ?? host.Value))));

        var operations = new List<JsonObject>();
        foreach (var fact in Facts())
        {
            var operation = Convert(fact);
            if (operation is null) continue;

            // One template may serve several operations that differ in the body; the same one twice is a slip.
            var twin = operations.Find(o => Key(o) == Key(operation) && Text(o, "id") == Text(operation, "id"));
            if (twin is not null) Notes.Add($"{Text(operation, "id")} stands twice at {Key(twin)}; the first is kept");
            else operations.Add(operation);
        }

        foreach (var group in operations.GroupBy(o => Text(o, "id")!, StringComparer.OrdinalIgnoreCase).Where(g => g.Count() > 1))
            Errors.Add($"the id {group.Key} stands for {string.Join(" and ", group.Select(Key))}");
        CheckTables(operations.Select(o => Text(o, "id")!).ToHashSet());
        Catalog["operations"] = new JsonArray([.. operations]);
    }

    /// <summary>Today's operations, then those of an older client that are gone from today's schema.</summary>
    private IEnumerable<JsonObject> Facts()
    {
        foreach (var fact in facts["operations"]!.AsArray()) yield return fact!.AsObject();
        foreach (var fact in facts["client2015"]?.AsArray() ?? [])
        {
            if (Flag(fact!.AsObject(), "inCurrentSchema")) continue;
            fact["deprecated"] = true;
            yield return fact.AsObject();
        }
    }

    private JsonObject? Convert(JsonObject fact)
    {
        var id = Pascal(Text(fact, "id")!);
        if (Text(fact, "path") is not { } path)
        {
            Notes.Add($"{id} has no known path and is left out");
            return null;
        }

        var method = Text(fact, "method")!;
        if (!path.StartsWith(platform.Prefix, StringComparison.Ordinal)) path = platform.Prefix + path;
        path = platform.Paths.GetValueOrDefault($"{method} {path}", path);
        id = platform.Ids.GetValueOrDefault($"{method} {path}", id);
        if (!Methods.Contains(method)) Errors.Add($"{id} has the method {method}");

        var parameters = Parameters(id, path, fact);
        var (bodyType, bodyRequired, media) = Body(id, fact, parameters);
        var result = Result(id, fact);
        return Compact(new()
        {
            ["id"] = id,
            ["group"] = Text(fact, "group"),
            ["method"] = method,
            ["path"] = path,
            ["parameters"] = new JsonArray([.. parameters]),
            ["bodyType"] = bodyType,
            ["bodyRequired"] = bodyRequired,
            ["media"] = media,
            ["result"] = result,
            // What isn't a list has no next page.
            ["paging"] = Text(result, "kind") == "single" ? null : Paging(id, fact, parameters),
            ["auth"] = Auth(id, fact),
            ["scopes"] = Scopes(fact),
            ["read"] = Read(id, method, path),
            // Some are called so without being marked.
            ["deprecated"] = Flag(fact, "deprecated") || id.EndsWith("Deprecated", StringComparison.Ordinal),
            ["since"] = Text(fact, "since") is not null ? "newest" : Text(fact, "minServerVersion") is { } version ? Short(version) : null,
            ["host"] = Text(fact, "host") is { } host ? HostKey(id, host) : null,
        });
    }

    private List<JsonObject> Parameters(string id, string path, JsonObject fact)
    {
        var found = new List<JsonObject>();
        foreach (var (place, list) in new[] { ("path", "path_params"), ("query", "query"), ("body", "body") })
        {
            foreach (var parameter in fact[list]?.AsArray() ?? [])
            {
                if (Text(parameter!.AsObject(), "name")!.StartsWith('(')) continue;
                found.Add(Parameter(id, place, parameter.AsObject()));
            }
        }

        foreach (var (name, place, type) in platform.Parameters.GetValueOrDefault(id) ?? [])
            found.Add(new() { ["name"] = name, ["in"] = place, ["type"] = type });

        var inTemplate = Placeholder().Matches(path).Select(match => match.Groups[1].Value).ToList();
        if (platform.Paths.ContainsValue(path))
        {
            // A repaired template names its own parameters.
            found.RemoveAll(p => Text(p, "in") == "path");
            found.InsertRange(0, inTemplate.Select(name =>
                new JsonObject { ["name"] = name, ["in"] = "path", ["type"] = "string", ["required"] = true }));
        }

        var inList = found.Where(p => Text(p, "in") == "path").Select(p => Text(p, "name")!).ToList();
        if (!inTemplate.Order().SequenceEqual(inList.Order()))
            Errors.Add($"{id} has {{{string.Join(", ", inTemplate)}}} in its path but lists {{{string.Join(", ", inList)}}}");
        foreach (var twice in found.GroupBy(p => Text(p, "in") + " " + Text(p, "name")).Where(g => g.Count() > 1))
            Errors.Add($"{id} has the {twice.Key} parameter twice");
        return found;
    }

    private JsonObject Parameter(string id, string place, JsonObject fact)
    {
        // Some names carry a remark in parentheses.
        var name = Text(fact, "name")!.Split('(')[0];
        var type = platform.Types.GetValueOrDefault($"{id}.{name}") ?? TypeOf($"{id}.{name}", Text(fact, "type"), place);
        if (name != Text(fact, "name")) type = "object";
        var limit = platform.Limits.TryGetValue($"{id}.{name}", out var own) || platform.Limits.TryGetValue(name, out own) ? own : (int?)null;
        var preset = fact["default"] is JsonValue value && value.ToString().Length > 0 ? value.DeepClone() : null;
        // What has a largest value is a number, whatever the sources call it.
        if (limit is not null && type == "string") (type, preset) = ("integer", preset is null ? null : int.Parse(preset.ToString(), CultureInfo.InvariantCulture));
        return Compact(new()
        {
            ["name"] = name,
            ["in"] = place,
            ["type"] = type,
            ["required"] = place == "path" || (Flag(fact, "required") && !platform.Optional.Contains($"{id}.{name}")),
            ["default"] = preset,
            ["enum"] = fact["enum"] is JsonArray values
                ? new JsonArray([.. values.OfType<JsonValue>().Select(v => (JsonNode)v.ToString())])
                : null,
            ["max"] = place == "body" ? null : limit ?? fact["documentedMax"]?.DeepClone(),
            ["repeats"] = platform.RepeatsLists && place == "query" && type.StartsWith("array<", StringComparison.Ordinal),
        });
    }

    private (string? Type, bool Required, string? Media) Body(string id, JsonObject fact, List<JsonObject> parameters)
    {
        var members = parameters.Where(p => Text(p, "in") == "body").ToList();
        var whole = fact["body"]?.AsArray().Select(b => b!.AsObject()).FirstOrDefault(b => Text(b, "name")!.StartsWith('('));
        var declared = Text(whole, "type") ?? (members.Count == 0 ? Text(fact, "bodyType") ?? Text(fact, "bodyShape") : null);
        var media = fact["bodyMedia"] is JsonArray list ? list[0]!.ToString() : Text(fact, "bodyMedia")?.Split(' ')[0];
        if (media is null && members.Any(p => Text(p, "type") == "file")) media = "multipart/form-data";
        if (media == "application/json") media = null;

        var type = declared is null ? null : TypeOf(id + " body", declared, "body");
        if (platform.Bodies.TryGetValue(id, out var body)) (type, media) = body;
        // A body may be left out only where the facts say so.
        return (type, type is not null && declared?.Contains("None", StringComparison.Ordinal) != true, media);
    }

    private JsonObject Result(string id, JsonObject fact)
    {
        if (platform.Results.TryGetValue(id, out var known)) return Answer(known.Kind, known.Type, known.Items);
        if (platform.Downloads.Contains(id)) return Answer("single", "file", null);
        if (fact["result"] is not JsonObject result) return Answer("unknown", null, null);

        var stated = Text(result, "type");
        var type = stated is null || stated.Contains(' ') ? null
            : stated.StartsWith('{') ? "object"
            : stated is "string:binary" or "stream:application/octet-stream" ? "file"
            : stated == "text" ? "string"
            : ElementType().Match(stated) is { Success: true } element ? element.Groups[1].Value
            : stated;
        var items = Text(result, "itemsField");
        var kind = Text(result, "kind");
        if (stated == "{success:true}" || kind == "statusOK") (kind, type) = ("status", null);
        if (kind == "wrappedList") kind = "wrapped";
        if ((Text(fact, "successCode") ?? Text(result, "successCode")) == "302") (kind, type) = ("redirect", null);
        // A read without an answer makes no sense: its answer just isn't described.
        if (kind == "none" && (platform.SilentOnAnswers || Text(fact, "method") == "GET")) kind = "unknown";
        if (kind == "wrapped" && items is null) Errors.Add($"{id} wraps its items in an unnamed member");
        return Answer(kind!, type, items);

        static JsonObject Answer(string kind, string? type, string? items) =>
            Compact(new() { ["kind"] = kind, ["type"] = type, ["items"] = items });
    }

    private string? Paging(string id, JsonObject fact, List<JsonObject> parameters)
    {
        if (Text(fact, "paging") is not { } stated)
        {
            return platform.PagedBy.FirstOrDefault(rule => rule.Names.All(name =>
                parameters.Any(p => Text(p, "in") == rule.In && Text(p, "name") == name))).Style;
        }

        if (platform.Paging.TryGetValue(stated, out var style)) return style;
        Errors.Add($"{id} is paged by '{stated}', which has no name");
        return null;
    }

    private string? Auth(string id, JsonObject fact)
    {
        if (platform.NeedNoToken.Contains(id)) return "none";
        if (Text(fact, "security") is not { } scheme) return null;
        if (!platform.Schemes.TryGetValue(scheme, out var name)) Errors.Add($"{id} has the unknown scheme {scheme}");
        return name;
    }

    /// <summary>The scopes of which a token needs one, where the sources tell.</summary>
    private static JsonArray? Scopes(JsonObject fact) => fact["scopes"] is JsonArray { Count: > 0 } scopes
        ? new JsonArray([.. scopes.SelectMany(scope => scope!.ToString().Split('|')).Select(scope => (JsonNode)scope)])
        : null;

    /// <summary>Said only where the method alone would tell wrong.</summary>
    private bool? Read(string id, string method, string path) => method is "GET" or "HEAD"
        ? platform.Writes.Contains(id) ? false : null
        : platform.Reads.Contains(id) || (method == "POST" && platform.ReadPaths?.IsMatch(path) == true) ? true : null;

    private string? HostKey(string id, string address)
    {
        var key = Catalog["hosts"]!.AsObject().FirstOrDefault(host => host.Value!.ToString() == address).Key;
        if (key is null) Errors.Add($"{id} is served by the unknown host {address}");
        return key;
    }

    /// <summary>One of a closed list of types, whatever the sources call it. A named type is an object in a body, text elsewhere.</summary>
    private string TypeOf(string what, string? stated, string place)
    {
        if (stated is null) Errors.Add($"{what} has no type");
        var plain = (stated ?? "").Replace(" | None", "", StringComparison.Ordinal).Split(':');
        if (plain is ["string", "binary"]) return "file";
        switch (plain[0])
        {
            case "string" or "str":
                return "string";
            case "integer" or "int":
                return "integer";
            case "number" or "float":
                return "number";
            case "boolean" or "bool":
                return "boolean";
            case "any" or "Any":
                return "any";
            case "part":
                return "file";
            case "array":
                return "array<any>";
            case var union when union.Contains('|') && !union.Contains('<'):
                return "any";
            case var map when map is "object" || map.StartsWith("dict[", StringComparison.Ordinal) || map.StartsWith("map<", StringComparison.Ordinal):
                return "object";
            case var list when ElementType().Match(list) is { Success: true } element:
                return $"array<{TypeOf(what, element.Groups[1].Value, place)}>";
            default:
                return place == "body" ? "object" : "string";
        }
    }

    /// <summary>A table that names an operation nobody has is a slip of the pen.</summary>
    private void CheckTables(HashSet<string> ids)
    {
        var named = platform.NeedNoToken.Concat(platform.Reads).Concat(platform.Writes).Concat(platform.Downloads)
            .Concat(platform.Results.Keys).Concat(platform.Bodies.Keys).Concat(platform.Parameters.Keys).Concat(platform.Ids.Values)
            .Concat(platform.Limits.Keys.Where(key => key.Contains('.')).Concat(platform.Types.Keys).Select(key => key.Split('.')[0]));
        Errors.AddRange(named.Distinct().Where(id => !ids.Contains(id)).Select(id => $"the rules name {id}, which isn't in the facts"));
    }

    /// <summary>Without what is null, false or empty, except a GET's "read": false.</summary>
    private static JsonObject Compact(JsonObject json)
    {
        foreach (var (name, value) in json.ToList())
        {
            var empty = value is null or JsonArray { Count: 0 }
                || (value.GetValueKind() == JsonValueKind.False && name is not ("read" or "default"));
            if (empty) json.Remove(name);
        }

        return json;
    }

    private static string Key(JsonObject operation) =>
        $"{Text(operation, "method")} {(operation.TryGetPropertyValue("host", out var host) ? host + ":" : "")}{Text(operation, "path")}";

    private static string Pascal(string id) =>
        string.Concat(NotInWord().Split(id).Where(word => word.Length > 0).Select(word => char.ToUpperInvariant(word[0]) + word[1..]));

    private static string Short(string version) => version.Split('.') is [var major, var minor, "0"] ? $"{major}.{minor}" : version;

    private static string? Text(JsonObject? json, string name) => json?[name]?.ToString();

    private static bool Flag(JsonObject json, string name) => json[name]?.GetValueKind() == JsonValueKind.True;

    [GeneratedRegex(@"\{([^}]+)\}")]
    private static partial Regex Placeholder();

    [GeneratedRegex(@"^(?:array<|list\[|stream<)(.+)[>\]]$")]
    private static partial Regex ElementType();

    [GeneratedRegex("[^A-Za-z0-9]+")]
    private static partial Regex NotInWord();
}

/// <summary>Writes a platform's two files beside each other, stable to the byte.</summary>
internal static class Output
{
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void Write(Platform platform, JsonObject catalog, [CallerFilePath] string source = "")
    {
        var folder = Path.Combine(Path.GetDirectoryName(source)!, "ChatPS.Client", "Platforms", platform.Name);
        Directory.CreateDirectory(folder);
        var operations = catalog["operations"]!.AsArray();

        // One line per operation, so that a change of the facts reads as one in the diff.
        var json = new StringBuilder("{\n");
        foreach (var (name, value) in catalog.Where(member => member.Key != "operations"))
            json.Append(CultureInfo.InvariantCulture, $"  \"{name}\": {value?.ToJsonString(Plain) ?? "null"},\n");
        json.Append("  \"operations\": [\n    ").AppendJoin(",\n    ", operations.Select(o => o!.ToJsonString(Plain))).Append("\n  ]\n}\n");
        File.WriteAllText(Path.Combine(folder, "operations.json"), json.ToString());

        var code = new StringBuilder($$"""
            // <auto-generated>Derived by src/import-catalog.cs.</auto-generated>
            namespace ChatPS.Client.Platforms.{{platform.Name}};

            /// <summary>The ids of {{platform.Name}}'s operations.</summary>
            internal static class {{platform.Name}}Operations
            {

            """);
        foreach (var operation in operations)
            code.Append(CultureInfo.InvariantCulture, $"    public const string {operation!["id"]} = \"{operation["id"]}\";\n");
        File.WriteAllText(Path.Combine(folder, platform.Name + "Operations.g.cs"), code.Append("}\n").ToString());
    }
}
