using System.Text.Json.Nodes;

namespace ChatPS.Sandbox.Platforms.Gitter.Model;

/// <summary>A person, who came by way of GitHub, GitLab or Twitter.</summary>
internal sealed class GitterUser
{
    public required string Id { get; init; }

    public required string UserName { get; set; }

    public required string DisplayName { get; set; }

    public required string Email { get; init; }

    /// <summary><c>github</c>, <c>gitlab</c> or <c>twitter</c>.</summary>
    public required string Provider { get; init; }

    public string? Company { get; init; }

    public string? Location { get; init; }

    public bool Online { get; init; }

    public bool Removed { get; set; }

    public int Version { get; set; } = 1;

    /// <summary>The rooms joined, by room id.</summary>
    public Dictionary<string, GitterMembership> Memberships { get; } = [];

    /// <summary>Positions of favourite groups, by group id.</summary>
    public Dictionary<string, int> FavouriteGroups { get; } = [];

    public Dictionary<string, JsonNode?> Settings { get; } = [];

    /// <summary>How newly joined rooms notify.</summary>
    public string DefaultMode { get; set; } = GitterNotifications.All;

    public GitterMembership Join(GitterRoom room, DateTimeOffset time)
    {
        if (!Memberships.TryGetValue(room.Id, out var membership))
        {
            Memberships.Add(room.Id, membership = new(this, room));
            room.Members.Add(membership);
        }

        membership.LastAccess = time;
        return membership;
    }

    public void Leave(GitterRoom room)
    {
        if (Memberships.Remove(room.Id, out var membership))
            room.Members.Remove(membership);
    }
}
