using System.Management.Automation;

namespace ChatPS.Tests.Cmdlets.Mattermost;

/// <summary>What the cmdlets do on a server, whichever it is: each test runs against the sandbox and against a real server alike.</summary>
public sealed class EveryServerTests(MattermostServers servers) : IClassFixture<MattermostServers>
{
    private const string NoSuchId = "aaaaaaaaaaaaaaaaaaaaaaaaaa";

    public static TheoryData<string> All => MattermostServers.All;

    [Theory]
    [MemberData(nameof(All))]
    public void Users_are_found_by_whatever_names_them(string server)
    {
        using var shell = servers.Connect(server);
        var id = Text(shell, "$users[0].Id").Single();
        foreach (var name in new[] { "\"user1.$tag\"", "\"@user1.$tag\"", "\"USER1.$tag\".ToUpper()", "\"User1.$tag@Example.com\"", "$users[0].Id", "$users[0]" })
            Assert.Equal(id, Text(shell, $"(Get-ChatUser ({name})).Id").Single());
        Assert.Equal(["First1", "First2", "First3"], Text(shell, "(Get-ChatUser \"User1.$tag\", $users[1].Id, \"user3.$tag@example.com\").FirstName"));

        var found = shell.Run("Get-ChatUser $users[1].Id, nobody.at.all, $args[0], \"user1.$tag\" | ForEach-Object FirstName", NoSuchId);
        Assert.Equal(["First2", "First1"], found.Select(name => name.ToString()));
        Assert.Equal(["nobody.at.all", NoSuchId], shell.Errors.Select(error => error.TargetObject));
        Assert.All(shell.Errors, error => Assert.StartsWith("ChatPS.NotFound", error.FullyQualifiedErrorId, StringComparison.Ordinal));

        Assert.Equal(4, shell.RunClean("Get-ChatUser \"user*.$tag\"").Count);
        Assert.Equal("First2", Text(shell, "(Get-ChatUser -Search \"user2.$tag\").FirstName").Single());
        Assert.Equal(5, shell.RunClean("Get-ChatUser -Team $team").Count);
        Assert.Equal(4, shell.RunClean("Get-ChatUser -Room $room").Count);
        Assert.Equal("First4", Text(shell, "(Get-ChatUser -NotInRoom $room).FirstName").Single());
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Users_change_and_go(string server)
    {
        using var shell = servers.Connect(server);
        var changed = shell.Run<ChatUser>("Set-ChatUser $users[0] -Nickname Nick -Position Boss -Email \"new.$tag@example.com\" -UserName \"renamed.$tag\" -PassThru").Single();
        Assert.Equal(("Nick", "Boss"), (changed.Nickname, changed.Position));
        Assert.StartsWith("renamed.", changed.UserName, StringComparison.Ordinal);
        Assert.Equal(Text(shell, "$users[0].Id"), Text(shell, "(Get-ChatUser \"new.$tag@example.com\").Id"));

        shell.RunClean("$users[1, 2] | Set-ChatUser -Active:$false");
        Assert.Equal(["False", "False", "True"], Text(shell, "($users[1, 2, 3] | Get-ChatUser).IsActive"));
        Assert.Equal(2, shell.RunClean("Get-ChatUser -Inactive | Where-Object LastName -eq $tag").Count);
        Assert.True(shell.Run<ChatUser>("Set-ChatUser $users[1] -Active -PassThru").Single().IsActive);
        shell.RunClean("$users[1] | Remove-ChatUser -Force");
        Assert.False(shell.Run<ChatUser>("Get-ChatUser $users[1].Id").Single().IsActive);

        shell.RunClean("$users[3] | Remove-ChatUser -Permanent -Force");
        AssertFails("ChatPS.NotFound", shell.Fail("Get-ChatUser \"user4.$tag\""));
        Assert.Equal(4, shell.RunClean("Get-ChatTeamUser $team").Count);
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Wrong_users_are_refused_with_the_reason(string server)
    {
        using var shell = servers.Connect(server);
        AssertFails("ChatPS.Conflict", shell.Fail("New-ChatUser \"user1.$tag\" \"other.$tag@example.com\" $password"));
        AssertFails("ChatPS.Conflict", shell.Fail("New-ChatUser \"other.$tag\" \"user1.$tag@example.com\" $password"));
        AssertFails("ChatPS.Conflict", shell.Fail("Set-ChatUser $users[0] -UserName \"user2.$tag\""));
        AssertFails("ChatPS.InvalidRequest", shell.Fail("New-ChatUser \"two words\" \"other.$tag@example.com\" $password"));
        AssertFails("ChatPS.InvalidRequest", shell.Fail("New-ChatUser \"other.$tag\" nowhere $password"));
        AssertFails("ChatPS.InvalidRequest", shell.Fail("New-ChatUser \"other.$tag\" \"other.$tag@example.com\" $args[0]", SandboxFixture.Protect("abc")));
        AssertFails("ChatPS.InvalidRequest", shell.Fail("Set-ChatUser $users[0] -Nickname ('x' * 65)"));
        AssertFails("ChatPS.NotFound", shell.Fail("Set-ChatUser nobody.at.all -Nickname x"));
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Roles_are_given_and_taken(string server)
    {
        using var shell = servers.Connect(server);
        var admin = shell.Run<ChatUser>("Set-ChatUser $users[0] -Role system_user, system_admin -PassThru").Single();
        Assert.Equal((true, "system_admin system_user"), (admin.IsAdmin, string.Join(' ', admin.Roles.Order())));
        Assert.Contains(admin.Id, Text(shell, "(Get-ChatUser -Role system_admin).Id"));
        Assert.False(shell.Run<ChatUser>("Set-ChatUser $users[0] -Role system_user -PassThru").Single().IsAdmin);
        AssertFails("ChatPS.InvalidRequest", shell.Fail("Set-ChatUser $users[0] -Role no_such_role"));
        AssertFails("ChatPS.InvalidRequest", shell.Fail("Set-ChatUser $users[0] -Role system_admin"));

        Assert.True(shell.Run<ChatTeamUser>("Set-ChatTeamUser $users[0] $team -Role Admin -PassThru").Single().IsAdmin);
        Assert.Equal(["team_user"], shell.Run<ChatTeamUser>("Set-ChatTeamUser $users[0] $team -Role Member -PassThru").Single().Roles);
        Assert.Equal(["team_admin", "team_user"], shell.Run<ChatTeamUser>("Set-ChatTeamUser $users[0] $team -Roles team_user, team_admin -PassThru").Single().Roles.Order());
        AssertFails("ChatPS.InvalidRequest", shell.Fail("Set-ChatTeamUser $users[0] $team -Roles no_such_role"));

        Assert.True(shell.Run<ChatRoomUser>("Set-ChatRoomUser $room $users[0] Admin -PassThru").Single().IsAdmin);
        Assert.False(shell.Run<ChatRoomUser>("Set-ChatRoomUser $room $users[0] Member -PassThru").Single().IsAdmin);
        AssertFails("ChatPS.NotFound", shell.Fail("Set-ChatRoomUser $room $users[3] Admin"));
        // Guests are a matter of the license.
        AssertFails("ChatPS.NotSupported", shell.Fail("Set-ChatUser $users[0] -Guest"));
    }

    [Theory]
    [MemberData(nameof(All))]
    public void The_server_tells_of_itself(string server)
    {
        using var shell = servers.Connect(server);
        Assert.Equal("OK", shell.Run<ChatServer>("Get-ChatServer").Single().Status);
        Assert.True(shell.Run<ChatServerConfig>("Get-ChatServerConfig").Count > 400);
        Assert.Equal("Words", shell.Run<ChatServerConfig>("Set-ChatServerConfig TeamSettings.CustomDescriptionText Words -PassThru").Single().Value);
        shell.RunClean("Reset-ChatServerConfig TeamSettings.CustomDescriptionText -Force");
        Assert.Equal("", shell.Run<ChatServerConfig>("Get-ChatServerConfig TeamSettings.CustomDescriptionText").Single().Value);
        AssertFails("ChatPS.InvalidRequest", shell.Fail("Set-ChatServerConfig FileSettings.MaxFileSize 0"));
        Assert.Equal(3, shell.Run<ChatAudit>("Get-ChatAudit -First 3").Count);
        Assert.NotEmpty(shell.RunClean("Get-ChatLog -First 3"));

        Assert.Equal(["team_admin", "team_guest", "team_user"], Text(shell, "(Get-ChatRole team_* | Where-Object Name -notlike *post*).Name").Order());
        Assert.Equal(24, shell.Run<ChatRole>("Get-ChatRole team_admin").Single().Permissions.Count);
        Assert.DoesNotContain("create_team", shell.Run<ChatRole>("Set-ChatRole system_user -RemovePermission create_team -PassThru").Single().Permissions);
        Assert.Contains("create_team", shell.Run<ChatRole>("Set-ChatRole system_user -AddPermission create_team -PassThru").Single().Permissions);
        AssertFails("ChatPS.NotSupported", shell.Fail("Set-ChatRole channel_user -AddPermission manage_team"));
        AssertFails("ChatPS.NotSupported", shell.Fail("New-ChatScheme \"s$tag\" Team"));
        AssertFails("ChatPS.NotSupported", shell.Fail("Get-ChatGroup"));
        AssertFails("ChatPS.NotSupported", shell.Fail("Get-ChatRetentionPolicy"));
        AssertFails("ChatPS.NotSupported", shell.Fail("Get-ChatRoomModeration $room"));
        AssertFails("ChatPS.NotSupported", shell.Fail("Sync-ChatLdap"));
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Integrations_live(string server)
    {
        using var shell = servers.Connect(server);
        shell.RunClean("$hook = New-ChatWebhook -Direction Incoming -Room $room -Name \"hook $tag\" -RoomLocked");
        Assert.Equal("ok", Text(shell, "Invoke-ChatRequest -Method Post -Path \"/hooks/$($hook.Id)\" -Body @{ text = 'by hook' } -Confirm:$false").Single());
        Assert.Equal(["by hook"], Text(shell, "(Get-ChatMessage $room -First 1).Text"));
        Assert.Equal(["True"], Text(shell, "$hook.Id -eq (Get-ChatWebhook -Webhook \"hook $tag\" -Team $team).Id"));
        shell.RunClean("$hook | Remove-ChatWebhook -Confirm:$false");
        Assert.Empty(shell.RunClean("Get-ChatWebhook -Team $team"));

        Assert.Equal(["/run.me"], Text(shell, "(New-ChatCommand run.me http://example.com/run -Team $team).ToString()"));
        Assert.Equal(["Runs"], Text(shell, "(Get-ChatCommand run.me -Team $team | Set-ChatCommand -DisplayName Runs -PassThru).DisplayName"));

        var bot = shell.Run<ChatBot>("$bot = New-ChatBot \"bot.$tag\" -DisplayName First; Set-ChatBot $bot -DisplayName Second -Active:$false -PassThru").Single();
        Assert.Equal(("Second", false), (bot.DisplayName, bot.IsActive));
        Assert.True(shell.Run<ChatUser>("Set-ChatUser $users[2] -Bot -PassThru").Single().IsBot);

        shell.RunClean("$token = New-ChatToken words -User $users[0]");
        Assert.Equal(["words"], Text(shell, "(Get-ChatToken -User $users[0]).Description"));
        shell.RunClean("$token | Remove-ChatToken -Confirm:$false");
        Assert.Empty(shell.RunClean("Get-ChatToken -User $users[0]"));

        Assert.Equal("Asia/Tokyo", shell.Run<ChatUser>("Set-ChatUser $users[0] -TimeZone Asia/Tokyo -PassThru").Single().TimeZone);
        shell.RunClean("$other = New-ChatTeam \"other-$tag\" Other");
        AssertFails("ChatPS.Conflict", shell.Fail("Set-ChatRoom $room -MoveTo $other"));
        Assert.Equal(["True"], Text(shell, "(Set-ChatRoom $room -MoveTo $other -RemoveOutsider -PassThru).TeamId -eq $other.Id"));
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Teams_live(string server)
    {
        using var shell = servers.Connect(server);
        Assert.Equal(Text(shell, "$team.Id"), Text(shell, "(Get-ChatTeam \"team-$tag\").Id"));
        Assert.Equal(Text(shell, "$team.Id"), Text(shell, "(Get-ChatTeam -Search \"team-$tag\").Id"));
        Assert.Contains(Text(shell, "$team.Id").Single(), Text(shell, "(Get-ChatTeam).Id"));
        AssertFails("ChatPS.Conflict", shell.Fail("New-ChatTeam \"team-$tag\""));
        AssertFails("ChatPS.InvalidRequest", shell.Fail("New-ChatTeam \"Team $tag\""));
        AssertFails("ChatPS.InvalidRequest", shell.Fail("New-ChatTeam \"admin-$tag\""));
        AssertFails("ChatPS.InvalidRequest", shell.Fail("Set-ChatTeam $team -DisplayName ('x' * 65)"));
        AssertFails("ChatPS.NotFound", shell.Fail("Get-ChatTeam no-such-team"));

        var team = shell.Run<ChatTeam>("Set-ChatTeam $team -DisplayName \"New $tag\" -Description Words -Open -PassThru").Single();
        Assert.Equal(("Words", true), (team.Description, team.IsOpen));
        shell.RunClean("$team | Remove-ChatTeam -Force");
        Assert.True(shell.Run<ChatTeam>("Get-ChatTeam $team.Id").Single().IsArchived);
        Assert.False(shell.Run<ChatTeam>("Restore-ChatTeam $team.Id -PassThru").Single().IsArchived);
        shell.RunClean("$team | Remove-ChatTeam -Permanent -Force");
        AssertFails("ChatPS.NotFound", shell.Fail("Get-ChatTeam $team.Id"));
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Members_of_teams_come_and_go(string server)
    {
        using var shell = servers.Connect(server);
        var added = shell.Run("Add-ChatTeamUser $users[0], nobody.at.all, $args[0], $users[1] -Team $team -PassThru | ForEach-Object UserId", NoSuchId);
        Assert.Equal(Text(shell, "$users[0, 1].Id"), added.Select(id => id.ToString()));
        shell.Run("Add-ChatTeamUser $users[0], nobody.at.all, $args[0], $users[1] -Team $team", NoSuchId);
        Assert.Equal(["nobody.at.all", NoSuchId], shell.Errors.Select(error => error.TargetObject));

        shell.RunClean("Remove-ChatTeamUser $users[0] $team");
        AssertFails("ChatPS.NotFound", shell.Fail("Get-ChatTeamUser $team $users[0]"));
        Assert.Equal(4, shell.RunClean("Get-ChatTeamUser $team").Count);
        Assert.Equal(3, shell.RunClean("Get-ChatRoomUser $room").Count);
        // Who left may be removed again, and taken in again.
        shell.RunClean("Remove-ChatTeamUser $users[0] $team; Add-ChatTeamUser $users[0] $team");
        Assert.Equal(["First1", "First4"], Text(shell, "(Get-ChatTeamUser $team $users[0, 3]).DisplayName").Select(name => name.Split(' ')[0]));
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Rooms_live(string server)
    {
        using var shell = servers.Connect(server);
        Assert.Equal(Text(shell, "$room.Id"), Text(shell, "(Get-ChatRoom \"team-$tag/room-$tag\").Id"));
        Assert.Equal(Text(shell, "$room.Id"), Text(shell, "(Get-ChatRoom -Search \"room-$tag\" -Team $team).Id"));
        Assert.Equal(Text(shell, "$room.Id"), Text(shell, "(Get-ChatRoom \"room-$tag*\").Id"));
        Assert.Equal(["off-topic", "town-square"], Text(shell, "(Get-ChatRoom -User $users[3] -Team $team).Name").Order());
        AssertFails("ChatPS.Conflict", shell.Fail("New-ChatRoom \"room-$tag\" -Team $team"));
        AssertFails("ChatPS.InvalidRequest", shell.Fail("New-ChatRoom 'Not A Name' -Team $team"));
        AssertFails("ChatPS.InvalidRequest", shell.Fail("New-ChatRoom other -Team $team -DisplayName ('x' * 65)"));
        AssertFails("ChatPS.NotFound", shell.Fail("Get-ChatRoom \"team-$tag/other\""));
        AssertFails("ChatPS.NotFound", shell.Fail("Get-ChatRoom $args[0]", NoSuchId));

        var room = shell.Run<ChatRoom>("Set-ChatRoom $room -Name \"new-$tag\" -DisplayName New -Topic About -Purpose For -PassThru").Single();
        Assert.Equal(("New", "About", "For"), (room.DisplayName, room.Topic, room.Purpose));
        Assert.Equal(["Private", "Public"], Text(shell, "(Set-ChatRoom $room -Privacy Private -PassThru).Kind; (Set-ChatRoom $room -Privacy Public -PassThru).Kind"));
        Assert.Equal(["Direct", "Group"], Text(shell, "(New-ChatRoom -User $users[0]).Kind; (New-ChatRoom -User $users[0, 1]).Kind"));

        shell.RunClean("$room | Remove-ChatRoom -Force");
        Assert.NotNull(shell.Run<ChatRoom>("Get-ChatRoom $room.Id").Single().ArchivedAt);
        Assert.Equal(2, shell.RunClean("Get-ChatRoom -Team $team").Count);
        Assert.Equal(3, shell.RunClean("Get-ChatRoom -Team $team -IncludeArchived").Count);
        AssertFails("ChatPS.InvalidRequest", shell.Fail("$room | Remove-ChatRoom -Force"));
        AssertFails("ChatPS.InvalidRequest", shell.Fail("Set-ChatRoom $room -Topic x"));
        Assert.Null(shell.Run<ChatRoom>("$room | Restore-ChatRoom -PassThru").Single().ArchivedAt);
        AssertFails("ChatPS.InvalidRequest", shell.Fail("$room | Restore-ChatRoom"));
        shell.RunClean("$room | Remove-ChatRoom -Permanent -Force");
        AssertFails("ChatPS.NotFound", shell.Fail("Get-ChatRoom $room.Id"));
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Members_of_rooms_come_and_go(string server)
    {
        using var shell = servers.Connect(server);
        Assert.Equal(["First1", "First2", "First3"], Text(shell, "Get-ChatRoomUser $room | Where-Object UserName -like user* | ForEach-Object { \"$($_.DisplayName)\" }").Select(n => n.Split(' ')[0]).Order());
        Assert.Equal("user1", Text(shell, "(Get-ChatRoomUser $room -Search user1).UserName").Single().Split('.')[0]);
        Assert.Equal(4L, shell.RunClean("(Get-ChatRoomUser $room -IncludeTotalCount -First 0)[0]").Select(n => Convert.ToInt64(n.BaseObject, null)).Single());

        shell.RunClean("Remove-ChatRoomUser $room $users[0]; $users[3] | Add-ChatRoomUser -Room $room");
        AssertFails("ChatPS.NotFound", shell.Fail("Get-ChatRoomUser $room $users[0]"));
        AssertFails("ChatPS.NotFound", shell.Fail("Remove-ChatRoomUser $room $users[0]"));
        AssertFails("ChatPS.InvalidRequest", shell.Fail("Remove-ChatRoomUser \"team-$tag/town-square\" $users[0]"));
        // Nobody is in a room without being in its team.
        shell.RunClean("Remove-ChatTeamUser $users[0] $team; $stranger = New-ChatUser \"user5.$tag\" \"user5.$tag@example.com\" $password");
        AssertFails("ChatPS.NotFound", shell.Fail("Add-ChatRoomUser $room $stranger"));
        var added = shell.Run("Add-ChatRoomUser $room $users[0], $users[1] -PassThru | ForEach-Object UserId");
        AssertFails("ChatPS.InvalidRequest", Assert.Single(shell.Errors));
        Assert.Equal(Text(shell, "$users[1].Id"), added.Select(id => id.ToString()));
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Messages_are_sent_read_changed_and_removed(string server)
    {
        using var shell = servers.Connect(server);
        shell.RunClean("""
            $sent = 1..6 | ForEach-Object { Send-ChatMessage $room "message $_" -PassThru }
            $reply = Send-ChatMessage -ReplyTo $sent[0] -Text answer -PassThru
            $second = Send-ChatMessage -ReplyTo $reply -Text again -PassThru
            """);
        Assert.Equal(["again", "answer", "message 6"], Text(shell, "(Get-ChatMessage $room -First 3).Text"));
        Assert.Equal(["message 1", "answer", "again"], Text(shell, "(Get-ChatMessage -Thread $second).Text"));
        Assert.Equal(["message 3", "message 2"], Text(shell, "(Get-ChatMessage -Before $sent[3] -First 2).Text"));
        Assert.Equal(["message 5", "message 6"], Text(shell, "(Get-ChatMessage -After $sent[3] -First 2).Text"));
        Assert.Equal(["message 3", "message 4", "message 5"], Text(shell, "(Get-ChatMessage -Around $sent[3] -First 3).Text"));
        Assert.Equal(["again", "answer", "message 6", "message 5"], Text(shell, "(Get-ChatMessage $room -Since $sent[4].SentAt).Text"));

        // Many by their ids: older servers know that one by one only.
        Assert.Equal(["message 2", "message 1"], Text(shell, "($sent[1, 0] | Get-ChatMessage).Text"));
        var found = shell.Run("Get-ChatMessage -Message $sent[0], $args[0], $sent[1] | ForEach-Object Text", NoSuchId);
        AssertFails("ChatPS.NotFound", Assert.Single(shell.Errors));
        Assert.Equal(["message 1", "message 2"], found.Select(text => text.ToString()));

        var changed = shell.Run<ChatMessage>("Set-ChatMessage $sent[2] changed -PassThru").Single();
        Assert.Equal("changed", changed.Text);
        Assert.NotNull(changed.EditedAt);
        Assert.True(shell.Run<ChatMessage>("Set-ChatMessage $sent[3] -Pinned -PassThru").Single().IsPinned);
        Assert.Equal(["message 4"], Text(shell, "(Get-ChatMessage $room -Pinned).Text"));
        Assert.Equal(["changed"], Text(shell, "(Search-ChatMessage changed $room).Text"));

        shell.RunClean("$sent[0] | Remove-ChatMessage -Force");
        AssertFails("ChatPS.NotFound", shell.Fail("Get-ChatMessage -Message $sent[0].Id"));
        AssertFails("ChatPS.NotFound", shell.Fail("Get-ChatMessage -Message $reply.Id"));
        AssertFails("ChatPS.Forbidden", shell.Fail("$sent[0] | Remove-ChatMessage -Force"));
        AssertFails("ChatPS.InvalidRequest", shell.Fail("Send-ChatMessage $room ('x' * 16384)"));
        AssertFails("ChatPS.Forbidden", shell.Fail("Send-ChatMessage $args[0] x", NoSuchId));
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Reactions_are_added_and_removed(string server)
    {
        using var shell = servers.Connect(server);
        shell.RunClean("$sent = 1..3 | ForEach-Object { Send-ChatMessage $room \"$_\" -PassThru }; $sent | Add-ChatReaction -Emoji tada, :+1:");
        Assert.Equal(["+1", "+1", "+1", "tada", "tada", "tada"], Text(shell, "($sent | Get-ChatReaction).Emoji").Order(StringComparer.Ordinal));
        Assert.Equal(Text(shell, "(Get-ChatSession).UserName"), Text(shell, "($sent | Get-ChatReaction).UserName").Distinct());
        shell.RunClean("$sent[0] | Add-ChatReaction -Emoji tada; $sent | Remove-ChatReaction -Emoji tada; $sent[0] | Remove-ChatReaction -Emoji tada");
        Assert.Equal(["+1", "+1", "+1"], Text(shell, "($sent | Get-ChatReaction).Emoji"));
        AssertFails("ChatPS.NotFound", shell.Fail("Add-ChatReaction $args[0] tada", NoSuchId));
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Files_go_up_and_come_down(string server)
    {
        using var shell = servers.Connect(server);
        var folder = Directory.CreateTempSubdirectory("chatps").FullName;
        try
        {
            var path = Path.Combine(folder, "notes.txt");
            File.WriteAllText(path, "some notes");
            shell.RunClean("$file = Send-ChatFile $room $args[0]; $message = Send-ChatMessage $room 'with a file' -FileId $file -PassThru", path);
            var file = shell.Run<ChatFile>("Get-ChatFile -Message $message").Single();
            Assert.Equal(("notes.txt", 10L, "text/plain; charset=utf-8"), (file.Name, file.Size, file.MimeType));
            Assert.Equal(Text(shell, "$message.Id"), [file.MessageId!]);
            Assert.Equal(file.Id, shell.Run<ChatFile>("Get-ChatFile $file.Id").Single().Id);
            shell.RunClean("$file | Save-ChatFile -Destination $args[0]", Path.Combine(folder, "copy.txt"));
            Assert.Equal("some notes", File.ReadAllText(Path.Combine(folder, "copy.txt")));
            AssertFails("ChatPS.NotFound", shell.Fail("Get-ChatFile $args[0]", NoSuchId));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Presence_is_told_and_set(string server)
    {
        using var shell = servers.Connect(server);
        Assert.Equal(["offline", "offline"], Text(shell, "(Get-ChatUserPresence $users[0], \"user2.$tag\").Status"));
        Assert.Equal("dnd", Text(shell, "(Set-ChatUserPresence dnd $users[0] -PassThru).Status").Single());
        Assert.Equal("dnd", Text(shell, "(Get-ChatUserPresence $users[0]).Status").Single());
        AssertFails("ChatPS.NotFound", shell.Fail("Get-ChatUserPresence nobody.at.all"));
    }

    [Theory]
    [MemberData(nameof(All))]
    public void What_is_unread_is_told_and_changed(string server)
    {
        using var shell = servers.Connect(server);
        shell.RunClean("""
            $first = Get-ChatSession
            $sent = 1..3 | ForEach-Object { Send-ChatMessage $room "message $_" -PassThru }
            $null = Send-ChatMessage $room "for @user1.$tag" -PassThru
            $theirs = Connect-ChatService Mattermost $uri -Credential ([pscredential]::new($users[0].UserName, $password)) -Name theirs
            """);
        Assert.Equal(["4 2"], Text(shell, "Get-ChatUnread | Where-Object RoomId -eq $room.Id | ForEach-Object { \"$($_.Count) $($_.MentionCount)\" }"));
        Assert.Equal(Text(shell, "$sent.Id"), Text(shell, "(Get-ChatUnread $room.Id -Session $theirs).MessageIds").Take(3));
        shell.RunClean("Clear-ChatUnread $room.Id -Session $theirs");
        Assert.Equal("0", Text(shell, "(Get-ChatUnread $room.Id -Session $theirs).Count").Single());
        Assert.Equal("2", Text(shell, "(Set-ChatUnread $sent[2].Id -PassThru -Session $theirs).Count").Single());
        shell.RunClean("Set-ChatRoomUser $room.Id me -Muted -Desktop none -Session $theirs");
        Assert.Equal("True", Text(shell, "(Get-ChatRoomUser $room.Id -User me -Session $theirs).IsMuted").Single());
        Assert.Equal(["1 1"], Text(shell, "Get-ChatUnread | Where-Object RoomId -eq $room.Id | ForEach-Object { \"$($_.Count) $($_.MentionCount)\" }"));
        shell.RunClean("$rooms = $room.Id, (Get-ChatRoom town-square -Team $team.Id -Session $theirs).Id; $rooms | Clear-ChatUnread -Session $theirs");
        Assert.Empty(Text(shell, "Get-ChatUnread | Where-Object RoomId -in $rooms"));
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Threads_are_followed(string server)
    {
        using var shell = servers.Connect(server);
        shell.RunClean("""
            $root = Send-ChatMessage $room "thread of $tag" -PassThru
            $null = Send-ChatMessage -ReplyTo $root -Text answer -PassThru
            $theirs = Connect-ChatService Mattermost $uri -Credential ([pscredential]::new($users[0].UserName, $password)) -Name theirs
            Set-ChatMessage $root.Id -Following -Session $theirs
            """);
        Assert.Equal(Text(shell, "$root.Id"), Text(shell, "(Get-ChatMessage -Following -Session $theirs).Id"));
        shell.RunClean("Set-ChatMessage $root.Id -Following:$false -Session $theirs");
        Assert.Empty(Text(shell, "Get-ChatMessage -Following -Team $team.Id -Session $theirs"));
    }

    [Theory]
    [MemberData(nameof(All))]
    public void The_custom_status_is_told(string server)
    {
        using var shell = servers.Connect(server);
        Assert.Equal(["Lunch burrito"], Text(shell, "Set-ChatUserPresence -Message Lunch -Emoji burrito -PassThru | ForEach-Object { \"$($_.Message) $($_.Emoji)\" }"));
        shell.RunClean("Set-ChatUserPresence -Message ''");
        Assert.Empty(Text(shell, "Get-ChatUserPresence -Me | Where-Object Message"));
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Tokens_open_sessions_until_they_are_switched_off(string server)
    {
        using var shell = servers.Connect(server);
        shell.RunClean("""
            $null = Set-ChatUser $users[0] -Role system_user, system_user_access_token
            $token = Invoke-ChatOperation CreateUserAccessToken -UserId $users[0].Id -Description "for $tag"
            $secret = [securestring]::new()
            $token.token.ToCharArray() | ForEach-Object { $secret.AppendChar($_) }
            $first = Get-ChatSession
            $theirs = Connect-ChatService Mattermost $uri -Token $secret -Name theirs
            """);
        Assert.Equal(Text(shell, "$users[0].UserName"), Text(shell, "$theirs.UserName"));
        AssertFails("ChatPS.Forbidden", shell.Fail("Set-ChatUser $users[1].Id -Nickname x -Session $theirs"));
        shell.RunClean("$null = Invoke-ChatOperation DisableUserAccessToken -Session $first -Body @{ token_id = $token.id }");
        AssertFails("ChatPS.Unauthorized", shell.Fail("Get-ChatUser -Me -Session $theirs"));
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Lists_are_whole_and_batches_are_done_whatever_the_rate_limit(string server)
    {
        using var shell = servers.Connect(server);
        shell.RunClean("$rooms = 1..250 | ForEach-Object { \"many-$_\" } | New-ChatRoom -Team $team -ThrottleLimit 4");
        // With the team's own two and the one that was there already: more than any page holds.
        Assert.Equal(253, shell.RunClean("Get-ChatRoom -Team $team").Count);
        Assert.Equal(253, shell.RunClean("Get-ChatRoom | Where-Object TeamId -eq $team.Id").Count);

        shell.RunClean("$many = 1..40 | ForEach-Object { New-ChatUser \"many$_.$tag\" \"many$_.$tag@example.com\" $password }; $many | Set-ChatUser -Active:$false -ThrottleLimit 8");
        Assert.Equal(40, shell.RunClean("$many | Get-ChatUser | Where-Object IsActive -eq $false").Count);
    }

    private static void AssertFails(string errorId, ErrorRecord error) => Assert.StartsWith(errorId, error.FullyQualifiedErrorId, StringComparison.Ordinal);

    private static IReadOnlyList<string> Text(Shell shell, string script) => [.. shell.RunClean(script).Select(item => item.ToString())];
}
