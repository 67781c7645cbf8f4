using ChatPS.Sandbox;
using ChatPS.Sandbox.Platforms.Gitter;

namespace ChatPS.Tests.Sandbox.Gitter;

public sealed class SeedTests
{
    [Fact]
    public async Task The_same_seed_gives_the_same_world_at_any_time()
    {
        await using var one = SandboxServer.Start(new() { Platforms = ["Gitter"], SeedTime = DateTimeOffset.UnixEpoch.AddYears(50) });
        await using var two = SandboxServer.Start(new() { Platforms = ["Gitter"] });
        await using var other = SandboxServer.Start(new() { Platforms = ["Gitter"], Seed = 21 });
        Assert.Equal(Outline(one), Outline(two));
        Assert.NotEqual(Outline(one), Outline(other));
    }

    [Fact]
    public async Task A_service_has_hundreds_of_rooms_of_all_kinds_and_a_busy_one()
    {
        await using var server = SandboxServer.Start(new() { Platforms = ["Gitter"] });
        var state = ((GitterService)server["Gitter"]).State;
        Assert.Superset(new HashSet<string> { "REPO", "ORG", "ORG_CHANNEL", "ONETOONE" }, state.Rooms.Values.Select(room => room.GithubType).ToHashSet());
        var admin = state.Users[server["Gitter"].Admin.UserId];
        Assert.InRange(admin.Memberships.Count, 200, 310);
        Assert.InRange(state.Users[server["Gitter"].Member.UserId].Memberships.Count, 50, 150);
        var busiest = state.Rooms.Values.First();
        Assert.Equal(3_000, busiest.Messages.Count);
        Assert.Equal(299, busiest.Members.Count);
        Assert.Contains(busiest.Messages, message => message.ParentId is not null);
        Assert.Contains(busiest.Messages, message => message.Content.Mentions.Count > 0);
        Assert.Contains(busiest.Messages, message => message.Content.Urls.Count > 0);
        Assert.Contains(busiest.Messages, message => message.Content.Issues.Count > 0);
        Assert.Contains(state.Rooms.Values, room => !room.OneToOne && !room.Security.IsPublic && !admin.Memberships.ContainsKey(room.Id));
        Assert.Equal(busiest.Messages.Select(message => message.Id).Order(StringComparer.Ordinal), busiest.Messages.Select(message => message.Id));
        Assert.Equal(busiest.Messages.Select(message => message.Sent).Order(), busiest.Messages.Select(message => message.Sent));
    }

    private static List<string> Outline(SandboxServer server)
    {
        var state = ((GitterService)server["Gitter"]).State;
        return
        [
            .. state.Users.Values.Select(user => $"{user.Id} {user.UserName}"),
            .. state.Rooms.Values.Select(room => $"{room.Id} {room.Uri} {room.Topic} {room.Members.Count}"),
            .. state.Messages.Values.Select(message => $"{message.Id} {message.Content.Text}"),
        ];
    }
}
