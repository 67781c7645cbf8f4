using ChatPS.Sandbox.Platforms.HipChat;

namespace ChatPS.Tests.Cmdlets.HipChat;

public sealed class RoomStatisticTests(SandboxFixture sandbox) : IClassFixture<SandboxFixture>
{
    [Fact]
    public void GetRoomStatistics()
    {
        using var shell = sandbox.Connect(sandbox.HipChat);
        var room = ((HipChatService)sandbox.HipChat).State.FindRoom("Operations")!;
        var statistic = shell.Run<ChatRoomStatistic>("Get-ChatRoomStatistic Operations").Single();
        Assert.Equal(["GET /v2/room/Operations/statistics"], sandbox.Wire);
        Assert.Equal(("Operations", (long?)room.Messages.Count), (statistic.RoomId, statistic.MessagesSent));
        Assert.NotNull(statistic.LastActiveAt);
        Assert.Equal(2, shell.Run<ChatRoomStatistic>("Get-ChatRoom -First 2 | Get-ChatRoomStatistic").Count);
        Assert.Equal($"{room.Id}", shell.Run<ChatRoomStatistic>("Set-ChatSession -Room $args[0]; Get-ChatRoomStatistic", $"{room.Id}").Single().RoomId);
        shell.Run("'nowhere', 'Operations' | Get-ChatRoomStatistic");
        Assert.Equal("nowhere", Assert.Single(shell.Errors).TargetObject);
    }

    [Fact]
    public void Others_have_none()
    {
        using var shell = sandbox.Connect(sandbox.Gitter);
        Assert.Contains("HipChat", shell.Fail("Get-ChatRoomStatistic x").ErrorDetails.RecommendedAction, StringComparison.Ordinal);
    }
}
