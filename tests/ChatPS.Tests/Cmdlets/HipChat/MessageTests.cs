using System.Globalization;
using ChatPS.Sandbox;

namespace ChatPS.Tests.Cmdlets.HipChat;

public sealed class MessageTests(SandboxFixture sandbox) : IClassFixture<SandboxFixture>
{
    private SandboxRequestRecord Last => sandbox.Server.Requests[^1];

    private Shell Connect(SandboxAccount? account = null)
    {
        var shell = sandbox.Connect(sandbox.HipChat, account);
        shell.RunClean("$global:all = @(Get-ChatMessage Operations)");
        sandbox.Server.ClearRequests();
        return shell;
    }

    /// <summary>A room of the test's own, so that what is sent meets no other test's limit of messages.</summary>
    private Shell ConnectTo(string room)
    {
        var shell = sandbox.Connect(sandbox.HipChat);
        shell.RunClean("$null = Invoke-ChatOperation CreateRoom -Argument @{ name = $args[0] }", room);
        sandbox.Server.ClearRequests();
        return shell;
    }

    [Fact]
    public void ViewRoomHistory()
    {
        using var shell = sandbox.Connect(sandbox.HipChat);
        var all = shell.Run<ChatMessage>("Get-ChatMessage Operations");
        Assert.True(all.Count > 75);
        Assert.Equal(all.Count, all.Select(m => m.Id).Distinct().Count());
        Assert.Equal(all.OrderByDescending(m => m.SentAt).Select(m => m.SentAt), all.Select(m => m.SentAt));
        Assert.All(all, m => Assert.Equal("Operations", m.RoomId));
        Assert.StartsWith("/v2/room/Operations/history?", sandbox.Server.Requests[0].Target, StringComparison.Ordinal);
        var query = sandbox.Server.Requests[0].Target;
        Assert.Contains("reverse=false", query, StringComparison.Ordinal);
        Assert.Contains("include_deleted=false", query, StringComparison.Ordinal);
        Assert.Contains("max-results=1000", query, StringComparison.Ordinal);
        Assert.DoesNotContain("end-date", query, StringComparison.Ordinal);

        // Who it is from is a person, or the name that a notification gives itself.
        var plain = all.First(m => m is { Type: null, UserId: not null });
        Assert.NotEmpty(plain.UserName!);
        Assert.All(all.Where(m => m.Type == "notification"), m => Assert.NotEmpty(m.UserName!));
    }

    [Fact]
    public void A_part_of_the_history_takes_no_more_than_its_page()
    {
        using var shell = Connect();
        Assert.Equal(shell.RunClean("$all[2, 3].Id"), shell.RunClean("(Get-ChatMessage Operations -First 2 -Skip 2).Id"));
        Assert.Contains("max-results=2&start-index=2", Assert.Single(sandbox.Wire), StringComparison.Ordinal);
    }

    [Fact]
    public void A_span_of_time_is_cut_by_the_server()
    {
        using var shell = Connect();
        Assert.Equal(
            shell.RunClean("$all[10..20].Id"),
            shell.RunClean("(Get-ChatMessage Operations -Since $all[20].SentAt -Until $all[10].SentAt).Id"));
        var query = Uri.UnescapeDataString(Assert.Single(sandbox.Wire));
        Assert.Contains("date=" + Time("$all[10]"), query, StringComparison.Ordinal);
        Assert.Contains("end-date=" + Time("$all[20]"), query, StringComparison.Ordinal);

        string Time(string message) => ((DateTimeOffset)shell.RunClean(message + ".SentAt").Single().BaseObject)
            .ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff", CultureInfo.InvariantCulture) + "+00:00";
    }

    [Fact]
    public void ViewRecentRoomHistory()
    {
        using var shell = Connect();
        Assert.Equal(shell.RunClean("$all[4, 3, 2, 1, 0].Id"), shell.RunClean("(Get-ChatMessage -After $all[5]).Id"));
        var id = shell.RunClean("$all[5].Id").Single();
        Assert.Equal($"GET /v2/room/Operations/history/latest?not-before={id}&max-results=1000&include_deleted=false", Assert.Single(sandbox.Wire));
        Assert.Equal(shell.RunClean("$all[4, 3].Id"), shell.RunClean("(Get-ChatMessage Operations -After $all[5].Id -First 2).Id"));
    }

