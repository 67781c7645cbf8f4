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
    public void People_are_written_to_in_private_and_the_text_comes_first()
    {
        using var shell = sandbox.Connect(sandbox.Mattermost);
        var (me, other) = (sandbox.Mattermost.Admin.UserId, sandbox.Mattermost.Member.UserId);
        sandbox.Server.ClearRequests();
        // Reading opens no conversation.
        Assert.Empty(shell.RunClean("Get-ChatMessage -User mfa.member"));
        Assert.DoesNotContain(sandbox.Wire, line => line.StartsWith("POST", StringComparison.Ordinal));
        sandbox.Server.ClearRequests();
        shell.RunClean("Send-ChatMessage -User member 'not said' -WhatIf");
        Assert.Empty(sandbox.Wire);

        var sent = shell.Run<ChatMessage>("Send-ChatMessage -User member 'In private' -PassThru").Single();
        Assert.Equal(["GET /api/v4/users/username/member", "POST /api/v4/channels/direct", "POST /api/v4/posts"], sandbox.Wire);
        Assert.Equal($"[\"{me}\",\"{other}\"]", sandbox.Server.Requests[1].Body);
        Assert.Equal(("In private", me), (sent.Text, sent.UserId));
        var room = shell.Run<ChatRoom>("Get-ChatRoom $args[0]", sent.RoomId).Single();
        Assert.Equal(ChatRoomKind.Direct, room.Kind);
        sandbox.Server.ClearRequests();

        // Names are looked up together, and the conversation of each text is known from the first one.
        shell.RunClean("'One', 'Two' | Send-ChatMessage -User mfa.member, member");
        Assert.Equal(7, sandbox.Wire.Count());
        Assert.Equal("POST /api/v4/users/usernames", sandbox.Wire.First());
        Assert.Equal(["Two", "One", "In private"], shell.Run<ChatMessage>("Get-ChatMessage -User $args[0] -First 3", other).Select(message => message.Text));
        Assert.Equal(["Two"], shell.Run<ChatMessage>("Get-ChatUser mfa.member | ForEach-Object { Get-ChatMessage -User $_ -First 1 }").Select(message => message.Text));

        var file = shell.Run<ChatFile>("Send-ChatFile -User member -Path $args[0]", typeof(MessageTests).Assembly.Location).Single();
        Assert.Equal(room.Id, file.RoomId);
        Assert.Equal([file.Id], shell.Run<ChatMessage>("Send-ChatMessage -User member -Text 'With it' -FileId $args[0] -PassThru", file).Single().FileIds);
        // A room and people together are both meant.
        Assert.Equal([sent.RoomId, room.Id], shell.Run<ChatMessage>("Send-ChatMessage $args[0] -Text Both -User member -PassThru", room).Select(message => message.RoomId));
    }

    [Fact]
    public void Somebody_who_is_not_there_leaves_the_others_told()
    {
        using var shell = sandbox.Connect(sandbox.Mattermost);
        shell.RunClean("$null = New-ChatUser zeta.reader -Email zeta.reader@example.com -Password $args[0]", SandboxFixture.Protect("Sample-pass1!"));
        var sent = shell.Run("Send-ChatMessage -User member, no.such.user, zeta.reader 'To all' -PassThru");
        Assert.Equal(2, sent.Count);
        var error = Assert.Single(shell.Errors);
        Assert.StartsWith("ChatPS.NotFound", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.StartsWith("no.such.user: ", error.ErrorDetails.Message, StringComparison.Ordinal);
        Assert.StartsWith("ChatPS.NotSupported", shell.Fail("Get-ChatMessage -User member -Following").FullyQualifiedErrorId, StringComparison.Ordinal);
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

    [Fact]
    public void Threads_are_followed()
    {
        using var shell = sandbox.Connect(sandbox.Mattermost);
        using var member = sandbox.Connect(sandbox.Mattermost, sandbox.Mattermost.Member);
        var roots = member.Run<ChatMessage>("$roots = 'Followed one', 'Followed two', 'Followed three' | Send-ChatMessage $args[0] -PassThru; $roots | ForEach-Object { Send-ChatMessage -ReplyTo $_ -Text Reply }; $roots", Room);
        Assert.Empty(member.Errors);
        var team = shell.RunClean("(Get-ChatTeam northwind-harbor).Id").Single().ToString();
        sandbox.Server.ClearRequests();
        // Their objects would bring the member's session along.
        var ids = roots.Select(root => root.Id).ToArray();
        shell.RunClean("$args[0] | Set-ChatMessage -Following -WhatIf", [ids]);
        Assert.Empty(sandbox.Wire);
        shell.RunClean("$args[0] | Set-ChatMessage -Following", [ids]);
        Assert.All(roots, root => Assert.Contains($"PUT /api/v4/users/me/teams/{team}/threads/{root.Id}/following", sandbox.Wire));
        sandbox.Server.ClearRequests();

        var followed = shell.Run<ChatMessage>("Get-ChatMessage -Following -Team northwind-harbor -First 2");
        Assert.Equal(["Followed three", "Followed two"], followed.Select(message => message.Text));
        Assert.Equal($"GET /api/v4/users/me/teams/{team}/threads?pageSize=2", sandbox.Wire.First(line => line.Contains("/threads", StringComparison.Ordinal)));
        Assert.All(followed, message => Assert.Equal(("member", 1), (message.UserName, message.ReplyCount)));
        Assert.NotNull(shell.RunClean("$args[0].LastReplyAt", followed[0]).Single());
        Assert.Superset(roots.Select(root => root.Id).ToHashSet(), shell.Run<ChatMessage>("Get-ChatMessage -Following").Select(message => message.Id).ToHashSet());

        // An id alone is enough, and any message of the thread is the thread.
        var reply = member.Run<ChatMessage>("Send-ChatMessage $args[0] 'Reply again' -ReplyTo $args[1] -PassThru", Room, roots[2]).Single();
        shell.RunClean("Set-ChatMessage $args[0] -Following:$false", reply.Id);
        Assert.Equal($"DELETE /api/v4/users/me/teams/{team}/threads/{roots[2].Id}/following", sandbox.Wire.Last());
        Assert.DoesNotContain(shell.Run<ChatMessage>("Get-ChatMessage -Following"), message => message.Id == roots[2].Id);
        Assert.StartsWith("ChatPS.InvalidRequest", shell.Fail("Get-ChatMessage -Following -Flagged").FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.StartsWith("ChatPS.NotSupported", shell.Fail("Get-ChatMessage x -Following").FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    [SandboxFact("is newer than 5.37")]
    public void Earlier_versions_are_read_and_come_back()
    {
        using var shell = sandbox.Connect(sandbox.Mattermost);
        var sent = shell.Run<ChatMessage>("$sent = Send-ChatMessage $args[0] First -PassThru; $sent | Set-ChatMessage -Text Second; $sent | Set-ChatMessage -Text Third; $sent", Room).Single();
        sandbox.Server.ClearRequests();
        var versions = shell.Run<ChatMessage>("Get-ChatMessage -History $args[0]", sent);
        Assert.Equal($"GET /api/v4/posts/{sent.Id}/edit_history", sandbox.Wire.First());
        Assert.Equal([("Second", "sysadmin"), ("First", "sysadmin")], versions.Select(version => (version.Text, version.UserName)));
        Assert.Equal(sent.Id, shell.RunClean("$args[0].OriginalId", versions[1]).Single().BaseObject);
        sandbox.Server.ClearRequests();
        Assert.Equal("First", shell.Run<ChatMessage>("$args[0] | Set-ChatMessage -Version $args[1] -PassThru", sent, versions[1]).Single().Text);
        Assert.Equal($"POST /api/v4/posts/{sent.Id}/restore/{versions[1].Id}", sandbox.Wire.First());
        Assert.Equal(3, shell.Run<ChatMessage>("Get-ChatMessage -History $args[0]", sent).Count);

        using (var member = sandbox.Connect(sandbox.Mattermost, sandbox.Mattermost.Member))
            Assert.StartsWith("ChatPS.Forbidden", member.Fail("Get-ChatMessage -History $args[0]", sent.Id).FullyQualifiedErrorId, StringComparison.Ordinal);
        sandbox.Mattermost.Faults.Unknown = (_, path) => path.EndsWith("/edit_history", StringComparison.Ordinal);
        try
        {
            var error = shell.Fail("Get-ChatMessage -History $args[0]", sent);
            Assert.StartsWith("ChatPS.NotSupported", error.FullyQualifiedErrorId, StringComparison.Ordinal);
            Assert.Contains("Mattermost 5.37", error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
        }
        finally
        {
            sandbox.Mattermost.Faults.Unknown = null;
        }
    }

    [Theory]
    [InlineData("Get-ChatMessage x -Flagged")]
    [InlineData("Set-ChatMessage 1 -Flagged")]
    [InlineData("Set-ChatMessage 1 -Props @{ a = 1 }")]
    [InlineData("Set-ChatMessage 1 -Following")]
    [InlineData("Set-ChatMessage 1 -Version 2")]
    [InlineData("Get-ChatMessage x -Following")]
    [InlineData("Get-ChatMessage -History 1")]
    [InlineData("Send-ChatMessage x y -VisibleTo z")]
    public void Others_have_nothing_of_it(string script)
    {
        using var shell = sandbox.Connect(sandbox.Gitter);
        Assert.StartsWith("ChatPS.NotSupported", shell.Fail(script).FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Empty(sandbox.Wire);
    }
}
