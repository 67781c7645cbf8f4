namespace ChatPS.Sandbox.Platforms.Gitter.Model;

/// <summary>Who administers and who may enter a room or group.</summary>
internal sealed class GitterSecurity
{
    public const string Manual = "MANUAL";
    public const string Public = "PUBLIC";
    public const string Invite = "INVITE";
    public const string InviteOrAdmin = "INVITE_OR_ADMIN";

    /// <summary>What backs it: <c>GH_REPO</c>, <c>GH_ORG</c>, <c>GROUP</c> or nothing.</summary>
    public string? Type { get; set; }

    public string? LinkPath { get; set; }

    /// <summary>Who administers it besides <see cref="ExtraAdmins"/>: nobody by <see cref="Manual"/>, the group's people by any other.</summary>
    public required string Admins { get; set; }

    public required string Members { get; set; }

    /// <summary>User ids in the order they were added.</summary>
    public List<string> ExtraAdmins { get; } = [];

    public bool IsPublic => Members == Public;

    public bool IsByInvitation => Members is Invite or InviteOrAdmin;

    public static GitterSecurity ForRepo(string linkPath) =>
        new() { Type = "GH_REPO", LinkPath = linkPath, Admins = "GH_REPO_PUSH", Members = Public };

    public static GitterSecurity ForOrg(string linkPath) =>
        new() { Type = "GH_ORG", LinkPath = linkPath, Admins = "GH_ORG_MEMBER", Members = Public };

    public static GitterSecurity ForGroup(string members) => new() { Type = "GROUP", Admins = "GROUP_ADMIN", Members = members };

    public static GitterSecurity ByHand(string members) => new() { Admins = Manual, Members = members };
}
