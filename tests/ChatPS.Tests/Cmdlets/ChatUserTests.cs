using System.Text.Json.Nodes;

namespace ChatPS.Tests.Cmdlets;

public sealed class ChatUserTests(SandboxFixture sandbox) : IClassFixture<SandboxFixture>
{
    private const string Admin = "sysadmin";
    private const string Room = "northwind-harbor/town-square";

    [Fact]
    public void Mattermost_finds_a_user_by_whatever_is_known()
    {
        using var shell = sandbox.Connect(sandbox.Mattermost);
        var id = sandbox.Mattermost.Member.UserId;
        var users = new[] { id, "member", "@Member", "member@example.com" }
            .Select(key => shell.Run<ChatUser>("Get-ChatUser $args[0]", key).Single());

        Assert.All(users, user => Assert.Equal(("member", "Morgan Member", true), (user.UserName, user.DisplayName, user.IsActive)));
        Assert.Equal(
            [$"GET /api/v4/users/{id}", "GET /api/v4/users/username/member", "GET /api/v4/users/username/member", "GET /api/v4/users/email/member%40example.com"],
            sandbox.Wire);
    }

    [Fact]
    public void Mattermost_gets_the_own_account()
    {
        using var shell = sandbox.Connect(sandbox.Mattermost);
        var me = shell.Run<ChatUser>("Get-ChatUser -Me").Single();
        Assert.Equal((Admin, "system_admin system_user"), (me.UserName, string.Join(' ', me.Roles)));
        Assert.Equal(["GET /api/v4/users/me"], sandbox.Wire);
    }

