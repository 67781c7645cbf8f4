namespace ChatPS.Tests.Cmdlets;

public sealed class MessageTests(SandboxFixture sandbox) : IClassFixture<SandboxFixture>
{
    private const string NoSuchId = "aaaaaaaaaaaaaaaaaaaaaaaaaa";

    // The seed's room with many messages.
    private Shell Mattermost(out ChatRoom room)
    {
        var shell = sandbox.Connect(sandbox.Mattermost);
        room = shell.Run<ChatRoom>("$global:room = Get-ChatRoom | Where-Object Name -eq backend; $room").Single();
        sandbox.Server.ClearRequests();
        return shell;
    }

    private Shell Gitter(out ChatRoom room)
    {
        var shell = sandbox.Connect(sandbox.Gitter);
        room = shell.Run<ChatRoom>("$global:room = @(Get-ChatRoom | Where-Object Kind -eq Public)[0]; $room").Single();
        shell.RunClean("'alpha', 'beta', 'gamma' | Send-ChatMessage $room");
        sandbox.Server.ClearRequests();
        return shell;
    }

    [Fact]
    public void Mattermost_lists_newest_first_with_names_page_by_page()
    {
        using var shell = Mattermost(out var room);
        var all = shell.Run<ChatMessage>("$room | Get-ChatMessage");

        Assert.True(all.Count > 200);
        Assert.Equal(all.Count, all.Select(m => m.Id).Distinct().Count());
        Assert.Equal(all.OrderByDescending(m => m.SentAt).Select(m => m.Id), all.Select(m => m.Id));
        Assert.All(all, m => Assert.False(string.IsNullOrEmpty(m.UserName)));
        Assert.All(all, m => Assert.Equal(room.Id, m.RoomId));
        Assert.True(sandbox.Wire.Count(w => w.Contains("/users/ids", StringComparison.Ordinal)) <= 2);
        Assert.Equal($"GET /api/v4/channels/{room.Id}/posts?per_page=200", sandbox.Wire.First());
    }

    [Fact]
    public void Mattermost_first_fetches_no_page_too_many()
    {
        using var shell = Mattermost(out var room);
        Assert.Equal(3, shell.Run<ChatMessage>("Get-ChatMessage $room -First 3").Count);
        Assert.Equal(
            [$"GET /api/v4/channels/{room.Id}/posts?per_page=3"],
            sandbox.Wire.Where(w => w.Contains("/posts", StringComparison.Ordinal)));
    }

    [Fact]
    public void Before_after_and_around_agree_with_the_whole_list()
    {
        foreach (var shell in new[] { Mattermost(out _), Gitter(out _) })
        {
            using (shell)
            {
                shell.RunClean("$all = @(Get-ChatMessage $room -First 40); $it = $all[2]");
                Assert.Equal(shell.RunClean("$all[3, 4].Id"), shell.RunClean("(Get-ChatMessage $room -Before $it -First 2).Id"));
                Assert.Equal(shell.RunClean("$all[1, 0].Id"), shell.RunClean("(Get-ChatMessage -After $it).Id"));
                Assert.Contains(shell.RunClean("$it.Id").Single(), shell.RunClean("(Get-ChatMessage $room -Around $it.Id -First 4).Id"));
            }
        }
    }

    [Fact]
    public void Mattermost_around_is_the_message_between_its_neighbours()
    {
        using var shell = Mattermost(out _);
        shell.RunClean("$all = @(Get-ChatMessage $room -First 10)");
        Assert.Equal(shell.RunClean("$all[6, 5, 4, 3, 2].Id"), shell.RunClean("(Get-ChatMessage -Around $all[4] -First 5).Id"));
    }

    [Fact]
    public void Since_and_until_end_the_walk()
    {
        using var shell = Mattermost(out _);
        shell.RunClean("$all = @(Get-ChatMessage $room)");
        sandbox.Server.ClearRequests();
        Assert.Equal(
            shell.RunClean("$all[10..20].Id"),
            shell.RunClean("(Get-ChatMessage $room -Since $all[20].SentAt -Until $all[10].SentAt).Id"));
        Assert.Equal(1, sandbox.Wire.Count(w => w.Contains("/posts?", StringComparison.Ordinal)));
        Assert.Equal(shell.RunClean("$all[5].Id"), shell.RunClean("(Get-ChatMessage $room -Until $all[5].SentAt -First 1).Id"));
    }

