namespace ChatPS.Tests.Cmdlets.Mattermost;

public sealed class ServerStatisticTests(SandboxFixture sandbox) : IClassFixture<SandboxFixture>
{
    [Fact]
    public void GetAnalyticsOld()
    {
        using var shell = sandbox.Connect(sandbox.Mattermost);
        var server = shell.Run<ChatServerStatistic>("Get-ChatServerStatistic").Single();
        Assert.Equal(["GET /api/v4/analytics/old?name=standard", "GET /api/v4/analytics/old?name=extra_counts"], sandbox.Wire);
        Assert.Equal(shell.Run<ChatTeam>("Get-ChatTeam").Count, server.TeamCount);
        Assert.True(server is { TeamId: null, UserCount: > 0, MessageCount: > 0, PublicRoomCount: > 0, PrivateRoomCount: not null, InactiveUserCount: not null, SessionCount: > 0 });
        Assert.True(server.MonthlyActiveUserCount >= server.DailyActiveUserCount);
        Assert.Equal(shell.Run<ChatCommand>("Get-ChatTeam | ForEach-Object { Get-ChatCommand -Team $_ }").Count(c => c.Id is not null), server.CommandCount);

        shell.RunClean("$team = Get-ChatTeam northwind-harbor");
        sandbox.Server.ClearRequests();
        var team = shell.Run<ChatServerStatistic>("$team | Get-ChatServerStatistic").Single();
        Assert.Equal(
            [$"GET /api/v4/analytics/old?name=standard&team_id={team.TeamId}", $"GET /api/v4/analytics/old?name=extra_counts&team_id={team.TeamId}"], sandbox.Wire);
        Assert.Null(team.InactiveUserCount);
        Assert.True(team.MessageCount < server.MessageCount && team.UserCount <= server.UserCount);
        Assert.Equal(team.MessageCount, shell.Run<ChatServerStatistic>("Get-ChatServerStatistic northwind-harbor").Single().MessageCount);
        using var member = sandbox.Connect(sandbox.Mattermost, sandbox.Mattermost.Member);
        Assert.StartsWith("ChatPS.Forbidden", member.Fail("Get-ChatServerStatistic").FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    [Fact]
    public void Day_by_day()
    {
        using var shell = sandbox.Connect(sandbox.Mattermost);
        var days = shell.Run<ChatServerActivity>("Get-ChatServerStatistic -Daily");
        Assert.Equal(
            ["GET /api/v4/analytics/old?name=post_counts_day", "GET /api/v4/analytics/old?name=bot_post_counts_day", "GET /api/v4/analytics/old?name=user_counts_with_posts_day"],
            sandbox.Wire);
        Assert.NotEmpty(days);
        Assert.Equal(days.Select(d => d.Day).OrderDescending(), days.Select(d => d.Day));
        Assert.All(days, d => Assert.True(d.MessageCount >= d.WriterCount && d.MessageCount >= d.BotMessageCount && d.WriterCount > 0 && d.TeamId is null));
        var ofTeam = shell.Run<ChatServerActivity>("Get-ChatServerStatistic northwind-harbor -Daily");
        Assert.All(ofTeam, d => Assert.NotNull(d.TeamId));
        Assert.True(ofTeam.Sum(d => d.MessageCount) <= days.Sum(d => d.MessageCount));
    }

    [Fact]
    public void SetServerBusy_and_ClearServerBusy()
    {
        using var shell = sandbox.Connect(sandbox.Mattermost);
        shell.RunClean("Set-ChatServer -Busy -WhatIf");
        Assert.Empty(sandbox.Wire);
        var server = shell.Run<ChatServer>("Set-ChatServer -Busy -Duration 600 -PassThru").Single();
        Assert.Equal("POST /api/v4/server_busy?seconds=600", sandbox.Wire.First());
        Assert.True(server is { IsBusy: true, BusyUntil: not null });
        shell.RunClean("Set-ChatServer -Busy");
        Assert.Equal("POST /api/v4/server_busy?seconds=3600", sandbox.Wire.Last());
        Assert.StartsWith("ChatPS.InvalidRequest", shell.Fail("Set-ChatServer -Busy -Duration 1.12:00").FullyQualifiedErrorId, StringComparison.Ordinal);
        sandbox.Server.ClearRequests();
        Assert.StartsWith("ChatPS.InvalidRequest", shell.Fail("Set-ChatServer -Busy:$false -Duration 5").FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Empty(sandbox.Wire);
        Assert.Empty(shell.RunClean("Set-ChatServer -Busy:$false"));
        Assert.Equal(["DELETE /api/v4/server_busy"], sandbox.Wire);
        Assert.False(shell.Run<ChatServer>("Get-ChatServer").Single().IsBusy);
    }

    [Theory]
    [InlineData("Restart-ChatServer -Force", "POST /api/v4/restart")]
    [InlineData("Restart-ChatServer -DatabaseOnly -Force", "POST /api/v4/database/recycle")]
    [InlineData("Clear-ChatServerCache", "POST /api/v4/caches/invalidate")]
    public void RestartServer_DatabaseRecycle_and_InvalidateCaches(string script, string wire)
    {
        using var shell = sandbox.Connect(sandbox.Mattermost);
        shell.RunClean(script + " -WhatIf");
        Assert.Empty(sandbox.Wire);
        Assert.Empty(shell.RunClean(script));
        Assert.Equal([wire], sandbox.Wire);
        using var member = sandbox.Connect(sandbox.Mattermost, sandbox.Mattermost.Member);
        Assert.StartsWith("ChatPS.Forbidden", member.Fail(script).FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Get-ChatServerStatistic")]
    [InlineData("Set-ChatServer -Busy")]
    [InlineData("Restart-ChatServer -Force")]
    [InlineData("Clear-ChatServerCache")]
    public void Others_have_none(string script)
    {
        using var shell = sandbox.Connect(sandbox.Gitter);
        Assert.StartsWith("ChatPS.NotSupported", shell.Fail(script).FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Empty(sandbox.Wire);
    }
}