    [Fact]
    public void Mattermost_looks_many_up_together_in_the_order_given()
    {
        using var shell = sandbox.Connect(sandbox.Mattermost);
        var ids = shell.Run<ChatUser>("Get-ChatUser -First 3").Select(user => user.Id).ToArray();
        sandbox.Server.ClearRequests();

        var found = shell.Run("Get-ChatUser member, nobody.here, $args[0], sysadmin, $args[1], member@example.com", ids[2], ids[0]);

        Assert.Equal(["member", ids[2], Admin, ids[0], "member"], found.Select(o => (ChatUser)o.BaseObject).Select((user, i) => i is 1 or 3 ? user.Id : user.UserName));
        var error = Assert.Single(shell.Errors);
        Assert.StartsWith("ChatPS.NotFound", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Equal("nobody.here", error.TargetObject);
        Assert.Equal(
            ["POST /api/v4/users/usernames", "POST /api/v4/users/ids", "GET /api/v4/users/email/member%40example.com"], sandbox.Wire);
        Assert.Equal("""["member","nobody.here","sysadmin"]""", sandbox.Server.Requests[0].Body);
    }

    [Fact]
    public void Mattermost_looks_piped_names_up_together()
    {
        using var shell = sandbox.Connect(sandbox.Mattermost);
        var names = shell.Run("'member','sysadmin' | Get-ChatUser").Select(user => user.ToString());
        Assert.Equal(["member", Admin], names);
        Assert.Equal(["POST /api/v4/users/usernames"], sandbox.Wire);
    }

    [Fact]
    public void Mattermost_lists_everybody_and_stops_at_first()
    {
        using var shell = sandbox.Connect(sandbox.Mattermost);
        var all = shell.Run<ChatUser>("Get-ChatUser").Select(user => user.Id).ToList();
        Assert.True(all.Count >= 28);
        sandbox.Mattermost.Faults.MaxPageSize = 10;
        try
        {
            Assert.Equal(all, shell.Run<ChatUser>("Get-ChatUser").Select(user => user.Id));
            sandbox.Server.ClearRequests();

            Assert.Equal(12, shell.Run<ChatUser>("Get-ChatUser -First 12").Count);
            Assert.Equal(["GET /api/v4/users?per_page=12&page=0", "GET /api/v4/users?per_page=12&page=1"], sandbox.Wire);
            sandbox.Server.ClearRequests();

            Assert.Equal(3, shell.Run<ChatUser>("do { $n = 0; Get-ChatUser | ForEach-Object { $_; if (++$n -eq 3) { break } } } while ($false)").Count);
            Assert.Equal(["GET /api/v4/users?per_page=200&page=0"], sandbox.Wire);
        }
        finally
        {
            sandbox.Mattermost.Faults.MaxPageSize = null;
        }
    }

    [Fact]
    public void Mattermost_filters_by_pattern_here()
    {
        using var shell = sandbox.Connect(sandbox.Mattermost);
        Assert.Equal(["member", "mfa.member"], shell.Run<ChatUser>("Get-ChatUser *member").Select(user => user.UserName));
        Assert.Equal("member", shell.Run<ChatUser>("Get-ChatUser 'morgan*'").Single().UserName);
        Assert.Equal("member", shell.Run<ChatUser>("Get-ChatUser 'member@*'").Single().UserName);
    }

    [Theory]
    [InlineData("-Active", "active=true")]
    [InlineData("-Inactive", "inactive=true")]
    [InlineData("-Role system_admin", "role=system_admin")]
    public void Mattermost_filters_there(string parameters, string query)
    {
        using var shell = sandbox.Connect(sandbox.Mattermost);
        var users = shell.Run<ChatUser>("Get-ChatUser " + parameters);
        Assert.NotEmpty(users);
        Assert.All(users, user => Assert.True(parameters != "-Active" || user.IsActive));
        Assert.All(users, user => Assert.True(parameters != "-Inactive" || user is { IsActive: false, DeactivatedAt: not null }));
        Assert.Equal($"GET /api/v4/users?{query}&per_page=200&page=0", sandbox.Wire.First());
    }

    [Fact]
    public void Mattermost_lists_by_team_and_room()
    {
        using var shell = sandbox.Connect(sandbox.Mattermost);
        var room = shell.Run<ChatRoom>("Get-ChatRoom $args[0]", Room).Single();

        Assert.NotEmpty(shell.Run<ChatUser>("Get-ChatUser -Team northwind-harbor -Sort create_at -First 2"));
        Assert.NotEmpty(shell.Run<ChatUser>("Get-ChatUser -Room $args[0] -First 2", room));
        sandbox.Server.ClearRequests();
        Assert.Empty(shell.Run<ChatUser>("Get-ChatUser -NotInRoom $args[0]", room));
        Assert.Equal($"GET /api/v4/users?in_team={room.TeamId}&not_in_channel={room.Id}&per_page=200&page=0", sandbox.Wire.Last());

        var error = shell.Fail("Get-ChatUser -Team a -NotInTeam b");
        Assert.StartsWith("ChatPS.InvalidRequest", error.FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    [Fact]
    public void Mattermost_searches()
    {
        using var shell = sandbox.Connect(sandbox.Mattermost);
        Assert.Equal("member", shell.Run<ChatUser>("Get-ChatUser -Search morg -First 5").Single().UserName);
        var request = Assert.Single(sandbox.Server.Requests);
        Assert.Equal(("POST", "/api/v4/users/search"), (request.Method, request.Target));
        Assert.Equal("""{"term":"morg","allow_inactive":true,"limit":5}""", request.Body);

        Assert.Equal(Admin, shell.Run<ChatUser>("Get-ChatUser -Search s -Role system_admin -First 1").Single().UserName);
    }

    [Fact]
    public void Mattermost_counts_what_the_list_has()
    {
        using var shell = sandbox.Connect(sandbox.Mattermost);
        var all = shell.Run<ChatUser>("Get-ChatUser").Count;
        sandbox.Server.ClearRequests();
        var output = shell.RunClean("Get-ChatUser -First 1 -IncludeTotalCount");
        Assert.Equal($"{all}", output[0].BaseObject.ToString());
        Assert.Equal("GET /api/v4/users/stats/filtered?include_bots=true&include_deleted=true", sandbox.Wire.First());
    }

    [Fact]
    public void Conditions_do_not_go_with_one_user()
    {
        using var shell = sandbox.Connect(sandbox.Mattermost);
        Assert.StartsWith("ChatPS.InvalidRequest", shell.Fail("Get-ChatUser member -Active").FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.StartsWith("ChatPS.InvalidRequest", shell.Fail("Get-ChatUser -Active -Inactive").FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Empty(sandbox.Wire);
    }

    [Fact]
    public void Mattermost_creates_users_from_rows()
    {
        using var shell = sandbox.Connect(sandbox.Mattermost);
        const string Canary = "canary-Passw0rd";
        var created = shell.Run<ChatUser>(
            """
            $rows = [pscustomobject]@{ UserName = 'row.one'; Email = 'row.one@example.com'; FirstName = 'Row'; LastName = 'One' },
                    [pscustomobject]@{ UserName = 'member'; Email = 'other@example.com' },
                    [pscustomobject]@{ UserName = 'row.two'; Email = 'row.two@example.com'; Position = 'Second' }
            $rows | New-ChatUser -Password $args[0] -Verbose -ErrorAction SilentlyContinue
            """,
            SandboxFixture.Protect(Canary));

        Assert.Equal(["row.one", "row.two"], created.Select(user => user.UserName));
        Assert.Equal(("Row One", "Second"), (created[0].DisplayName, created[1].Position));
        Assert.Equal(
            ["POST /api/v4/users", "POST /api/v4/users", "POST /api/v4/users", $"PUT /api/v4/users/{created[1].Id}/patch"], sandbox.Wire);
        var body = JsonNode.Parse(sandbox.Server.Requests[0].Body)!;
        Assert.Equal(Canary, (string?)body["password"]);
        Assert.Equal("Row", (string?)body["first_name"]);
        Assert.Null(body["nickname"]);
        Assert.DoesNotContain(Canary, shell.Spoken, StringComparison.Ordinal);
    }

    [Fact]
    public void A_user_created_in_part_is_told_as_such()
    {
        using var shell = sandbox.Connect(sandbox.Mattermost);
        // The sandbox has no guests.
        var error = shell.Fail("New-ChatUser half.way half.way@example.com $args[0] -Guest", SandboxFixture.Protect("long-enough-1"));
        Assert.StartsWith("ChatPS.NotSupported", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains("was created", error.Exception.Message, StringComparison.Ordinal);
        Assert.EndsWith("/demote", sandbox.Wire.Last(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_name_means_each_sessions_own_user()
    {
        using var shell = sandbox.Connect(sandbox.Mattermost);
        shell.RunClean("$null = Connect-ChatService Mattermost $args[0] -Token $args[1] -Name second",
            sandbox.Mattermost.BaseUri, SandboxFixture.Protect(sandbox.Mattermost.Member.Token));
        var users = shell.Run<ChatUser>("(Get-ChatUser -Me -Session second), (Get-ChatUser sysadmin -Session second) | Get-ChatUser");
        Assert.Equal(["member", Admin], users.Select(user => user.UserName));
        Assert.All(users, user => Assert.Equal("second", user.Session.Name));
    }

    [Fact]
    public void A_taken_name_is_a_conflict()
    {
        using var shell = sandbox.Connect(sandbox.Mattermost);
        var error = shell.Fail("New-ChatUser member new@example.com $args[0]", SandboxFixture.Protect("long-enough-1"));
        Assert.StartsWith("ChatPS.Conflict", error.FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    [Fact]
    public void Mattermost_changes_only_what_is_given()
    {
        using var shell = sandbox.Connect(sandbox.Mattermost);
        var user = New(shell, "change.me");

        Assert.Empty(shell.RunClean("Set-ChatUser change.me -Nickname ''  -Position Tester"));
        Assert.Equal(["GET /api/v4/users/username/change.me", $"PUT /api/v4/users/{user.Id}/patch"], sandbox.Wire);
        Assert.Equal("""{"nickname":"","position":"Tester"}""", sandbox.Server.Requests[1].Body);
        sandbox.Server.ClearRequests();

        var changed = shell.Run<ChatUser>(
            "$args[0] | Set-ChatUser -LastName New -Role system_user, system_admin -Password $args[1] -Active:$false -PassThru",
            user, SandboxFixture.Protect("another-Passw0rd")).Single();
        Assert.Equal(("New", false, "Tester"), (changed.LastName, changed.IsActive, changed.Position));
        Assert.Equal(["system_user", "system_admin"], changed.Roles);
        Assert.Equal(
            new[] { "PUT roles", "PUT password", "PUT patch", "PUT active", $"GET {user.Id}" },
            sandbox.Server.Requests.Select(r => $"{r.Method} {r.Target.Split('/')[^1]}"));
        Assert.Equal("""{"active":false}""", sandbox.Server.Requests[3].Body);
        sandbox.Server.ClearRequests();

        shell.RunClean("Set-ChatUser $args[0] -Active", user.Id);
        Assert.Equal("""{"active":true}""", Assert.Single(sandbox.Server.Requests).Body);
    }

    [Fact]
    public void Set_looks_names_up_together_and_goes_on_after_a_failure()
    {
        using var shell = sandbox.Connect(sandbox.Mattermost);
        New(shell, "batch.one");
        New(shell, "batch.two");
        var changed = shell.Run("Set-ChatUser batch.one, nobody.here, batch.two -Position Batch -PassThru -ThrottleLimit 4");

        Assert.Equal(["batch.one", "batch.two"], changed.Select(user => user.ToString()));
        Assert.Equal("nobody.here", Assert.Single(shell.Errors).TargetObject);
        Assert.Equal("POST /api/v4/users/usernames", sandbox.Wire.First());
        Assert.Equal(2, sandbox.Wire.Count(line => line.EndsWith("/patch", StringComparison.Ordinal)));
    }

    [Fact]
    public void Set_without_a_change_sends_nothing()
    {
        using var shell = sandbox.Connect(sandbox.Mattermost);
        Assert.StartsWith("ChatPS.InvalidRequest", shell.Fail("Set-ChatUser member").FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Empty(sandbox.Wire);
    }

    [Fact]
    public void Remove_deactivates_or_deletes()
    {
        using var shell = sandbox.Connect(sandbox.Mattermost);
        var user = New(shell, "remove.me");

        Assert.Empty(shell.RunClean("$args[0] | Remove-ChatUser -Force", user));
        Assert.False(shell.Run<ChatUser>("Get-ChatUser $args[0]", user.Id).Single().IsActive);
        shell.RunClean("Remove-ChatUser remove.me -Permanent -Confirm:$false");
        Assert.Equal($"DELETE /api/v4/users/{user.Id}", sandbox.Wire.First());
        Assert.Equal($"DELETE /api/v4/users/{user.Id}?permanent=true", sandbox.Wire.Last());
    }

    [Theory]
    [InlineData("New-ChatUser new.one new@example.com $args[0] -WhatIf")]
    [InlineData("Set-ChatUser member, sysadmin -Nickname Mo -WhatIf")]
    [InlineData("Remove-ChatUser member, sysadmin -Force -WhatIf")]
    public void WhatIf_sends_nothing(string script)
    {
        using var shell = sandbox.Connect(sandbox.Mattermost);
        Assert.Empty(shell.RunClean(script, SandboxFixture.Protect("long-enough-1")));
        Assert.Empty(sandbox.Wire);
    }

    [Theory]
    [InlineData("..")]
    [InlineData("a/b#c")]
    [InlineData("żółw")]
    public void Hostile_names_stay_in_their_segment(string name)
    {
        using var shell = sandbox.Connect(sandbox.Mattermost);
        shell.Fail("Get-ChatUser $args[0]", name);
        Assert.All(sandbox.Wire, line => Assert.StartsWith("GET /api/v4/users/username/", line, StringComparison.Ordinal));
        Assert.All(sandbox.Wire, line => Assert.Equal(5, line.Count(c => c == '/')));
    }

    [Fact]
    public void Gitter_gets_oneself_and_others_by_name()
    {
        using var shell = sandbox.Connect(sandbox.Gitter);
        var (me, other) = (sandbox.Gitter.Admin, sandbox.Gitter.Member);
        Assert.Equal(me.UserId, shell.Run<ChatUser>("Get-ChatUser -Me").Single().Id);
        Assert.Equal(other.UserId, shell.Run<ChatUser>("Get-ChatUser $args[0]", other.UserName).Single().Id);
        Assert.Equal(["GET /v1/user/me", $"GET /v1/users/{other.UserName}"], sandbox.Wire);

        var error = shell.Fail("Get-ChatUser $args[0]", other.UserId);
        Assert.Contains("user name", error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
    }

    [Fact]
    public void Gitter_has_no_list_of_everybody()
    {
        using var shell = sandbox.Connect(sandbox.Gitter);
        var error = shell.Fail("Get-ChatUser");
        Assert.StartsWith("ChatPS.NotSupported", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains("-Search", error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
        Assert.StartsWith("ChatPS.NotSupported", shell.Fail("Get-ChatUser -Search a -Role x").FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Empty(sandbox.Wire);
    }

    [Fact]
    public void Gitter_searches_and_lists_a_room()
    {
        using var shell = sandbox.Connect(sandbox.Gitter);
        Assert.Equal(3, shell.Run<ChatUser>("Get-ChatUser -Search a -First 3").Count);
        Assert.Equal(["GET /v1/user?q=a&limit=3&skip=0"], sandbox.Wire);

        var room = shell.Run<ChatRoom>("Get-ChatRoom -First 1").Single();
        sandbox.Server.ClearRequests();
        Assert.Equal(2, shell.Run<ChatUser>("Get-ChatUser -Room $args[0] -First 2", room).Count);
        Assert.Equal([$"GET /v1/rooms/{room.Id}/users?limit=2&skip=0"], sandbox.Wire);
    }

    [Theory]
    [InlineData("New-ChatUser a a@example.com $args[0]")]
    [InlineData("Set-ChatUser a -Nickname b")]
    [InlineData("Remove-ChatUser a -Permanent -Force")]
    public void Gitter_cannot_manage_accounts(string script)
    {
        using var shell = sandbox.Connect(sandbox.Gitter);
        var error = shell.Fail(script, SandboxFixture.Protect("long-enough-1"));
        Assert.StartsWith("ChatPS.NotSupported", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Empty(sandbox.Wire);
    }

    [Fact]
    public async Task Gitter_deletes_the_own_account()
    {
        // In a sandbox of its own: the account is gone afterwards.
        var other = new SandboxFixture { IsBeside = true };
        await other.InitializeAsync();
        try
        {
            using var shell = other.Connect(other.Gitter, other.Gitter.Member);
            shell.RunClean("Remove-ChatUser me -Force");
            Assert.Equal([$"DELETE /v1/user/{other.Gitter.Member.UserId}"], other.Wire);
        }
        finally
        {
            await other.DisposeAsync();
        }
    }

    // ---- Heroku ------------------------------------------------------------------------------------------------------------

    [Fact]
    public void Heroku_shows_oneself_and_who_is_named()
    {
        using var shell = sandbox.Connect(sandbox.Heroku);
        var admin = sandbox.Heroku.Admin;
        var me = shell.Run<ChatUser>("Get-ChatUser -Me").Single();
        Assert.Equal(["GET /account"], sandbox.Wire);
        Assert.Equal((admin.UserId, admin.Email, admin.Email, true), (me.Id, me.UserName, me.Email, me.IsActive));
        Assert.NotNull(me.DisplayName);
        Assert.False((bool)shell.RunClean("(Get-ChatUser -Me).TwoFactorAuthentication").Single().BaseObject);

        sandbox.Server.ClearRequests();
        var found = shell.Run("$args[0], 'nobody@example.com', $args[1] | Get-ChatUser", admin.Email, admin.UserId);
        Assert.Equal(
            [$"GET /users/{Uri.EscapeDataString(admin.Email)}", "GET /users/nobody%40example.com", $"GET /users/{admin.UserId}"], sandbox.Wire);
        Assert.Equal(2, found.Count);
        Assert.Equal("nobody@example.com", Assert.Single(shell.Errors).TargetObject);
    }

    [Theory]
    [InlineData("Get-ChatUser")]
    [InlineData("Get-ChatUser a*")]
    [InlineData("Get-ChatUser -Team ops")]
    public void Heroku_has_no_list_of_everybody(string command)
    {
        using var shell = sandbox.Connect(sandbox.Heroku);
        var error = shell.Fail(command);
        Assert.StartsWith("ChatPS.NotSupported", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains("Get-ChatTeamUser", error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
        Assert.Empty(sandbox.Wire);
    }

    [Fact]
    public void Heroku_changes_the_name_and_takes_it_away()
    {
        using var shell = sandbox.Connect(sandbox.Heroku, sandbox.Heroku.Member);
        Assert.Equal("New Name", shell.Run<ChatUser>("Set-ChatUser me -DisplayName 'New Name' -PassThru").Single().DisplayName);
        Assert.Equal(["PATCH /users/~"], sandbox.Wire);
        Assert.Equal("""{"name":"New Name"}""", sandbox.Server.Requests[^1].Body);
        Assert.Null(shell.Run<ChatUser>("Get-ChatUser -Me | Set-ChatUser -DisplayName $null -PassThru").Single().DisplayName);
        Assert.Equal($"PATCH /users/{sandbox.Heroku.Member.UserId}", sandbox.Wire.Last());
        Assert.Equal("""{"name":null}""", sandbox.Server.Requests[^1].Body);
    }

    [Theory]
    [InlineData("Set-ChatUser me -UserName x")]
    [InlineData("Set-ChatUser me -FirstName x")]
    [InlineData("Set-ChatUser me -LastName x")]
    [InlineData("Set-ChatUser me -Nickname x")]
    [InlineData("Set-ChatUser me -Email x@example.com")]
    [InlineData("Set-ChatUser me -Position x")]
    [InlineData("Set-ChatUser me -Locale en")]
    [InlineData("Set-ChatUser me -Password $args[0]")]
    [InlineData("Set-ChatUser me -DisplayName x -CurrentPassword $args[0]")]
    [InlineData("Set-ChatUser me -Role x")]
    [InlineData("Set-ChatUser me -Guest:$false")]
    [InlineData("Set-ChatUser me -Active:$false")]
    [InlineData("New-ChatUser a a@example.com $args[0]")]
    public void Heroku_refuses_what_an_account_does_not_have_here(string script)
    {
        using var shell = sandbox.Connect(sandbox.Heroku);
        var error = shell.Fail(script, SandboxFixture.Protect("long-enough-1"));
        Assert.StartsWith("ChatPS.NotSupported", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Empty(sandbox.Wire);
    }

    [Fact]
    public void Mattermost_has_no_whole_names()
    {
        using var shell = sandbox.Connect(sandbox.Mattermost);
        Assert.StartsWith("ChatPS.NotSupported", shell.Fail("Set-ChatUser me -DisplayName x").FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Empty(sandbox.Wire);
    }

    [Fact]
    public async Task Heroku_deletes_accounts_that_own_nothing_any_more()
    {
        // In a sandbox of its own: the account is gone afterwards.
        var other = new SandboxFixture { IsBeside = true };
        await other.InitializeAsync();
        try
        {
            using var shell = other.Connect(other.Heroku, other.Heroku.Member);
            shell.RunClean("Remove-ChatUser me -WhatIf; Remove-ChatUser me -WhatIf -Force");
            Assert.Empty(other.Wire);
            // As long as it owns apps the server keeps it.
            Assert.StartsWith("ChatPS.InvalidRequest", shell.Fail("Remove-ChatUser me -Force").FullyQualifiedErrorId, StringComparison.Ordinal);
            shell.RunClean("Get-ChatApp -Me | Where-Object Owner -eq $args[0] | Remove-ChatApp -Force", other.Heroku.Member.Email);
            other.Server.ClearRequests();
            shell.RunClean("Remove-ChatUser $args[0] -Force", other.Heroku.Member.Email);
            Assert.Equal([$"DELETE /users/{Uri.EscapeDataString(other.Heroku.Member.Email)}"], other.Wire);
            Assert.StartsWith("ChatPS.Unauthorized", shell.Fail("Get-ChatUser -Me").FullyQualifiedErrorId, StringComparison.Ordinal);
        }
        finally
        {
            await other.DisposeAsync();
        }
    }

    private ChatUser New(Shell shell, string name)
    {
        var user = shell.Run<ChatUser>("New-ChatUser $args[0] \"$($args[0])@example.com\" $args[1]", name, SandboxFixture.Protect("long-enough-1")).Single();
        sandbox.Server.ClearRequests();
        return user;
    }
}
