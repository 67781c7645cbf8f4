namespace ChatPS.Common;

/// <summary>What may be done in a team of Hathora, in the API's words.</summary>
internal static class TeamScopes
{
    public static string[] All { get; } =
    [
        "applications:read", "applications:read-write", "billing:read-write", "builds:read", "builds:read-write", "deployments:read",
        "deployments:read-write", "fleets:read", "fleets:read-write", "load-balancer:access", "orgs:read", "orgs:read-write", "processes:read",
        "processes:read-write", "tickets:read", "tickets:read-write", "tokens:read", "tokens:read-write",
    ];
}
