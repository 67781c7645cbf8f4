using ChatPS.Sandbox.Platforms.Mattermost;

namespace ChatPS.Tests.Cmdlets;

public sealed class ChatStatisticTests(SandboxFixture sandbox) : IClassFixture<SandboxFixture>
{
    private MattermostState State => ((MattermostService)sandbox.Mattermost).State;

    [Fact]
    public void Mattermost_counts_a_rooms_members()
    {
        using var shell = sandbox.Connect(sandbox.Mattermost);
        var room = shell.Run<ChatRoom>("Get-ChatRoom northwind-harbor/town-square").Single();
        sandbox.Server.ClearRequests();
        var statistic = shell.Run<ChatRoomStatistic>("$args[0] | Get-ChatRoomStatistic", room).Single();
        Assert.Equal([$"GET /api/v4/channels/{room.Id}/stats"], sandbox.Wire);
        Assert.Equal(room.Id, statistic.RoomId);
        var channel = State.Channels[room.Id]!;
        Assert.Equal(channel.Members.Sorted.Count(member => State.Users[member.UserId]!.DeleteAt == 0), statistic.MemberCount);
        Assert.Equal(channel.Posts.Count(post => post is { IsPinned: true, DeleteAt: 0 }), statistic.PinnedMessageCount);
        Assert.Null(statistic.MessagesSent);
    }

    [Fact]
    public void Mattermost_counts_a_teams_members()
    {
        using var shell = sandbox.Connect(sandbox.Mattermost);
        var team = shell.Run<ChatTeam>("Get-ChatTeam northwind-harbor").Single();
        sandbox.Server.ClearRequests();
        var statistic = shell.Run<ChatTeamStatistic>("$args[0] | Get-ChatTeamStatistic", team).Single();
        Assert.Equal([$"GET /api/v4/teams/{team.Id}/stats"], sandbox.Wire);
        var members = State.Teams[team.Id]!.Members.Sorted.Select(member => State.Users[member.UserId]!).ToArray();
        Assert.Equal((members.Length, members.Count(user => user.DeleteAt == 0)), ((int)statistic.MemberCount!, (int)statistic.ActiveMemberCount!));
        Assert.Equal(team.Id, shell.Run<ChatTeamStatistic>("Set-ChatSession -Team northwind-harbor; Get-ChatTeamStatistic").Single().TeamId);
    }
}
