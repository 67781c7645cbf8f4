namespace ChatPS.Tests.Cmdlets;

public sealed class ChatTeamTests(SandboxFixture sandbox) : IClassFixture<SandboxFixture>
{
    private const string Open = "northwind-harbor";
    private const string Closed = "cobalt-foundry";
    private const string Archived = "closed-venture";

    private string Body(int request) => sandbox.Server.Requests.ElementAt(request).Body;

    // ---- Mattermost: reading ---------------------------------------------------------------------------------------------

    [Fact]
    public void List_goes_page_by_page_and_leaves_archived_teams_out()
    {
        using var shell = sandbox.Connect(sandbox.Mattermost);
        var teams = shell.Run<ChatTeam>("Get-ChatTeam");
        Assert.Contains(teams, t => t is { Name: Open, IsOpen: true, IsArchived: false, DisplayName: "Northwind Harbor" });
        Assert.Contains(teams, t => t is { Name: Closed, IsOpen: false });
        Assert.DoesNotContain(teams, t => t.IsArchived);
        Assert.Equal(["GET /api/v4/teams?per_page=200&page=0", "GET /api/v4/teams?per_page=200&page=1"], sandbox.Wire);
    }

    [Fact]
    public void Archived_teams_and_the_total_come_when_asked_for()
    {
        using var shell = sandbox.Connect(sandbox.Mattermost);
        var output = shell.RunClean("Get-ChatTeam -IncludeArchived -IncludeTotalCount");
        Assert.Equal((ulong)(output.Count - 1), output[0].BaseObject);
        Assert.Contains(output.Skip(1), o => o.BaseObject is ChatTeam { Name: Archived, IsArchived: true, ArchivedAt: not null });
        Assert.Equal("GET /api/v4/teams?per_page=1&include_total_count=true", sandbox.Wire.First());
    }

    [Fact]
    public void First_fetches_no_page_too_many()
    {
        using var shell = sandbox.Connect(sandbox.Mattermost);
        Assert.Single(shell.Run<ChatTeam>("Get-ChatTeam -IncludeArchived -First 1"));
        Assert.Equal(["GET /api/v4/teams?per_page=1&page=0"], sandbox.Wire);

        sandbox.Server.ClearRequests();
        Assert.Single(shell.Run<ChatTeam>("Get-ChatTeam -First 1"));
        Assert.Single(sandbox.Wire);
    }

    [Fact]
    public void One_team_is_found_by_id_by_name_or_by_property()
    {
        using var shell = sandbox.Connect(sandbox.Mattermost);
        var team = Assert.Single(shell.Run<ChatTeam>("Get-ChatTeam $args[0]", Open));
        Assert.Equal([$"GET /api/v4/teams/name/{Open}"], sandbox.Wire);

        sandbox.Server.ClearRequests();
        Assert.Equal(Open, Assert.Single(shell.Run<ChatTeam>("[pscustomobject]@{ TeamId = $args[0] } | Get-ChatTeam", team.Id)).Name);
        Assert.Equal([$"GET /api/v4/teams/{team.Id}"], sandbox.Wire);
    }

    [Fact]
    public void Fields_without_a_property_of_their_own_stay_readable()
    {
        using var shell = sandbox.Connect(sandbox.Mattermost);
        Assert.Equal("O", Assert.Single(shell.RunClean("(Get-ChatTeam $args[0]).Type", Open)).BaseObject);
    }

    [Theory]
    [InlineData("cobalt*")]
    [InlineData("?OBALT found*")]
    public void Patterns_fit_names_and_display_names(string pattern)
    {
        using var shell = sandbox.Connect(sandbox.Mattermost);
        Assert.Equal(Closed, Assert.Single(shell.Run<ChatTeam>("Get-ChatTeam $args[0]", pattern)).Name);
    }

