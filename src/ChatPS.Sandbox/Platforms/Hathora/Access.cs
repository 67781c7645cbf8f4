using System.Text.Json.Nodes;

namespace ChatPS.Sandbox.Platforms.Hathora;

/// <summary>What somebody may do in an organization: given as a role or as a list of scopes.</summary>
internal sealed class Access
{
    public static readonly IReadOnlyList<string> Scopes =
    [
        "billing:read-write", "builds:read", "builds:read-write", "deployments:read", "deployments:read-write", "applications:read",
        "applications:read-write", "processes:read", "processes:read-write", "fleets:read", "fleets:read-write", "orgs:read", "orgs:read-write",
        "tokens:read", "tokens:read-write", "tickets:read", "tickets:read-write", "load-balancer:access",
    ];

    public static readonly IReadOnlyList<string> Roles = ["admin", "member", "viewer"];

    /// <summary>What a member has nothing to do with.</summary>
    private static readonly string[] Reserved = ["billing:read-write", "tokens:read-write", "orgs:read-write"];

    private readonly string? _role;

    private Access(string? role, IReadOnlyList<string> granted) => (_role, Granted) = (role, granted);

    public static Access Admin { get; } = Of("admin");

    /// <summary>The scopes that follow from it.</summary>
    public IReadOnlyList<string> Granted { get; }

    public static Access Of(string role) => new(role, role switch
    {
        "admin" => Scopes,
        "member" => [.. Scopes.Except(Reserved)],
        _ => [.. Scopes.Where(scope => scope.EndsWith(":read", StringComparison.Ordinal))],
    });

    public static Access Of(IReadOnlyList<string> scopes) => new(null, scopes);

    public bool Allows(string group, bool reads) =>
        Granted.Contains(group + ":read-write") || (reads && Granted.Contains(group + ":read"));

    public JsonNode ToJson() => _role is null ? Granted.ToJsonArray() : _role;
}
