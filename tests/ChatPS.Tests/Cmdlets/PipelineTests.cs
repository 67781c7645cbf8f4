using System.Diagnostics;
using System.Management.Automation;

namespace ChatPS.Tests.Cmdlets;

/// <summary>What every cmdlet owes the pipeline it stands in, shown on rooms.</summary>
public sealed class PipelineTests(SandboxFixture sandbox) : IClassFixture<SandboxFixture>
{
    [Fact]
    public void A_failing_item_leaves_the_others_done()
    {
        using var shell = sandbox.Connect(sandbox.Mattermost);
        shell.RunClean("$team = (Get-ChatRoom -First 1).TeamId; 'one','two','three' | New-ChatRoom -Team $team | Out-Null");

        var changed = shell.Run("'one','no-such-room','three' | Set-ChatRoom -Team $team -Topic changed -PassThru");

        Assert.Equal(["one", "three"], changed.Select(r => ((ChatRoom)r.BaseObject).Name));
        var error = Assert.Single(shell.Errors);
        Assert.StartsWith("ChatPS.NotFound", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Equal(ErrorCategory.ObjectNotFound, error.CategoryInfo.Category);
        Assert.Equal("no-such-room", error.TargetObject);
        Assert.NotEmpty(error.ErrorDetails.RecommendedAction);
        Assert.StartsWith("no-such-room: GetChannelByName failed", error.ErrorDetails.Message, StringComparison.Ordinal);
        var exception = Assert.IsType<ChatException>(error.Exception);
        Assert.Equal(404, exception.StatusCode);
        Assert.NotNull(exception.RequestId);
    }

    [Fact]
    public void An_error_names_its_item_once_and_shortly()
    {
        using var shell = sandbox.Connect(sandbox.Mattermost);
        var named = shell.Fail("Get-ChatUser no-such-user").ErrorDetails.Message;
        Assert.Equal(named.IndexOf("no-such-user", StringComparison.Ordinal), named.LastIndexOf("no-such-user", StringComparison.Ordinal));
        Assert.StartsWith("town-square: DeleteChannel failed", shell.Fail("Get-ChatRoom northwind-harbor/town-square | Remove-ChatRoom -Force").ErrorDetails.Message, StringComparison.Ordinal);
        Assert.StartsWith("member: PatchUser failed", shell.Fail("Get-ChatUser member | Set-ChatUser -Email x").ErrorDetails.Message, StringComparison.Ordinal);
        shell.Run("(Get-ChatUser member), 'sysadmin' | Add-ChatTeamUser -Team none-such");
        Assert.Equal(["member", "sysadmin"], shell.Errors.Select(error => error.ErrorDetails.Message.Split(':')[0]));
        Assert.StartsWith("GetChannelByName failed", shell.Fail("Get-ChatRoom ('x' * 99) -Team northwind-harbor").ErrorDetails.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_session_of_an_object_is_there_and_hidden()
    {
        using var shell = sandbox.Connect(sandbox.Mattermost);
        var user = shell.RunClean("Get-ChatUser member; $null = Connect-ChatService Mattermost $args[0] -Token $args[1] -Name other",
            sandbox.Mattermost.BaseUri, SandboxFixture.Protect(sandbox.Mattermost.Admin.Token))[0];
        Assert.DoesNotContain(user.Properties, property => property.Name == "Session");
        Assert.Equal([false, true], shell.RunClean("$args[0] | ForEach-Object { $_.Session.Name -eq 'other'; ($_ | Get-ChatTeam)[0].Session -eq $_.Session }", user).Select(o => (bool)o.BaseObject));
    }

    [Fact]
    public void What_no_parameter_takes_is_no_list_of_everything()
    {
        using var shell = sandbox.Connect(sandbox.Mattermost);
        shell.RunClean("$token = New-ChatToken piped -User member; $room = Get-ChatRoom northwind-harbor/town-square");
        sandbox.Server.ClearRequests();
        Assert.Empty(shell.Run("$room, $room | Get-ChatServer"));
        Assert.Equal(2, shell.Errors.Count);
        Assert.All(shell.Errors, error => Assert.StartsWith("ChatPS.InvalidRequest", error.FullyQualifiedErrorId, StringComparison.Ordinal));
        Assert.Empty(sandbox.Wire);
        // What the one before had is not what this one has.
        Assert.Equal(2, shell.Run("$room, $token, $room | Get-ChatRoomStatistic").Count);
        Assert.Single(shell.Errors);
        // A session is taken, and so is what the parameters name.
        Assert.NotEmpty(shell.RunClean("Get-ChatSession | Get-ChatTeam"));
    }

    [Fact]
    public void A_piped_user_has_rooms_and_teams_of_its_own()
    {
        using var shell = sandbox.Connect(sandbox.Mattermost);
        shell.RunClean("$null = New-ChatTeam piped-team; New-ChatUser piped.user piped@example.com $args[0] | Add-ChatTeamUser -Team piped-team", SandboxFixture.Protect("Correct-horse-9!"));
        var teams = shell.RunClean("Get-ChatTeam -User piped.user").Select(team => team.ToString()).ToArray();
        Assert.Equal(["piped-team"], teams);
        Assert.Equal(teams, shell.RunClean("Get-ChatUser piped.user | Get-ChatTeam").Select(team => team.ToString()));
        Assert.Equal(
            shell.RunClean("(Get-ChatRoom -User piped.user).Id").Select(id => id.ToString()),
            shell.RunClean("(Get-ChatUser piped.user | Get-ChatRoom).Id").Select(id => id.ToString()));
        // One's own session asks for nobody's rooms.
        Assert.Equal(shell.RunClean("Get-ChatRoom").Count, shell.RunClean("Get-ChatSession | Get-ChatRoom").Count);
        Assert.StartsWith("ChatPS.NotSupported", shell.Fail("Get-ChatTeam -User member -Search x").FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    [Fact]
    public void A_list_in_an_object_reads_as_its_items()
    {
        using var shell = sandbox.Connect(sandbox.Mattermost);
        shell.RunClean("$roles = (Get-ChatUser -Me).Roles");
        Assert.Equal("system_admin, system_user", shell.RunClean("$roles.ToString()").Single().ToString());
        Assert.Equal("system_admin system_user", shell.RunClean("\"$roles\"").Single().ToString());
        Assert.Equal("system_user", shell.RunClean("$roles[-1]").Single().ToString());
        Assert.Equal("2 True 3", shell.RunClean("\"$($roles.Count) $($roles -contains 'system_user') $(($roles + 'third').Count)\"").Single().ToString());
    }

    [Theory]
    [InlineData("New-ChatRoom somewhere -Team x")]
    [InlineData("Set-ChatRoom town-square -Team x -Topic t")]
    [InlineData("Remove-ChatRoom town-square -Team x")]
    [InlineData("Remove-ChatRoom town-square -Team x -Force")]
    [InlineData("Restore-ChatRoom town-square -Team x")]
    public void WhatIf_sends_nothing(string command)
    {
        using var shell = sandbox.Connect(sandbox.Mattermost);
        shell.RunClean(command + " -WhatIf");
        Assert.Empty(sandbox.Wire);
        shell.RunClean($"$WhatIfPreference = $true; {command}");
        Assert.Empty(sandbox.Wire);
    }

    [Fact]
    public void A_downstream_stop_leaves_no_request_running()
    {
        using var shell = sandbox.Connect(sandbox.Mattermost);
        // Leaving the loop unwinds through the cmdlet while its list is open.
        var first = shell.RunClean("foreach ($once in 1) { Get-ChatRoom | ForEach-Object { $_; break } }");

        Assert.Single(first);
        Assert.Single(sandbox.Wire);
        Assert.Equal(0, sandbox.Server.ActiveRequests);
        Assert.NotEmpty(shell.RunClean("Get-ChatRoom -First 2"));
    }

    [Fact]
    public void Stopping_ends_a_stalled_answer()
    {
        using var shell = sandbox.Connect(sandbox.Mattermost);
        sandbox.Mattermost.Faults.StallNext(1);
        using var pipeline = PowerShell.Create(shell.Runspace).AddScript("Get-ChatRoom");
        var running = pipeline.BeginInvoke();
        Assert.True(SpinWait.SpinUntil(() => sandbox.Server.ActiveRequests == 1, TimeSpan.FromSeconds(10)));

        var watch = Stopwatch.StartNew();
        pipeline.Stop();
        // Half a second is what a person takes for at once; the bound here only tells a stop from a hang.
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(5), $"It took {watch.Elapsed}.");
        Assert.Equal(PSInvocationState.Stopped, pipeline.InvocationStateInfo.State);
        Assert.Throws<PipelineStoppedException>(() => pipeline.EndInvoke(running));
        Assert.True(SpinWait.SpinUntil(() => sandbox.Server.ActiveRequests == 0, TimeSpan.FromSeconds(10)));
    }

    [Fact]
    public void Two_runspaces_keep_their_sessions_apart()
    {
        using var admin = sandbox.Connect(sandbox.Mattermost);
        using var member = sandbox.Connect(sandbox.Mattermost, sandbox.Mattermost.Member);
        Parallel.For(0, 8, i =>
        {
            var (shell, account) = i % 2 == 0 ? (admin, sandbox.Mattermost.Admin) : (member, sandbox.Mattermost.Member);
            lock (shell)
                Assert.Equal(account.UserName, Assert.Single(shell.Run<ChatSession>("Get-ChatSession")).UserName);
        });
        sandbox.Server.ClearRequests();
        lock (member)
            member.RunClean("Get-ChatRoom -Me -First 1");
        Assert.All(sandbox.Server.Requests, r => Assert.EndsWith(sandbox.Mattermost.Member.Token, r.Header("Authorization"), StringComparison.Ordinal));
    }

    [Fact]
    public void A_piped_object_goes_back_to_its_own_session()
    {
        using var shell = sandbox.Connect(sandbox.Mattermost);
        shell.RunClean("$null = Connect-ChatService Mattermost $args[0] -Token $args[1] -Name other",
            sandbox.Mattermost.BaseUri, SandboxFixture.Protect(sandbox.Mattermost.Member.Token));
        var sessions = shell.RunClean("(Get-ChatRoom -Session other -Me -First 1 | Get-ChatRoom).Session.Name");
        Assert.Equal("other", Assert.Single(sessions).ToString());

        var error = shell.Fail("$room = Get-ChatRoom -Session other -Me -First 1; $mine = Get-ChatSession sys*; $room | Set-ChatRoom -Topic x -Session $mine");
        Assert.StartsWith("ChatPS.InvalidRequest", error.FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("..")]
    [InlineData(".")]
    [InlineData(" ")]
    [InlineData("a\u0007b")]
    public void Ids_that_would_leave_their_segment_are_refused(string id)
    {
        using var shell = sandbox.Connect(sandbox.Mattermost);
        var error = shell.Fail("Get-ChatRoom $args[0] -Team northwind", id);
        Assert.StartsWith("ChatPS.", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.DoesNotContain(sandbox.Wire, w => w.Contains("/..", StringComparison.Ordinal) || w.Contains("channels/name/ ", StringComparison.Ordinal));
    }

    [Fact]
    public void Odd_ids_go_out_escaped()
    {
        using var shell = sandbox.Connect(sandbox.Mattermost);
        var team = shell.Run<ChatRoom>("Get-ChatRoom -First 1").Single().TeamId;
        shell.Fail("Set-ChatRoom 'ä b?c#d%2e' -Team $args[0] -Topic t", team);
        Assert.Equal($"GET /api/v4/teams/{team}/channels/name/%C3%A4%20b%3Fc%23d%252e?include_deleted=true", sandbox.Wire.Last());
    }

    [Fact]
    public void Many_changes_at_once_come_out_in_the_order_they_went_in()
    {
        using var shell = sandbox.Connect(sandbox.Mattermost);
        var names = shell.Run<ChatRoom>(
            "$team = (Get-ChatRoom -First 1).TeamId; 1..20 | ForEach-Object { \"many-$_\" } | New-ChatRoom -Team $team -ThrottleLimit 8").Select(r => r.Name);
        Assert.Equal(Enumerable.Range(1, 20).Select(i => $"many-{i}"), names);
    }

    [Fact]
    public void Everything_the_server_says_can_be_read()
    {
        using var shell = sandbox.Connect(sandbox.Mattermost);
        Assert.Equal("northwind", shell.RunClean("(Get-ChatRoom -First 1).TeamName").Single().ToString()![..9]);
    }

    [Fact]
    public void What_a_platform_lacks_is_said_before_anything_is_sent()
    {
        using var shell = sandbox.Connect(sandbox.Gitter);
        var error = shell.Fail("New-ChatRoom nope");
        Assert.StartsWith("ChatPS.NotSupported", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains("Mattermost", error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
        Assert.Empty(sandbox.Wire);
    }

    [Fact]
    public void A_piped_team_gives_its_rooms()
    {
        using var shell = sandbox.Connect(sandbox.Mattermost);
        var team = shell.Run<ChatTeam>("Get-ChatTeam -First 1").Single();
        Assert.All(shell.Run<ChatRoom>("Get-ChatTeam $args[0] | Get-ChatRoom -First 3", team.Id), room => Assert.Equal(team.Id, room.TeamId));
    }

    [Fact]
    public void Piped_sessions_are_used_one_by_one()
    {
        using var shell = sandbox.Connect(sandbox.Mattermost);
        shell.RunClean("$null = Connect-ChatService Gitter $args[0] -Token $args[1]",
            sandbox.Gitter.BaseUri, SandboxFixture.Protect(sandbox.Gitter.Member.Token));
        Assert.Equal(
            [ChatPlatform.Mattermost, ChatPlatform.Gitter],
            shell.Run<ChatRoom>("Get-ChatSession | Get-ChatRoom -First 1").Select(r => r.Platform));
        Assert.Equal([true, true], shell.Run<bool>("Get-ChatSession | Test-ChatService"));
    }

    [Fact]
    public void Rooms_of_a_user_are_those_they_are_in()
    {
        using var shell = sandbox.Connect(sandbox.Mattermost);
        var member = sandbox.Mattermost.Member;
        var rooms = shell.Run<ChatRoom>("Get-ChatRoom -User $args[0]", member.UserName);
        Assert.NotEmpty(rooms);
        Assert.Contains(sandbox.Wire, w => w.StartsWith($"GET /api/v4/users/{member.UserId}/teams/", StringComparison.Ordinal));
        shell.RunClean("$args[0] | Get-ChatRoomUser -User $args[1] | Out-Null", rooms[0], member.UserName);
        Assert.StartsWith("ChatPS.NotSupported", shell.Fail("Get-ChatRoom -Search x -Me").FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    [Fact]
    public void A_wildcard_marked_as_none_is_a_name()
    {
        using var shell = sandbox.Connect(sandbox.Mattermost);
        var team = shell.Run<ChatRoom>("Get-ChatRoom -First 1").Single().TeamId;
        shell.Fail("Get-ChatRoom 'what`?' -Team $args[0]", team);
        Assert.Equal($"GET /api/v4/teams/{team}/channels/name/what%3F?include_deleted=true", sandbox.Wire.Last());
    }

    [Fact]
    public void Changing_takes_such_a_name_too()
    {
        using var shell = sandbox.Connect(sandbox.Mattermost);
        shell.Fail("Remove-ChatTeam 'what`?' -Force");
        Assert.Equal(["GET /api/v4/teams/name/what%3F"], sandbox.Wire);
    }

    [Theory]
    [InlineData("Remove-ChatUser member, mfa.member", "Give -Force, or -Confirm:$false.")]
    [InlineData("Set-ChatUser member, mfa.member -Nickname x -Confirm", "Give -Confirm:$false.")]
    public void A_host_that_cannot_ask_ends_the_command_and_the_error_says_what_to_give(string script, string ways)
    {
        using var shell = sandbox.Connect(sandbox.Mattermost);
        // One error for two items.
        var error = shell.Fail(script);
        Assert.StartsWith("ChatPS.InvalidRequest", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.EndsWith(ways, Assert.IsType<ChatException>(error.Exception).Message, StringComparison.Ordinal);
        Assert.Empty(sandbox.Wire);
    }

    [Fact]
    public void A_command_that_its_own_warning_ends_leaves_nothing_behind()
    {
        using var shell = sandbox.Connect(sandbox.Mattermost);
        sandbox.Mattermost.Faults.StallNext(1);
        // Telling of the request ends the command, while the request itself is under way.
        shell.Fail("$VerbosePreference = 'Stop'; Get-ChatRoom");
        Assert.True(SpinWait.SpinUntil(() => sandbox.Server.ActiveRequests == 0, TimeSpan.FromSeconds(10)));
        sandbox.Mattermost.Faults.Clear();
        Assert.NotEmpty(shell.RunClean("$VerbosePreference = 'SilentlyContinue'; Get-ChatRoom -First 1"));
    }

    [Fact]
    public void An_address_with_a_password_in_it_is_refused_unseen()
    {
        using var shell = new Shell();
        var error = shell.Fail("Connect-ChatService Mattermost 'https://me:hush-hush@chat.example.com' -Token $args[0]", SandboxFixture.Protect("some-token"));
        Assert.StartsWith("ChatPS.InvalidRequest", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.DoesNotContain("hush", error.ToString() + error.Exception, StringComparison.Ordinal);
    }
}
