using System.Text.Json.Nodes;

namespace ChatPS.Tests.Cmdlets.Mattermost;

public sealed class MessageTests(SandboxFixture sandbox) : IClassFixture<SandboxFixture>
{
    private const string Room = "northwind-harbor/town-square";

    [Fact]
    public void Messages_are_put_aside_and_listed()
    {
        using var shell = sandbox.Connect(sandbox.Mattermost);
        var (me, sent) = (sandbox.Mattermost.Admin.UserId, shell.Run<ChatMessage>("'First', 'Second' | Send-ChatMessage $args[0] -PassThru", Room));
        sandbox.Server.ClearRequests();

        shell.RunClean("$args[0] | Set-ChatMessage -Flagged -WhatIf", [sent]);
        Assert.Empty(sandbox.Wire);
        shell.RunClean("$args[0] | Set-ChatMessage -Flagged", [sent]);
        Assert.Equal(["PUT /api/v4/users/me/preferences", "PUT /api/v4/users/me/preferences"], sandbox.Wire);
        Assert.Equal(
            $$"""[{"user_id":"{{me}}","category":"flagged_post","name":"{{sent[0].Id}}","value":"true"}]""", sandbox.Server.Requests[0].Body);
        sandbox.Server.ClearRequests();

        Assert.Equal(["Second", "First"], shell.Run<ChatMessage>("Get-ChatMessage -Flagged").Select(message => message.Text));
        Assert.Equal("GET /api/v4/users/me/posts/flagged?per_page=200&page=0", sandbox.Wire.First());
        sandbox.Server.ClearRequests();
        Assert.Equal(2, shell.Run<ChatMessage>("Get-ChatMessage $args[0] -Flagged", sent[0].RoomId).Count);
        Assert.Equal($"GET /api/v4/users/me/posts/flagged?channel_id={sent[0].RoomId}&per_page=200&page=0", sandbox.Wire.First());
        Assert.Equal("Second", shell.Run<ChatMessage>("Get-ChatMessage -Flagged -Team northwind-harbor -First 1").Single().Text);
        sandbox.Server.ClearRequests();

        Assert.Equal("First", shell.Run<ChatMessage>("$args[0] | Set-ChatMessage -Flagged:$false -PassThru", sent[0]).Single().Text);
        Assert.Equal("POST /api/v4/users/me/preferences/delete", sandbox.Wire.First());
        Assert.Equal("Second", shell.Run<ChatMessage>("Get-ChatMessage -Flagged").Single().Text);
        Assert.StartsWith("ChatPS.InvalidRequest", shell.Fail("Get-ChatMessage -Flagged -Pinned").FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    [Fact]
    public void One_person_alone_sees_a_message()
    {
        using var shell = sandbox.Connect(sandbox.Mattermost);
        var (room, id) = (shell.Run<ChatRoom>("Get-ChatRoom $args[0]", Room).Single(), sandbox.Mattermost.Member.UserId);
        sandbox.Server.ClearRequests();
        var message = shell.Run<ChatMessage>("Send-ChatMessage $args[0] 'For you' -VisibleTo member -Props @{ a = 1 } -PassThru", room).Single();
        Assert.Equal(("For you", "system_ephemeral"), (message.Text, message.Type));
        Assert.Equal(["GET /api/v4/users/username/member", "POST /api/v4/posts/ephemeral"], sandbox.Wire);
        Assert.True(JsonNode.DeepEquals(
            JsonNode.Parse($$$"""{"user_id":"{{{id}}}","post":{"channel_id":"{{{room.Id}}}","message":"For you","props":{"a":1} } }"""),
            JsonNode.Parse(sandbox.Server.Requests[1].Body)));
        Assert.DoesNotContain(shell.Run<ChatMessage>("Get-ChatMessage $args[0] -First 5", room), kept => kept.Text == "For you");
        sandbox.Server.ClearRequests();
        Assert.StartsWith("ChatPS.NotSupported", shell.Fail("Send-ChatMessage $args[0] x -VisibleTo member -File $args[1]", room, typeof(MessageTests).Assembly.Location).FullyQualifiedErrorId, StringComparison.Ordinal);

        using var member = sandbox.Connect(sandbox.Mattermost, sandbox.Mattermost.Member);
        Assert.StartsWith("ChatPS.Forbidden", member.Fail("Send-ChatMessage $args[0] x -VisibleTo sysadmin", room.Id).FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_attached_is_changed()
    {
        using var shell = sandbox.Connect(sandbox.Mattermost);
        var sent = shell.Run<ChatMessage>("Send-ChatMessage $args[0] Report -Props @{ attachments = @(@{ text = 'old' }) } -PassThru", Room).Single();
        sandbox.Server.ClearRequests();
        var changed = shell.RunClean("$args[0] | Set-ChatMessage -Props @{ attachments = @(@{ text = 'new' }) } -Pinned -PassThru", sent).Single();
        Assert.Equal(
            [$"PUT /api/v4/posts/{sent.Id}/patch", $"POST /api/v4/posts/{sent.Id}/pin", $"GET /api/v4/posts/{sent.Id}"], sandbox.Wire.Where(line => !line.Contains("/users/", StringComparison.Ordinal)));
        Assert.Equal("""{"props":{"attachments":[{"text":"new"}]}}""", sandbox.Server.Requests[0].Body);
        Assert.True(((ChatMessage)changed.BaseObject).IsPinned);
        Assert.Equal("Report", changed.ToString());
    }

    [Theory]
    [InlineData("Get-ChatMessage x -Flagged")]
    [InlineData("Set-ChatMessage 1 -Flagged")]
    [InlineData("Set-ChatMessage 1 -Props @{ a = 1 }")]
    [InlineData("Send-ChatMessage x y -VisibleTo z")]
    public void Others_have_nothing_of_it(string script)
    {
        using var shell = sandbox.Connect(sandbox.Gitter);
        Assert.StartsWith("ChatPS.NotSupported", shell.Fail(script).FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Empty(sandbox.Wire);
    }
}
