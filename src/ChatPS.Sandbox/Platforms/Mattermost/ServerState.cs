using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace ChatPS.Sandbox.Platforms.Mattermost;

/// <summary>What belongs to the server as a whole: settings, license, roles, schemes, groups and its own notes.</summary>
internal sealed class ServerState(MattermostState state)
{
    public const int MaxBusySeconds = 86_400;

    private const int MostNotes = 10_000;
    private ServerConfig? _config;

    public Roster<Role> Roles { get; } = new(role => role.Id, static (a, b) => string.CompareOrdinal(a.Name, b.Name));

    public Roster<Scheme> Schemes { get; } = new(scheme => scheme.Id, static (a, b) => a.CreateAt.CompareTo(b.CreateAt) is not 0 and var order ? order : string.CompareOrdinal(a.Id, b.Id));

    public Roster<Group> Groups { get; } = new(group => group.Id, static (a, b) => string.CompareOrdinal(a.DisplayName, b.DisplayName));

    /// <summary>The groups of the directory.</summary>
    public List<DirectoryGroup> Directory { get; } = [];

    public List<GroupSync> Syncs { get; } = [];

    /// <summary>The newest last.</summary>
    public List<AuditEntry> Audits { get; } = [];

    /// <summary>The lines of the server's log, the newest last.</summary>
    public List<string> Log { get; } = [];

    /// <summary>The license in force; null for none, as a Team Edition has.</summary>
    public JsonObject? License { get; set; }

    /// <summary>Until when the server leaves out what can wait; 0 for not at all.</summary>
    public long BusyUntil { get; set; }

    /// <summary>Where the configuration is kept, or was copied to.</summary>
    public HashSet<string> ConfigPlaces { get; } = ["config.json"];

    public (ReadOnlyMemory<byte> Content, string MimeType)? BrandImage { get; set; }

    public ServerConfig Config(Uri baseUri) => _config ??= new ServerConfig(baseUri.AbsoluteUri.TrimEnd('/'));

    /// <summary>Whether there is such a role, and its scheme is there still.</summary>
    public bool IsRole(string name) => RoleByName(name) is { DeleteAt: 0 };

    public Role? RoleByName(string name) => Array.Find(Roles.Sorted, role => role.Name == name);

    /// <summary>Whether a license is in force, and its features have the one that is named.</summary>
    public bool IsLicensed(string? feature = null) => License is not null && (feature is null || License["features"]?[feature]?.GetValue<bool>() == true);

    public void Note(string level, string caller, string message)
    {
        var seconds = state.Now() / 1000.0;
        Log.Add(new JsonObject { ["level"] = level, ["ts"] = seconds, ["caller"] = caller, ["msg"] = message }.ToJsonString());
        if (Log.Count > MostNotes)
            Log.RemoveAt(0);
    }

    public Role AddRole(string name, string title, IEnumerable<string> permissions, bool managed, bool builtIn, long at)
    {
        var role = new Role
        {
            Id = state.NewId(),
            Name = name,
            DisplayName = title,
            Description = builtIn ? title[..^"name".Length] + "description" : "",
            CreateAt = at,
            UpdateAt = at,
            Permissions = [.. permissions],
            SchemeManaged = managed,
            BuiltIn = builtIn,
        };
        Roles.Add(role);
        return role;
    }

    /// <summary>A scheme with roles of its own, which have the permissions of those they stand for.</summary>
    public Scheme AddScheme(string name, string title, string description, string scope, long at)
    {
        var scheme = new Scheme
        {
            Id = state.NewId(),
            Name = name,
            DisplayName = title,
            Description = description,
            Scope = scope,
            CreateAt = at,
            UpdateAt = at,
            DefaultTeamAdminRole = scope == "team" ? Copy("team_admin") : "",
            DefaultTeamUserRole = scope == "team" ? Copy("team_user") : "",
            DefaultTeamGuestRole = scope == "team" ? Copy("team_guest") : "",
            DefaultChannelAdminRole = Copy("channel_admin"),
            DefaultChannelUserRole = Copy("channel_user"),
            DefaultChannelGuestRole = Copy("channel_guest"),
        };
        Schemes.Add(scheme);
        return scheme;

        string Copy(string of) => AddRole(state.NewId(), $"{title} {of}", RoleByName(of)!.Permissions, managed: true, builtIn: false, at).Name;
    }

