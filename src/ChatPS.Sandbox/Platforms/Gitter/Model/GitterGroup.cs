namespace ChatPS.Sandbox.Platforms.Gitter.Model;

/// <summary>A community: rooms under one name, usually backed by a GitHub organization.</summary>
internal sealed class GitterGroup
{
    public required string Id { get; init; }

    public required string Name { get; init; }

    public required string Uri { get; init; }

    public required GitterSecurity Security { get; init; }

    /// <summary>The number of the organization at GitHub; 0 without one.</summary>
    public int OrgId { get; init; }

    /// <summary>Ids of the organization's members, who administer the group and its rooms.</summary>
    public HashSet<string> OrgMembers { get; } = [];

    public List<GitterRoom> Rooms { get; } = [];
}