    [Fact]
    public void Me_lists_my_teams()
    {
        using var shell = sandbox.Connect(sandbox.Mattermost, sandbox.Mattermost.Member);
        Assert.Contains(shell.Run<ChatTeam>("Get-ChatTeam -Me"), t => t.Name == Open);
        Assert.Equal(["GET /api/v4/users/me/teams"], sandbox.Wire);
    }

    [Fact]
    public void Search_is_the_servers_and_paged_for_administrators_only()
    {
        using var admin = sandbox.Connect(sandbox.Mattermost);
        Assert.Equal(Open, Assert.Single(admin.Run<ChatTeam>("Get-ChatTeam -Search northwind")).Name);
        Assert.Equal("POST /api/v4/teams/search", sandbox.Wire.First());
        Assert.Equal("""{"term":"northwind","per_page":200,"page":0}""", Body(0));

        using var member = sandbox.Connect(sandbox.Mattermost, sandbox.Mattermost.Member);
        Assert.Equal(Open, Assert.Single(member.Run<ChatTeam>("Get-ChatTeam -Search northwind")).Name);
        Assert.Equal("""{"term":"northwind"}""", Body(0));
        Assert.Single(sandbox.Wire);
    }

    [Fact]
    public void A_team_that_is_not_there_leaves_the_others_found()
    {
        using var shell = sandbox.Connect(sandbox.Mattermost);
        var found = shell.Run("$args[0] | Get-ChatTeam", (object)new[] { Open, "no-such-team", Closed });
        Assert.Equal([Open, Closed], found.Select(o => o.ToString()));
        var error = Assert.Single(shell.Errors);
        Assert.StartsWith("ChatPS.NotFound", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Equal("no-such-team", error.TargetObject);
    }

    // ---- Mattermost: writing ---------------------------------------------------------------------------------------------

    [Fact]
    public void New_sends_what_create_takes_and_patches_the_rest()
    {
        using var shell = sandbox.Connect(sandbox.Mattermost);
        var team = Assert.Single(shell.Run<ChatTeam>("New-ChatTeam zeta-open 'Zeta Open' -Description 'All of it' -Open"));
        Assert.True(team is { Name: "zeta-open", DisplayName: "Zeta Open", Description: "All of it", IsOpen: true });
        Assert.Equal(["POST /api/v4/teams", $"PUT /api/v4/teams/{team.Id}/patch"], sandbox.Wire);
        Assert.Equal("""{"name":"zeta-open","display_name":"Zeta Open","type":"O"}""", Body(0));
        Assert.Equal("""{"description":"All of it","allow_open_invite":true}""", Body(1));
    }

    [Fact]
    public void New_takes_rows_of_a_table()
    {
        using var shell = sandbox.Connect(sandbox.Mattermost);
        var teams = shell.Run<ChatTeam>("""
            [pscustomobject]@{ Name = 'zeta-a'; DisplayName = 'Zeta A' },
            [pscustomobject]@{ Name = 'zeta-b'; DisplayName = 'Zeta B' } | New-ChatTeam
            """);
        Assert.Equal(["Zeta A", "Zeta B"], teams.Select(t => t.DisplayName));
        Assert.All(teams, t => Assert.False(t.IsOpen));
        Assert.Equal(["POST /api/v4/teams", "POST /api/v4/teams"], sandbox.Wire);
    }

    [Fact]
    public void A_taken_name_leaves_the_others_created()
    {
        using var shell = sandbox.Connect(sandbox.Mattermost);
        var created = shell.Run("$args[0] | New-ChatTeam", (object)new[] { "zeta-one", Open, "zeta-two" });
        Assert.Equal(["zeta-one", "zeta-two"], created.Select(o => o.ToString()));
        Assert.StartsWith("ChatPS.Conflict", Assert.Single(shell.Errors).FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    [Fact]
    public void A_patch_that_fails_tells_that_the_team_is_there()
    {
        using var shell = sandbox.Connect(sandbox.Mattermost);
        sandbox.Mattermost.Faults.AppliesTo = (_, path) => path.EndsWith("/patch", StringComparison.Ordinal);
        sandbox.Mattermost.Faults.FailNext(1);
        try
        {
            var error = shell.Fail("New-ChatTeam zeta-half -Description x -Retry @{ MaxRetries = 0 }");
            Assert.Contains("'zeta-half' was created", error.Exception.Message, StringComparison.Ordinal);
        }
        finally
        {
            sandbox.Mattermost.Faults.Clear();
        }
        Assert.Single(shell.Run<ChatTeam>("Get-ChatTeam zeta-half"));
    }

    [Fact]
    public void Set_sends_only_what_was_given()
    {
        using var shell = sandbox.Connect(sandbox.Mattermost);
        var team = Assert.Single(shell.Run<ChatTeam>("New-ChatTeam zeta-set -Description old"));
        sandbox.Server.ClearRequests();

        Assert.Empty(shell.RunClean("$args[0] | Set-ChatTeam -DisplayName 'Zeta Set'", team));
        Assert.Equal([$"PUT /api/v4/teams/{team.Id}/patch"], sandbox.Wire);
        Assert.Equal("""{"display_name":"Zeta Set"}""", Body(0));

        sandbox.Server.ClearRequests();
        var changed = Assert.Single(shell.Run<ChatTeam>("Set-ChatTeam zeta-set -Description '' -Open -PassThru"));
        Assert.True(changed is { DisplayName: "Zeta Set", Description: "", IsOpen: true });
        Assert.Equal(
            ["GET /api/v4/teams/name/zeta-set", $"PUT /api/v4/teams/{team.Id}/privacy", $"PUT /api/v4/teams/{team.Id}/patch"], sandbox.Wire);
        Assert.Equal("""{"privacy":"O"}""", Body(1));
        Assert.Equal("""{"description":""}""", Body(2));
    }

    [Fact]
    public void Set_archives_after_the_changes_and_brings_back_before_them()
    {
        using var shell = sandbox.Connect(sandbox.Mattermost);
        var team = Assert.Single(shell.Run<ChatTeam>("New-ChatTeam zeta-archive"));
        sandbox.Server.ClearRequests();
        Assert.True(Assert.Single(shell.Run<ChatTeam>("Set-ChatTeam $args[0] -Description bye -Archived -PassThru", team)).IsArchived);
        Assert.False(Assert.Single(shell.Run<ChatTeam>("Set-ChatTeam $args[0] -Description back -Archived:$false -PassThru", team)).IsArchived);
        var at = $"/api/v4/teams/{team.Id}";
        Assert.Equal([$"PUT {at}/patch", $"DELETE {at}", $"GET {at}", $"POST {at}/restore", $"PUT {at}/patch"], sandbox.Wire);
    }

    [Fact]
    public void Set_wants_something_to_change()
    {
        using var shell = sandbox.Connect(sandbox.Mattermost);
        Assert.StartsWith("ChatPS.InvalidRequest", shell.Fail("Set-ChatTeam x").FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Empty(sandbox.Wire);
    }

    [Fact]
    public void Remove_archives_and_Restore_brings_back()
    {
        using var shell = sandbox.Connect(sandbox.Mattermost);
        var team = Assert.Single(shell.Run<ChatTeam>("New-ChatTeam zeta-gone"));
        sandbox.Server.ClearRequests();
        Assert.Empty(shell.RunClean("$args[0] | Remove-ChatTeam -Force", team));
        Assert.True(Assert.Single(shell.Run<ChatTeam>("Get-ChatTeam $args[0]", team.Id)).IsArchived);
        var back = Assert.Single(shell.Run<ChatTeam>("Restore-ChatTeam $args[0] -PassThru", team.Id));
        Assert.False(back.IsArchived);
        Assert.Equal(
            [$"DELETE /api/v4/teams/{team.Id}", $"GET /api/v4/teams/{team.Id}", $"POST /api/v4/teams/{team.Id}/restore"], sandbox.Wire);
    }

    [Fact]
    public void Remove_permanently_asks_the_server_for_it()
    {
        using var shell = sandbox.Connect(sandbox.Mattermost);
        var team = Assert.Single(shell.Run<ChatTeam>("New-ChatTeam zeta-lost"));
        sandbox.Server.ClearRequests();
        shell.RunClean("Remove-ChatTeam $args[0] -Permanent -Confirm:$false", team);
        Assert.Equal([$"DELETE /api/v4/teams/{team.Id}?permanent=true"], sandbox.Wire);
        Assert.StartsWith("ChatPS.NotFound", shell.Fail("Get-ChatTeam $args[0]", team.Id).FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("New-ChatTeam zeta-never -WhatIf")]
    [InlineData("Set-ChatTeam northwind-harbor -DisplayName x -WhatIf")]
    [InlineData("Remove-ChatTeam northwind-harbor -Force -WhatIf")]
    [InlineData("Restore-ChatTeam closed-venture -WhatIf")]
    public void WhatIf_sends_nothing(string command)
    {
        using var shell = sandbox.Connect(sandbox.Mattermost);
        Assert.Empty(shell.RunClean(command));
        Assert.Empty(sandbox.Wire);
    }

    [Fact]
    public void A_failing_team_in_the_middle_leaves_the_others_changed()
    {
        using var shell = sandbox.Connect(sandbox.Mattermost);
        shell.RunClean("$null = 'zeta-x', 'zeta-y' | New-ChatTeam");
        shell.Run("'zeta-x', 'zeta-none', 'zeta-y' | Set-ChatTeam -Description done -ThrottleLimit 3");
        Assert.Equal("zeta-none", Assert.Single(shell.Errors).TargetObject);
        Assert.All(shell.Run<ChatTeam>("'zeta-x', 'zeta-y' | Get-ChatTeam"), t => Assert.Equal("done", t.Description));
    }

    // ---- Gitter ------------------------------------------------------------------------------------------------------------

    [Fact]
    public void Gitter_lists_groups()
    {
        using var shell = sandbox.Connect(sandbox.Gitter);
        var groups = shell.Run<ChatTeam>("Get-ChatTeam");
        Assert.Contains(groups, g => g is { Name: Open, DisplayName: "Northwind Harbor", Platform: ChatPlatform.Gitter });
        Assert.Equal(["GET /v1/groups"], sandbox.Wire);
        sandbox.Server.ClearRequests();
        Assert.NotEmpty(shell.Run<ChatTeam>("Get-ChatTeam -Me -First 1"));
        Assert.Equal([$"GET /v1/user/{sandbox.Gitter.Admin.UserId}/groups"], sandbox.Wire);
    }

    [Theory]
    [InlineData("northwind-harbor")]
    [InlineData("Northwind Harbor")]
    public void Gitter_finds_a_group_by_uri_name_or_id(string name)
    {
        using var shell = sandbox.Connect(sandbox.Gitter);
        var group = Assert.Single(shell.Run<ChatTeam>("Get-ChatTeam $args[0]", name));
        Assert.Equal(["GET /v1/groups"], sandbox.Wire);
        sandbox.Server.ClearRequests();
        Assert.Equal(Open, Assert.Single(shell.Run<ChatTeam>("Get-ChatTeam $args[0]", group.Id)).Name);
        Assert.Equal([$"GET /v1/groups/{group.Id}"], sandbox.Wire);
    }

    [Fact]
    public void Gitter_tells_of_an_unknown_group()
    {
        using var shell = sandbox.Connect(sandbox.Gitter);
        Assert.StartsWith("ChatPS.NotFound", shell.Fail("Get-ChatTeam nobodys").FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Equal(["GET /v1/groups", "GET /v1/groups?type=admin"], sandbox.Wire);
    }

    [Fact]
    public void Gitter_says_that_its_api_creates_no_groups()
    {
        using var shell = sandbox.Connect(sandbox.Gitter);
        var error = shell.Fail("New-ChatTeam mine");
        Assert.StartsWith("ChatPS.NotSupported", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains("does not create groups", error.Exception.Message, StringComparison.Ordinal);
        Assert.Equal(["POST /v1/groups"], sandbox.Wire);
        Assert.Equal("""{"uri":"mine","name":"mine"}""", Body(0));
    }

    [Theory]
    [InlineData("Set-ChatTeam northwind-harbor -DisplayName x")]
    [InlineData("Remove-ChatTeam northwind-harbor -Force")]
    [InlineData("Restore-ChatTeam northwind-harbor")]
    [InlineData("Get-ChatTeam -Search x")]
    [InlineData("Get-ChatTeam -IncludeArchived")]
    [InlineData("New-ChatTeam x -Open")]
    public void Gitter_lacks_the_rest_and_is_not_asked(string command)
    {
        using var shell = sandbox.Connect(sandbox.Gitter);
        Assert.StartsWith("ChatPS.NotSupported", shell.Fail(command).FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Empty(sandbox.Wire);
    }

    [Fact]
    public void Gitters_rooms_can_be_asked_for_by_a_groups_name_or_the_sessions_group()
    {
        using var shell = sandbox.Connect(sandbox.Gitter);
        var rooms = shell.Run<ChatRoom>("Get-ChatRoom -Team $args[0]", Open);
        var group = Assert.Single(rooms.Select(room => room.TeamId).Distinct());
        Assert.Equal(["GET /v1/groups", $"GET /v1/groups/{group}/rooms"], sandbox.Wire);
        var mine = shell.Run<ChatRoom>("Set-ChatSession -Team $args[0]; Get-ChatRoom", Open);
        Assert.Equal(rooms.Select(r => r.Id), mine.Select(r => r.Id));
    }

    // ---- Heroku: the organizations of the client of 2015 -------------------------------------------------------------------

    [Fact]
    public void OrganizationList_lists_ones_teams_on_Heroku()
    {
        using var shell = sandbox.Connect(sandbox.Heroku);
        var ops = shell.Run<ChatTeam>("Get-ChatTeam").Single(t => t.Name == "ops");
        Assert.Equal(["GET /teams"], sandbox.Wire);
        Assert.Equal(("admin", false, 25, ops.Id), (ops.MyRole, ops.IsDefault, ops.MembershipLimit, ops.TeamId));
        Assert.Equal("team", shell.RunClean("(Get-ChatTeam ops).Type").Single().BaseObject);
        Assert.Equal("GET /teams/ops", sandbox.Wire.Last());

        sandbox.Server.ClearRequests();
        Assert.Single(shell.Run<ChatTeam>("Get-ChatTeam -Me -First 1 -SortBy name -Descending"));
        Assert.Equal(["GET /teams"], sandbox.Wire);
        Assert.Equal("name ..; max=1, order=desc", sandbox.Server.Requests[0].Header("Range"));

        var found = shell.Run("'ops', 'no-such-team', 'storefr*' | Get-ChatTeam");
        Assert.Equal(["ops", "storefront"], found.Select(o => o.ToString()));
        Assert.Equal("no-such-team", Assert.Single(shell.Errors).TargetObject);
    }

    [Fact]
    public void OrganizationUpdate_makes_a_team_the_default_on_Heroku()
    {
        using var shell = sandbox.Connect(sandbox.Heroku);
        Assert.True(shell.Run<ChatTeam>("Set-ChatTeam storefront -Default -PassThru").Single().IsDefault);
        Assert.Equal(["PATCH /teams/storefront"], sandbox.Wire);
        Assert.Equal("""{"default":true}""", Body(0));
        var team = shell.Run<ChatTeam>("Get-ChatTeam storefront | Set-ChatTeam -Default:$false -PassThru").Single();
        Assert.False(team.IsDefault);
        Assert.Equal($"PATCH /teams/{team.Id}", sandbox.Wire.Last());
    }

    [Fact]
    public void Heroku_creates_renames_and_deletes_teams()
    {
        using var shell = sandbox.Connect(sandbox.Heroku);
        var teams = shell.Run<ChatTeam>("[pscustomobject]@{ Name = 'zeta-a' }, [pscustomobject]@{ Name = 'zeta-b' } | New-ChatTeam");
        Assert.Equal(["POST /teams", "POST /teams"], sandbox.Wire);
        Assert.Equal("""{"name":"zeta-a"}""", Body(0));

        sandbox.Server.ClearRequests();
        Assert.Equal("zeta-c", shell.Run<ChatTeam>("$args[0] | Set-ChatTeam -Name zeta-c -PassThru", teams[0]).Single().Name);
        Assert.Equal("""{"name":"zeta-c"}""", Body(0));
        var error = shell.Fail("'zeta-c', 'no-such-team', 'zeta-b' | Remove-ChatTeam -Force");
        Assert.Equal("no-such-team", error.TargetObject);
        Assert.Equal(["DELETE /teams/zeta-c", "DELETE /teams/no-such-team", "DELETE /teams/zeta-b"], sandbox.Wire.Skip(1));
        Assert.Empty(shell.RunClean("Get-ChatTeam zeta-*"));
    }

    [Fact]
    public void Teams_of_an_enterprise_account_have_operations_of_their_own()
    {
        using var shell = sandbox.Connect(sandbox.Heroku);
        // The sandbox has no such accounts, and says so.
        shell.Fail("Get-ChatTeam -EnterpriseAccount example");
        shell.Fail("New-ChatTeam zeta-big -EnterpriseAccount example");
        Assert.Equal(["GET /enterprise-accounts/example/teams", "POST /enterprise-accounts/example/teams"], sandbox.Wire);
        Assert.Equal("""{"name":"zeta-big"}""", Body(1));
    }

    [Theory]
    [InlineData("Get-ChatTeam -Search x")]
    [InlineData("Get-ChatTeam -IncludeArchived")]
    [InlineData("New-ChatTeam zeta-x -DisplayName X")]
    [InlineData("New-ChatTeam zeta-x -Description x")]
    [InlineData("New-ChatTeam zeta-x -Open")]
    [InlineData("Set-ChatTeam ops -DisplayName X")]
    [InlineData("Set-ChatTeam ops -Description x")]
    [InlineData("Set-ChatTeam ops -Open:$false")]
    [InlineData("Set-ChatTeam ops -Archived")]
    [InlineData("Restore-ChatTeam ops")]
    public void What_Heroku_has_no_place_for_is_refused_before_anything_is_sent(string command)
    {
        using var shell = sandbox.Connect(sandbox.Heroku);
        Assert.StartsWith("ChatPS.NotSupported", shell.Fail(command).FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Empty(sandbox.Wire);
    }

    [Theory]
    [InlineData("Get-ChatTeam -EnterpriseAccount x")]
    [InlineData("New-ChatTeam zeta-x -EnterpriseAccount x")]
    [InlineData("Set-ChatTeam northwind-harbor -Name x")]
    [InlineData("Set-ChatTeam northwind-harbor -Default")]
    [InlineData("Get-ChatTeam -SortBy name")]
    [InlineData("Get-ChatTeamUser northwind-harbor -Descending")]
    [InlineData("Add-ChatTeamUser member northwind-harbor -Role Admin")]
    [InlineData("Add-ChatTeamUser member northwind-harbor -Federated")]
    [InlineData("Set-ChatTeamUser member northwind-harbor -Role Viewer")]
    [InlineData("Set-ChatTeamUser member northwind-harbor -Role Admin -Federated:$false")]
    public void What_only_Heroku_has_is_refused_elsewhere(string command)
    {
        using var shell = sandbox.Connect(sandbox.Mattermost);
        Assert.StartsWith("ChatPS.NotSupported", shell.Fail(command).FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Empty(sandbox.Wire);
    }
}