    public IEnumerable<GroupSync> SyncsOf(Group group) => Syncs.Where(sync => sync.GroupId == group.Id && sync.DeleteAt == 0);

    public Group Seen(Group group, bool counted = false, bool? schemeAdmin = null) => group.Seen(SyncsOf(group).Any(), counted, schemeAdmin);

    /// <summary>A license for a year, as a text that this sandbox takes: no other server does.</summary>
    public static string NewLicense(string id, DateTimeOffset now, int users)
    {
        var features = new JsonObject { ["users"] = users };
        foreach (var feature in Features.Keys)
            features[feature] = feature is not "cloud";
        var license = new JsonObject
        {
            ["id"] = id,
            ["issued_at"] = now.AddDays(-1).ToUnixTimeMilliseconds(),
            ["starts_at"] = now.AddDays(-1).ToUnixTimeMilliseconds(),
            ["expires_at"] = now.AddYears(1).ToUnixTimeMilliseconds(),
            ["customer"] = new JsonObject { ["id"] = id, ["name"] = "Sandbox", ["email"] = "license@example.com", ["company"] = "Sandbox" },
            ["features"] = features,
            ["sku_name"] = "Enterprise",
            ["sku_short_name"] = "E20",
            ["is_trial"] = false,
        };
        return Convert.ToBase64String(Encoding.UTF8.GetBytes(license.ToJsonString()));
    }

    /// <summary>What a text says that <see cref="NewLicense"/> made; null for any other.</summary>
    public static JsonObject? ReadLicense(string text)
    {
        try
        {
            return JsonNode.Parse(Convert.FromBase64String(text.Trim())) is JsonObject license && license["features"] is JsonObject && license.Int("expires_at") is not null
                ? license
                : null;
        }
        catch (Exception e) when (e is FormatException or JsonException)
        {
            return null;
        }
    }

    /// <summary>The license as clients are told of it: all as text, its features by the names they know.</summary>
    public JsonObject ClientLicense(bool whole)
    {
        var told = new JsonObject { ["IsLicensed"] = IsLicensed() ? "true" : "false" };
        if (License is not { } license)
            return told;
        foreach (var (feature, name) in Features)
            told[name] = IsLicensed(feature) ? "true" : "false";
        (told["Users"], told["IsTrial"]) = (license["features"]!["users"]!.ToString(), "false");
        if (!whole)
            return told;
        (told["Id"], told["SkuName"], told["SkuShortName"]) = (license.Text("id"), license.Text("sku_name"), license.Text("sku_short_name"));
        foreach (var (member, name) in new[] { ("issued_at", "IssuedAt"), ("starts_at", "StartsAt"), ("expires_at", "ExpiresAt") })
            told[name] = license.Int(member)!.Value.ToString(CultureInfo.InvariantCulture);
        foreach (var (member, name) in new[] { ("name", "Name"), ("email", "Email"), ("company", "Company") })
            told[name] = license.Object("customer")!.Text(member);
        return told;
    }

    private static readonly Dictionary<string, string> Features = new()
    {
        ["ldap"] = "LDAP",
        ["ldap_groups"] = "LDAPGroups",
        ["mfa"] = "MFA",
        ["saml"] = "SAML",
        ["cluster"] = "Cluster",
        ["metrics"] = "Metrics",
        ["google_oauth"] = "GoogleOAuth",
        ["office365_oauth"] = "Office365OAuth",
        ["openid"] = "OpenId",
        ["compliance"] = "Compliance",
        ["mhpns"] = "MHPNS",
        ["announcement"] = "Announcement",
        ["elastic_search"] = "Elasticsearch",
        ["data_retention"] = "DataRetention",
        ["message_export"] = "MessageExport",
        ["custom_permissions_schemes"] = "CustomPermissionsSchemes",
        ["guest_accounts"] = "GuestAccounts",
        ["guest_accounts_permissions"] = "GuestAccountsPermissions",
        ["custom_terms_of_service"] = "CustomTermsOfService",
        ["shared_channels"] = "SharedChannels",
        ["cloud"] = "Cloud",
    };
}