    [Fact]
    public void Mattermost_gets_many_by_id_in_one_request_and_names_the_missing()
    {
        using var shell = Mattermost(out _);
        shell.RunClean("$all = @(Get-ChatMessage $room -First 3)");
        sandbox.Server.ClearRequests();
        var found = shell.Run($"Get-ChatMessage -Message $all[1].Id, {NoSuchId}, $all[0] | ForEach-Object Id");
        Assert.Equal(shell.Run("$all[1, 0].Id"), found);
        Assert.Equal("POST /api/v4/posts/ids", sandbox.Wire.First());
        shell.Run($"Get-ChatMessage -Message $all[1].Id, {NoSuchId}, $all[0]");
        var error = Assert.Single(shell.Errors);
        Assert.StartsWith("ChatPS.NotFound", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Equal(NoSuchId, error.TargetObject);
    }

    [Fact]
    public void Mattermost_gets_one_by_one_where_the_server_knows_no_better()
    {
        using var shell = Mattermost(out _);
        shell.RunClean("$all = @(Get-ChatMessage $room -First 3)");
        sandbox.Mattermost.Faults.Unknown = (_, path) => path == "/api/v4/posts/ids";
        try
        {
            sandbox.Server.ClearRequests();
            var found = shell.Run($"Get-ChatMessage -Message $all[1].Id, {NoSuchId}, $all[0] | ForEach-Object Id");
            Assert.Equal(NoSuchId, Assert.Single(shell.Errors).TargetObject);
            Assert.Equal(shell.RunClean("$all[1, 0].Id"), found);
            Assert.Equal("POST /api/v4/posts/ids", sandbox.Wire.First());
            // That is found out once.
            sandbox.Server.ClearRequests();
            Assert.Equal(shell.RunClean("$all.Id"), shell.RunClean("($all | Get-ChatMessage).Id"));
            Assert.DoesNotContain("POST /api/v4/posts/ids", sandbox.Wire);
            Assert.Equal(3, sandbox.Wire.Count(w => w.StartsWith("GET /api/v4/posts/", StringComparison.Ordinal)));
        }
        finally
        {
            sandbox.Mattermost.Faults.Clear();
        }
    }

    [Fact]
    public void Piped_messages_are_read_again_each_in_its_room()
    {
        foreach (var shell in new[] { Mattermost(out _), Gitter(out _) })
        {
            using (shell)
                Assert.Equal(shell.RunClean("($all = Get-ChatMessage $room -First 3).Id"), shell.RunClean("($all | Get-ChatMessage).Id"));
        }
    }

    [Fact]
    public void A_reply_joins_the_thread_of_what_it_answers()
    {
        foreach (var shell in new[] { Mattermost(out _), Gitter(out _) })
        {
            using (shell)
            {
                shell.RunClean("""
                    $root = Send-ChatMessage $room root -PassThru
                    $reply = Send-ChatMessage -ReplyTo $root -Text first -PassThru
                    $answer = Send-ChatMessage $room second -ReplyTo $reply.Id -PassThru
                    """);
                var thread = shell.Run<ChatMessage>("Get-ChatMessage -Thread $reply");
                Assert.Equal(["root", "first", "second"], thread.Select(m => m.Text));
                Assert.All(thread.Skip(1), m => Assert.Equal(thread[0].Id, m.ThreadId));
                Assert.Equal(["root"], shell.Run<ChatMessage>("Get-ChatMessage -Thread $answer -First 1").Select(m => m.Text));
            }
        }
    }

    [Fact]
    public void Every_piped_text_becomes_a_message_and_silently()
    {
        using var shell = Mattermost(out var room);
        Assert.Empty(shell.RunClean("'one', 'two' | Send-ChatMessage $room; [pscustomobject]@{ Text = 'three' } | Send-ChatMessage $room"));
        Assert.Equal(["three", "two", "one"], shell.Run<ChatMessage>("Get-ChatMessage $room -First 3").Select(m => m.Text));
        var body = sandbox.Server.Requests[0].Body;
        Assert.Contains($"\"channel_id\":\"{room.Id}\"", body, StringComparison.Ordinal);
        Assert.DoesNotContain("root_id", body, StringComparison.Ordinal);
        Assert.DoesNotContain("props", body, StringComparison.Ordinal);
    }

    [Fact]
    public void WhatIf_sends_nothing()
    {
        using var shell = Mattermost(out _);
        shell.RunClean("$it = Get-ChatMessage $room -First 1");
        sandbox.Server.ClearRequests();
        shell.RunClean("Send-ChatMessage $room hi -WhatIf; $it | Set-ChatMessage -Text x -WhatIf; $it | Remove-ChatMessage -WhatIf");
        Assert.Empty(sandbox.Wire);
    }

    [Fact]
    public void Messages_are_changed_pinned_and_deleted()
    {
        using var shell = Mattermost(out _);
        shell.RunClean("$it = Send-ChatMessage $room old -PassThru");
        var changed = shell.Run<ChatMessage>("$it | Set-ChatMessage -Text new -Pinned -PassThru").Single();
        Assert.Equal(("new", true), (changed.Text, changed.IsPinned));
        Assert.Contains(changed.Id, shell.Run<ChatMessage>("Get-ChatMessage $room -Pinned").Select(m => m.Id));
        Assert.False(shell.Run<ChatMessage>("$it | Set-ChatMessage -Pinned:$false -PassThru").Single().IsPinned);
        shell.RunClean("$it | Remove-ChatMessage -Force");
        Assert.StartsWith("ChatPS.NotFound", shell.Fail("Get-ChatMessage -Message $it").FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    [Fact]
    public void Gitter_messages_are_sent_changed_and_deleted()
    {
        using var shell = Gitter(out var room);
        var sent = shell.Run<ChatMessage>("$it = Send-ChatMessage $room 'waves' -Status -PassThru; $it").Single();
        Assert.Equal(("status", room.Id, sandbox.Gitter.Admin.UserName), (sent.Type, sent.RoomId, sent.UserName));
        Assert.NotNull(shell.RunClean("$it.FromUser.id").Single());
        Assert.Equal("smiles", shell.Run<ChatMessage>("$it | Set-ChatMessage -Text smiles -PassThru").Single().Text);
        shell.RunClean("$it | Remove-ChatMessage -Force");
        Assert.DoesNotContain(sent.Id, shell.Run<ChatMessage>("Get-ChatMessage $room -First 5").Select(m => m.Id));
    }

    [Fact]
    public void Gitter_conversations_begin_with_the_first_message()
    {
        using var shell = Gitter(out var room);
        var mine = shell.Run<ChatRoom>("Get-ChatRoom -Me").Where(one => one.Kind == ChatRoomKind.Direct).Select(one => one.Id).ToArray();
        var name = shell.Run<ChatRoomUser>("Get-ChatRoomUser $room")
            .First(member => member.UserName != sandbox.Gitter.Admin.UserName && shell.Run($"Get-ChatMessage -User {member.UserName} -First 1").Count == 0).UserName;
        // Looking for it began none.
        Assert.Equal(mine, shell.Run<ChatRoom>("Get-ChatRoom -Me").Where(one => one.Kind == ChatRoomKind.Direct).Select(one => one.Id));
        sandbox.Server.ClearRequests();
        var sent = shell.Run<ChatMessage>("Send-ChatMessage -User $args[0] 'In private' -PassThru", name).Single();
        Assert.Equal(["POST /v1/rooms", $"POST /v1/rooms/{sent.RoomId}/chatMessages"], sandbox.Wire);
        Assert.DoesNotContain(sent.RoomId, mine);
        Assert.Equal(["In private"], shell.Run<ChatMessage>("Get-ChatMessage -User $args[0]", name).Select(message => message.Text));
        Assert.Equal(sent.Id, shell.Run<ChatMessage>("Get-ChatMessage -Message $args[0] -User $args[1]", sent.Id, name).Single().Id);
    }

    [Theory]
    [InlineData("Send-ChatMessage $room hi -Props @{ a = 1 }")]
    [InlineData("Send-ChatMessage $room hi -FileId abc")]
    [InlineData("Set-ChatMessage abc -Pinned -Room $room")]
    [InlineData("Get-ChatMessage $room -Pinned")]
    [InlineData("Search-ChatMessage x $room -AnyWord")]
    [InlineData("Get-ChatReaction abc")]
    [InlineData("Get-ChatFile abc")]
    [InlineData("Save-ChatFile abc")]
    public void Gitter_has_no_such_thing_and_is_not_asked(string script)
    {
        using var shell = Gitter(out _);
        Assert.StartsWith("ChatPS.NotSupported", shell.Fail(script).FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Empty(sandbox.Wire);
    }

    [Fact]
    public void One_that_fails_leaves_the_others_done()
    {
        using var shell = Mattermost(out _);
        shell.RunClean("$two = 1, 2 | ForEach-Object { Send-ChatMessage $room \"$_\" -PassThru }");
        shell.Run($"$two[0].Id, '{NoSuchId}', $two[1].Id | Set-ChatMessage -Text done");
        Assert.Single(shell.Errors);
        Assert.Equal(["done", "done"], shell.Run<ChatMessage>("$two | Get-ChatMessage").Select(m => m.Text));
    }

    [Fact]
    public void Search_finds_in_a_room()
    {
        using (var shell = Mattermost(out var room))
        {
            shell.RunClean("Send-ChatMessage $room 'the zebra sleeps'");
            sandbox.Server.ClearRequests();
            Assert.Equal("the zebra sleeps", shell.Run<ChatMessage>("$room | Search-ChatMessage zebra").Single().Text);
            Assert.Contains(sandbox.Server.Requests, r => r.Body.Contains("\"terms\":\"zebra in:backend\"", StringComparison.Ordinal));
            Assert.Single(shell.RunClean("Search-ChatMessage zebra -Team $room.TeamId -First 1"));
        }
        using (var shell = Gitter(out _))
        {
            Assert.Equal("beta", shell.Run<ChatMessage>("Search-ChatMessage beta $room -First 1").Single().Text);
            Assert.StartsWith("ChatPS.InvalidRequest", shell.Fail("Search-ChatMessage beta").FullyQualifiedErrorId, StringComparison.Ordinal);
        }
    }
}
