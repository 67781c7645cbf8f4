using ChatPS.Sandbox;

namespace ChatPS.Tests.Sandbox.HipChat;

public sealed class SeedTests : HipChatTest
{
    [Fact]
    public async Task There_is_something_of_everything()
    {
        var rooms = State.Rooms.Values;
        Assert.Equal(SandboxSize.Small.Rooms, rooms.Count);
        Assert.Equal(SandboxSize.Small.Users, State.Users.Count);
        Assert.Contains(rooms, room => room.IsArchived);
        Assert.Contains(rooms, room => room.IsPrivate);
        Assert.Contains(rooms, room => room.GuestCode is not null);
        Assert.Contains(rooms, room => room.MemberOf(State.Group.Owner) is null);
        Assert.Equal(SandboxSize.Small.Messages, State.FindRoom("Operations")!.Messages.Count);
        Assert.All(rooms, room => Assert.Equal(room.Messages.OrderBy(message => message.Date), room.Messages));
        Assert.All(rooms, room => Assert.True(room.LastActive < Noon));
        Assert.Equal(2, (await Items(Admin.Get("room/Operations/webhook"))).Count);
        Assert.Equal(75, (await Items(Admin.Get($"user/{Service.Member.UserId}/history"))).Count);
    }

    [Fact]
    public async Task The_same_seed_gives_the_same_data_and_other_secrets()
    {
        await using var server = SandboxServer.Start(new() { Platforms = ["HipChat"], Size = SandboxSize.Small, TimeProvider = Clock });
        var other = server["HipChat"];
        using var client = new SandboxClient(other, other.Admin.Token, prefix: "v2/");
        foreach (var path in new[] { "room?expand=items&include-archived=true", "user?expand=items", "room/Operations/history/latest", "emoticon", "room/Operations/webhook" })
        {
            var there = (await client.Get(path)).Text.Replace($"{other.BaseUri.Port}", "PORT", StringComparison.Ordinal);
            Assert.Equal((await Admin.Get(path)).Text.Replace($"{Service.BaseUri.Port}", "PORT", StringComparison.Ordinal), there);
        }

        Assert.NotEqual(Service.Admin.Token, other.Admin.Token);
        Assert.NotEqual(Service.Admin.Password, other.Admin.Password);
    }

    [Fact]
    public async Task Names_stay_apart_in_a_large_world()
    {
        await using var server = SandboxServer.Start(new() { Platforms = ["HipChat"], Size = new(1, 9_900, 1_000, 10), TimeProvider = Clock });
        var state = ((ChatPS.Sandbox.Platforms.HipChat.HipChatService)server["HipChat"]).State;
        Assert.Equal(1_000, state.Rooms.Values.Select(room => room.Name).Distinct(StringComparer.OrdinalIgnoreCase).Count());
        Assert.Equal(9_900, state.Users.Values.Select(user => user.MentionName).Distinct(StringComparer.OrdinalIgnoreCase).Count());
    }
}