    [Fact]
    public void Before_and_around_agree_with_the_whole_list()
    {
        using var shell = Connect();
        Assert.Equal(shell.RunClean("$all[6, 7].Id"), shell.RunClean("(Get-ChatMessage Operations -Before $all[5].Id -First 2).Id"));
        Assert.Equal(shell.RunClean("$all[7, 8].Id"), shell.RunClean("(Get-ChatMessage -Before $all[5] -First 2 -Skip 1).Id"));
        Assert.Equal(shell.RunClean("$all[7, 6, 5, 4, 3].Id"), shell.RunClean("(Get-ChatMessage Operations -Around $all[5].Id -First 5).Id"));
    }

    [Fact]
    public void GetRoomMessage()
    {
        using var shell = Connect();
        var message = shell.Run<ChatMessage>("$all[3] | Get-ChatMessage").Single();
        Assert.Equal($"GET /v2/room/Operations/history/{message.Id}", sandbox.Wire.Last());
        Assert.Equal(shell.RunClean("$all[3].Text").Single().ToString(), message.Text);
        Assert.Equal(message.Id, shell.Run<ChatMessage>("Get-ChatMessage Operations -Message $all[3].Id").Single().Id);
        Assert.StartsWith("ChatPS.NotFound", shell.Fail("Get-ChatMessage Operations -Message none-such").FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    [Fact]
    public void Private_conversations_are_read_by_the_other_person()
    {
        using var shell = sandbox.Connect(sandbox.HipChat);
        var member = sandbox.HipChat.Accounts.Single(a => a.Role == "member");
        var all = shell.Run<ChatMessage>("$all = @(Get-ChatMessage -User $args[0]); $all", member.Email);
        Assert.StartsWith($"GET /v2/user/{Uri.EscapeDataString(member.Email)}/history?date=", sandbox.Wire.Single(), StringComparison.Ordinal);
        Assert.True(all.Count > 20);
        Assert.All(all, m => Assert.Equal((null, member.Email), (m.RoomId, m.WithUserId)));

        Assert.Equal(all.Take(3).Select(m => m.Id), shell.Run<ChatMessage>("$all[0, 1, 2] | Get-ChatMessage").Select(m => m.Id));
        Assert.Equal($"GET /v2/user/{Uri.EscapeDataString(member.Email)}/history/{all[2].Id}", sandbox.Wire.Last());
        Assert.Equal(all[1].Id, shell.Run<ChatMessage>("Get-ChatMessage -Message $all[1].Id -User $args[0]", member.UserId).Single().Id);
        Assert.Equal($"GET /v2/user/{member.UserId}/history/{all[1].Id}", sandbox.Wire.Last());

        Assert.Equal([all[1].Id, all[0].Id], shell.Run<ChatMessage>("Get-ChatMessage -User $args[0] -After $all[2].Id", member.UserName).Select(m => m.Id));
        Assert.StartsWith($"GET /v2/user/{Uri.EscapeDataString("@" + member.UserName)}/history/latest?not-before=", sandbox.Wire.Last(), StringComparison.Ordinal);
        Assert.Equal([all[1].Id, all[0].Id], shell.Run<ChatMessage>("Get-ChatMessage -After $all[2]").Select(m => m.Id));
        Assert.StartsWith("ChatPS.InvalidRequest", shell.Fail("Get-ChatMessage Operations -Message x -User y").FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    [Fact]
    public void SendMessage()
    {
        using var shell = ConnectTo("Plain words");
        Assert.Empty(shell.RunClean("'one', 'two' | Send-ChatMessage 'Plain words'; [pscustomobject]@{ Room = 'Plain words'; Text = 'three' } | Send-ChatMessage"));
        Assert.Equal(Enumerable.Repeat("POST /v2/room/Plain%20words/message", 3), sandbox.Wire);
        Assert.Equal("""{"message":"three"}""", Last.Body);
        Assert.Equal(["three", "two", "one"], shell.Run<ChatMessage>("Get-ChatMessage 'Plain words'").Select(m => m.Text));

        var sent = shell.Run<ChatMessage>("$it = Send-ChatMessage 'Plain words' four -PassThru; $it").Single();
        Assert.Equal(("four", "Plain words", sandbox.HipChat.Admin.UserId, sandbox.HipChat.Admin.UserName), (sent.Text, sent.RoomId, sent.UserId, sent.UserName));
        Assert.Equal(sent.SentAt, shell.Run<ChatMessage>("$it | Get-ChatMessage").Single().SentAt);

        sandbox.Server.ClearRequests();
        shell.RunClean("Send-ChatMessage 'Plain words' five -WhatIf");
        Assert.StartsWith("ChatPS.InvalidRequest", shell.Fail("Send-ChatMessage 'Plain words' ''").FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Empty(sandbox.Wire);
    }

    [Fact]
    public void ReplyToMessage()
    {
        using var shell = ConnectTo("Replies");
        var root = shell.Run<ChatMessage>("$it = Send-ChatMessage Replies question -PassThru; $it").Single();
        shell.RunClean("Send-ChatMessage -ReplyTo $it -Text answer");
        Assert.Equal("POST /v2/room/Replies/reply", sandbox.Wire.Last());
        Assert.Equal($$"""{"parentMessageId":"{{root.Id}}","message":"answer"}""", Last.Body);
        Assert.Equal(("answer", root.Id), shell.Run<ChatMessage>("Get-ChatMessage Replies -First 1").Select(m => (m.Text, m.ThreadId!)).Single());
    }

    [Fact]
    public void SendRoomNotification()
    {
        using var shell = ConnectTo("Alarms");
        shell.RunClean("Send-ChatMessage Alarms '<b>down</b>' -Color red -Format html -From Monitor -Notify");
        Assert.Equal("POST /v2/room/Alarms/notification", sandbox.Wire.Last());
        Assert.Equal("""{"message":"\u003Cb\u003Edown\u003C/b\u003E","message_format":"html","notify":true,"color":"red","from":"Monitor"}""", Last.Body);
        var seen = shell.Run<ChatMessage>("$it = Get-ChatMessage Alarms -First 1; $it").Single();
        Assert.Equal(("notification", "Monitor", "<b>down</b>", "<b>down</b>"), (seen.Type, seen.UserName, seen.Text, seen.Html));
        Assert.Equal("red", shell.RunClean("$it.Color").Single().ToString());

        shell.RunClean("'row' | Send-ChatMessage Alarms -Card @{ style = 'application'; title = 'Deployed' } -ReplyTo $it");
        Assert.StartsWith($$"""{"message":"row","attach_to":"{{seen.Id}}","card":{""", Last.Body, StringComparison.Ordinal);
        Assert.Contains("\"id\":\"", Last.Body, StringComparison.Ordinal);
        Assert.Equal(seen.Id, shell.Run<ChatMessage>("Get-ChatMessage Alarms -First 1").Single().ThreadId);

        shell.RunClean("[pscustomobject]@{ Room = 'Alarms'; Text = 'fine' } | Send-ChatMessage -Color green -From Rows");
        Assert.Equal("""{"message":"fine","color":"green","from":"Rows"}""", Last.Body);
        // A notification that is piped on becomes a message.
        shell.RunClean("$it | Send-ChatMessage");
        Assert.Equal(("POST /v2/room/Alarms/message", """{"message":"\u003Cb\u003Edown\u003C/b\u003E"}"""), (sandbox.Wire.Last(), Last.Body));
        sandbox.Server.ClearRequests();
        Assert.StartsWith("ChatPS.NotSupported", shell.Fail("Send-ChatMessage Alarms hi -Color red -PassThru").FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.StartsWith("ChatPS.InvalidRequest", shell.Fail("Send-ChatMessage Alarms hi -Link https://example.com -Color red").FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Empty(sandbox.Wire);
    }

    [Fact]
    public void PrivateMessageUser()
    {
        using var shell = sandbox.Connect(sandbox.HipChat);
        var member = sandbox.HipChat.Accounts.Single(a => a.Role == "member");
        shell.RunClean("'psst' | Send-ChatMessage -User $args[0]", member.UserName);
        Assert.Equal($"POST /v2/user/{Uri.EscapeDataString("@" + member.UserName)}/message", sandbox.Wire.Last());
        Assert.Equal("""{"message":"psst","message_format":"text"}""", Last.Body);
        shell.RunClean("Send-ChatMessage -User $args[0] -Text '<i>hey</i>' -Notify -Format html", member.Email);
        Assert.Equal("""{"message":"\u003Ci\u003Ehey\u003C/i\u003E","notify":true,"message_format":"html"}""", Last.Body);
        Assert.Equal(["<i>hey</i>", "psst"], shell.Run<ChatMessage>("Get-ChatMessage -User $args[0] -First 2", member.UserId).Select(m => m.Text));

        sandbox.Server.ClearRequests();
        Assert.StartsWith("ChatPS.InvalidRequest", shell.Fail("Send-ChatMessage -User $args[0] -Text x -Color red", member.UserId).FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Empty(sandbox.Wire);
    }

    [Fact]
    public void ShareLinkWithRoom_and_with_a_person()
    {
        using var shell = ConnectTo("Links");
        shell.RunClean("Send-ChatMessage Links -Link https://example.com/status -Text look");
        Assert.Equal("POST /v2/room/Links/share/link", sandbox.Wire.Last());
        Assert.Equal("""{"link":"https://example.com/status","message":"look"}""", Last.Body);
        Assert.Equal("look https://example.com/status", shell.Run<ChatMessage>("Get-ChatMessage Links -First 1").Single().Text);
        shell.RunClean("Send-ChatMessage -User $args[0] -Link https://example.com/alone", sandbox.HipChat.Accounts[1].Email);
        Assert.Equal($"POST /v2/user/{Uri.EscapeDataString(sandbox.HipChat.Accounts[1].Email)}/share/link", sandbox.Wire.Last());
        Assert.Equal("""{"link":"https://example.com/alone"}""", Last.Body);
    }

    [Fact]
    public void Deleted_messages_are_asked_for()
    {
        using var shell = Connect();
        shell.RunClean("Get-ChatMessage Operations -First 1 -IncludeDeleted");
        Assert.Contains("include_deleted=true", sandbox.Wire.Last(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Get-ChatMessage Operations -Team x")]
    [InlineData("Get-ChatMessage Operations -Pinned")]
    [InlineData("Get-ChatMessage Operations -Thread x")]
    [InlineData("Send-ChatMessage Operations hi -Props @{ a = 1 }")]
    [InlineData("Send-ChatMessage Operations hi -FileId abc")]
    [InlineData("Send-ChatMessage Operations hi -Status")]
    [InlineData("Set-ChatMessage abc -Text x -Room Operations")]
    [InlineData("Remove-ChatMessage abc -Room Operations -Force")]
    [InlineData("Search-ChatMessage abc Operations")]
    public void HipChat_has_no_such_thing_and_is_not_asked(string script)
    {
        using var shell = sandbox.Connect(sandbox.HipChat);
        Assert.StartsWith("ChatPS.NotSupported", shell.Fail(script).FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Empty(sandbox.Wire);
    }

    [Theory]
    [InlineData("Get-ChatMessage room -IncludeDeleted")]
    [InlineData("Send-ChatMessage room x -Link https://example.com")]
    [InlineData("Send-ChatMessage room x -Notify")]
    [InlineData("Send-ChatMessage room x -Color red")]
    [InlineData("Send-ChatMessage room x -Format html")]
    [InlineData("Send-ChatMessage room x -From me")]
    [InlineData("Send-ChatMessage room x -Card @{ title = 'x' }")]
    public void Other_platforms_have_no_such_thing_and_are_not_asked(string script)
    {
        foreach (var service in new[] { sandbox.Gitter, sandbox.Mattermost })
        {
            using var shell = sandbox.Connect(service);
            Assert.StartsWith("ChatPS.NotSupported", shell.Fail(script).FullyQualifiedErrorId, StringComparison.Ordinal);
            Assert.Empty(sandbox.Wire);
        }
    }
}
