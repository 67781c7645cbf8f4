namespace ChatPS.Tests.Cmdlets;

public sealed class ChatStatisticTests(SandboxFixture sandbox) : IClassFixture<SandboxFixture>
{
    [Fact]
    public void Mattermost_counts_a_rooms_members()
    {
        using var shell = sandbox.Connect(sandbox.Mattermost);
        var room = shell.Run<ChatRoom>("Get-ChatRoom northwind-harbor/town-square").Single();
        sandbox.Server.ClearRequests();
        var statistic = shell.Run<ChatRoomStatistic>("$args[0] | Get-ChatRoomStatistic", room).Single();
        Assert.Equal([$"GET /api/v4/channels/{room.Id}/stats"], sandbox.Wire);
        Assert.Equal(room.Id, statistic.RoomId);
        Assert.True(statistic.MemberCount > 2);
        Assert.NotNull(statistic.PinnedMessageCount);
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
        Assert.True(statistic.MemberCount >= statistic.ActiveMemberCount);
        Assert.Equal(team.Id, shell.Run<ChatTeamStatistic>("Set-ChatSession -Team northwind-harbor; Get-ChatTeamStatistic").Single().TeamId);
    }
}
