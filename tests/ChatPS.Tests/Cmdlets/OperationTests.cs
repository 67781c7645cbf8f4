using System.Management.Automation;
using System.Text.Json.Nodes;
using ChatPS.Client.Catalog;

namespace ChatPS.Tests.Cmdlets;

public sealed class OperationTests(SandboxFixture sandbox) : IClassFixture<SandboxFixture>
{
    private static readonly byte[] Picture = [1, 0, 2, 255, 13, 10];

    [Fact]
    public void Operations_are_listed_without_a_session()
    {
        using var shell = new Shell();
        var all = shell.Run<ChatOperation>("Get-ChatOperation -IncludeDeprecated");
        Assert.Equal(OperationCatalog.Load("Gitter").Operations.Count, all.Count(o => o.Platform == ChatPlatform.Gitter));
        Assert.Equal(OperationCatalog.Load("Mattermost").Operations.Count, all.Count(o => o.Platform == ChatPlatform.Mattermost));
    }

    [Fact]
    public void Operations_are_those_of_the_sessions_platform()
    {
        using var shell = sandbox.Connect(sandbox.Mattermost);
        Assert.All(shell.Run<ChatOperation>("Get-ChatOperation"), o => Assert.Equal(ChatPlatform.Mattermost, o.Platform));
        Assert.All(shell.Run<ChatOperation>("Get-ChatOperation -Platform Gitter"), o => Assert.Equal(ChatPlatform.Gitter, o.Platform));
        Assert.Empty(sandbox.Wire);
    }

    [Fact]
    public void Operations_are_found_by_pattern_words_group_and_method()
    {
        using var shell = new Shell();
        Assert.All(
            shell.Run<ChatOperation>("Get-ChatOperation *reaction* -Platform Mattermost"),
            o => Assert.Contains("reaction", o.Id, StringComparison.OrdinalIgnoreCase));
        Assert.Contains(shell.Run<ChatOperation>("Get-ChatOperation -Search 'channel members' -Platform Mattermost"), o => o.Id == "GetChannelMembers");
        Assert.All(
            shell.Run<ChatOperation>("Get-ChatOperation -Group user* -Method DELETE -Platform Mattermost"),
            o => Assert.True(o.Method == "DELETE" && o.Group.StartsWith("user", StringComparison.Ordinal)));
        Assert.Equal(["GetPing", "GetUser"], shell.Run<ChatOperation>("'GetPing', 'getuser' | Get-ChatOperation -Platform Mattermost").Select(o => o.Id));
    }

    [Fact]
    public void An_operation_tells_what_it_takes()
    {
        using var shell = new Shell();
        var operation = Assert.Single(shell.Run<ChatOperation>("Get-ChatOperation CreateChannel -Platform Mattermost"));
        var team = operation.Parameters.Single(p => p.Name == "team_id");
        Assert.Equal(("TeamId", "Body", "string", true), (team.Parameter, team.In, team.Type, team.Required));
        Assert.False(operation.IsRead);
        Assert.Equal("Channel", operation.Result);
        Assert.StartsWith("Invoke-ChatOperation CreateChannel -TeamId <string>", operation.Syntax, StringComparison.Ordinal);
    }

    [Fact]
    public void A_deprecated_operation_is_hidden_until_asked_for()
    {
        using var shell = sandbox.Connect(sandbox.Mattermost);
        Assert.DoesNotContain(shell.Run<ChatOperation>("Get-ChatOperation *Terms*"), o => o.IsDeprecated);
        Assert.Contains(shell.Run<ChatOperation>("Get-ChatOperation *Terms* -IncludeDeprecated"), o => o.IsDeprecated);
        Assert.True(Assert.Single(shell.Run<ChatOperation>("Get-ChatOperation GetUserTermsOfService")).IsDeprecated);

        shell.Run("Invoke-ChatOperation GetUserTermsOfService me");
        Assert.Contains("asks not to use GetUserTermsOfService", shell.Spoken, StringComparison.Ordinal);
        Assert.Equal(["GET /api/v4/users/me/terms_of_service"], sandbox.Wire);
    }

    [Theory]
    [InlineData("Get-ChatOperation GetChanel, GetPing")]
    [InlineData("Invoke-ChatOperation GetChanel -ChannelId x; Invoke-ChatOperation GetPing")]
    public void An_unknown_operation_is_answered_with_its_neighbours(string script)
    {
        using var shell = sandbox.Connect(sandbox.Mattermost);
        var error = shell.Fail(script);
        Assert.StartsWith("ChatPS.NotFound", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains("GetChannel", error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
        Assert.Single(shell.Run(script));
    }

    [Fact]
    public void Without_a_session_it_says_to_connect()
    {
        using var shell = new Shell();
        var error = shell.Fail("Invoke-ChatOperation GetUser -UserId me");
        Assert.StartsWith("ChatPS.NoSession", error.FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Mattermost")]
    [InlineData("Gitter")]
    public void The_engine_takes_the_parameters_of_every_operation(string platform)
    {
        using var shell = sandbox.Connect(sandbox.Server[platform]);
        var taken = shell.RunClean("""
            Get-ChatOperation -IncludeDeprecated | ForEach-Object {
                $known = (Get-Command Invoke-ChatOperation -ArgumentList $_.Id).Parameters
                if ($missing = $_.Parameters.Where{ -not $known.ContainsKey($_.Parameter) }) { throw "$($_.Id): $missing" }
                $_.Id
            }
            """);
        Assert.Equal(OperationCatalog.Load(platform).Operations.Count, taken.Count);
    }

    [Fact]
    public void A_list_is_read_to_its_end()
    {
        using var shell = sandbox.Connect(sandbox.Mattermost);
        var users = shell.RunClean("Invoke-ChatOperation GetUsers -Active $true");
        Assert.Equal(users.Count, users.Select(Id).Distinct().Count());
        Assert.Equal(2, sandbox.Wire.Count());
        Assert.All(sandbox.Wire, line => Assert.StartsWith("GET /api/v4/users?active=true&per_page=200&page=", line, StringComparison.Ordinal));
        Assert.IsType<long>(users[0].Properties["create_at"].Value);
    }

    [Fact]
    public void First_fetches_no_page_too_many_and_skip_leaves_out()
    {
        using var shell = sandbox.Connect(sandbox.Mattermost);
        var all = shell.RunClean("Invoke-ChatOperation GetUsers").Select(Id).ToArray();
        sandbox.Server.ClearRequests();
        Assert.Equal(all[..3], shell.RunClean("Invoke-ChatOperation GetUsers -First 3").Select(Id));
        Assert.Equal(["GET /api/v4/users?per_page=3&page=0"], sandbox.Wire);
        sandbox.Server.ClearRequests();
        Assert.Equal(all[5..9], shell.RunClean("Invoke-ChatOperation GetUsers -Skip 5 -First 4").Select(Id));
        Assert.Single(sandbox.Wire);
    }

    [Fact]
    public void A_page_that_is_asked_for_comes_alone()
    {
        using var shell = sandbox.Connect(sandbox.Mattermost);
        Assert.Equal(5, shell.RunClean("Invoke-ChatOperation GetUsers -Page 1 -PerPage 5").Count);
        Assert.Equal(["GET /api/v4/users?page=1&per_page=5"], sandbox.Wire);
    }

    [Fact]
    public void Posts_come_in_their_order()
    {
        using var shell = sandbox.Connect(sandbox.Mattermost);
        var times = shell.RunClean("""
            $room = (Get-ChatRoom).Where({ $_.Kind -eq 'Public' })[0]
            Invoke-ChatOperation GetPostsForChannel -ChannelId $room -First 4
            """).Select(p => (long)p.Properties["create_at"].Value).ToArray();
        Assert.NotEmpty(times);
        Assert.Equal(times.OrderDescending(), times);
    }

    [Fact]
    public void A_search_by_post_reads_and_is_not_asked_about()
    {
        using var shell = sandbox.Connect(sandbox.Mattermost);
        Assert.NotEmpty(shell.RunClean("Invoke-ChatOperation SearchUsers -Term a -Limit 5 -WhatIf"));
        var request = Assert.Single(sandbox.Server.Requests);
        Assert.Equal("""{"term":"a","limit":5}""", request.Body);
    }

    [Fact]
    public void Items_come_out_of_what_wraps_them()
    {
        using var shell = sandbox.Connect(sandbox.Mattermost);
        var teams = shell.RunClean("Invoke-ChatOperation SearchTeams -Term '' -First 2");
        Assert.All(teams, team => Assert.NotNull(team.Properties["display_name"]));
        Assert.NotEmpty(teams);
    }

    [Fact]
    public void A_write_heeds_WhatIf_and_is_done_without()
    {
        using var shell = sandbox.Connect(sandbox.Mattermost);
        var id = Id(shell.RunClean("$room = Invoke-ChatOperation GetAllChannels -First 1; $room")[0]);
        sandbox.Server.ClearRequests();
        shell.RunClean("Invoke-ChatOperation PatchChannel $room.id -Purpose 'what for' -WhatIf");
        Assert.Empty(sandbox.Wire);

        var changed = Assert.Single(shell.RunClean("Invoke-ChatOperation PatchChannel $room.id -Purpose 'what for'"));
        Assert.Equal("what for", changed.Properties["purpose"].Value);
        var request = Assert.Single(sandbox.Server.Requests);
        Assert.Equal(("PUT", $"/api/v4/channels/{id}/patch", """{"purpose":"what for"}"""), (request.Method, request.Target, request.Body));
    }

    [Fact]
    public void What_only_says_that_it_went_well_is_not_shown()
    {
        using var shell = sandbox.Connect(sandbox.Mattermost);
        Assert.Empty(shell.RunClean("""
            $post = Send-ChatMessage northwind-harbor/town-square 'to be unpinned' -PassThru
            Invoke-ChatOperation UnpinPost $post.Id
            """));
        Assert.EndsWith("/unpin", sandbox.Wire.Last(), StringComparison.Ordinal);
    }

    [Fact]
    public void Ids_bind_from_the_pipeline_and_one_that_fails_leaves_the_others_done()
    {
        using var shell = sandbox.Connect(sandbox.Mattermost);
        var output = shell.Run("""
            $rooms = @(Get-ChatRoom -First 2)
            $rooms[0], [pscustomobject]@{ channel_id = 'zzzzzzzzzzzzzzzzzzzzzzzzzz' }, $rooms[1] | Invoke-ChatOperation GetChannelStats
            """);
        Assert.Equal(2, output.Count);
        Assert.Single(shell.Errors);
    }

    [Fact]
    public void An_operation_can_be_piped_and_given_its_arguments_as_a_table()
    {
        using var shell = sandbox.Connect(sandbox.Mattermost);
        Assert.Single(shell.RunClean("Get-ChatOperation GetPing | Invoke-ChatOperation"));
        var users = shell.RunClean("Get-ChatOperation GetUsers | Invoke-ChatOperation -Argument @{ page = '0'; PerPage = 2 }");
        Assert.Equal(2, users.Count);
        Assert.Contains("no parameter 'nope'", shell.Fail("Invoke-ChatOperation GetUsers -Argument @{ nope = 1 }").Exception.Message, StringComparison.Ordinal);
        Assert.Contains("takes integer", shell.Fail("Invoke-ChatOperation GetUsers -Argument @{ page = 'x' }").Exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_operation_of_another_platform_is_refused()
    {
        using var shell = sandbox.Connect(sandbox.Mattermost);
        var error = shell.Fail("Get-ChatOperation ListRooms -Platform Gitter | Invoke-ChatOperation");
        Assert.StartsWith("ChatPS.InvalidRequest", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Empty(sandbox.Wire);
    }

    [Fact]
    public void Missing_members_of_a_body_are_named_before_anything_is_sent()
    {
        using var shell = sandbox.Connect(sandbox.Mattermost);
        var error = shell.Fail("Invoke-ChatOperation CreateChannel -Body @{ name = 'x' }");
        Assert.StartsWith("ChatPS.InvalidRequest", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains("team_id, display_name, type", error.Exception.Message, StringComparison.Ordinal);
        Assert.Empty(sandbox.Wire);
    }

    [Fact]
    public void A_missing_parameter_ends_the_command_where_nobody_can_be_asked()
    {
        using var shell = sandbox.Connect(sandbox.Mattermost);
        Assert.StartsWith("MissingMandatoryParameter", shell.Fail("Invoke-ChatOperation GetUser").FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Empty(sandbox.Wire);
    }

    [Fact]
    public void Null_is_sent_as_null_and_text_from_files_is_true_or_false()
    {
        using var shell = sandbox.Connect(sandbox.Mattermost);
        shell.RunClean("Invoke-ChatOperation SearchUsers -Term a -TeamId $null -Limit 2 -AllowInactive 'false'");
        Assert.Equal("""{"term":"a","team_id":null,"allow_inactive":false,"limit":2}""", Assert.Single(sandbox.Server.Requests).Body);
    }

    [Fact]
    public void A_value_of_another_type_is_refused_by_the_engine()
    {
        using var shell = sandbox.Connect(sandbox.Mattermost);
        shell.Fail("Invoke-ChatOperation GetUsers -Page abc");
        shell.Fail("Invoke-ChatOperation GetUsers -Active perhaps");
        shell.Fail("Invoke-ChatOperation GetUsers -Nope 1");
        Assert.Empty(sandbox.Wire);
    }

    [Theory]
    [InlineData("..")]
    [InlineData("")]
    public void A_hostile_id_is_never_sent(string id)
    {
        using var shell = sandbox.Connect(sandbox.Mattermost);
        var error = shell.Fail("Invoke-ChatOperation GetUser -UserId $args[0]", id);
        Assert.StartsWith("ChatPS.InvalidRequest", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Empty(sandbox.Wire);
    }

    [Theory]
    [InlineData("a/b?c", "a%2Fb%3Fc")]
    [InlineData("zoë", "zo%C3%AB")]
    public void An_odd_id_is_sent_within_its_segment(string id, string escaped)
    {
        using var shell = sandbox.Connect(sandbox.Mattermost);
        shell.Fail("Invoke-ChatOperation GetUser -UserId $args[0]", id);
        Assert.Equal([$"GET /api/v4/users/{escaped}"], sandbox.Wire);
    }

    [Fact]
    public void Files_go_up_and_bytes_come_down()
    {
        var folder = Directory.CreateTempSubdirectory();
        try
        {
            File.WriteAllBytes(Path.Combine(folder.FullName, "a.bin"), Picture);
            using var shell = sandbox.Connect(sandbox.Mattermost);
            shell.RunClean("$null = $ExecutionContext.SessionState.Path.SetLocation($args[0]); $room = (Get-ChatRoom).Where({ $_.Kind -eq 'Public' })[0]", folder.FullName);
            shell.RunClean("$file = (Invoke-ChatOperation UploadFile -Files a.bin -ChannelId $room).file_infos[0]");
            Assert.Equal("a.bin", shell.RunClean("$file.name").Single().BaseObject);
            Assert.Equal(Picture, Assert.IsType<byte[]>(Assert.Single(shell.RunClean("Invoke-ChatOperation GetFile $file.id")).BaseObject));
            Assert.Empty(shell.RunClean("Invoke-ChatOperation GetFile $file.id -OutFile b.bin"));
            Assert.Equal(Picture, File.ReadAllBytes(Path.Combine(folder.FullName, "b.bin")));

            Assert.Contains("no file", shell.Fail("Invoke-ChatOperation UploadFile -Files missing.bin -ChannelId $room").Exception.Message, StringComparison.Ordinal);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Theory]
    [InlineData("-LoginId x -Password $secret")]
    [InlineData("-LoginId x -Password ([pscredential]::new('x', $secret))")]
    [InlineData("-Argument @{ login_id = 'x'; password = $secret }")]
    [InlineData("-Body @{ login_id = 'x'; password = $secret }")]
    [InlineData("-Body @{ login_id = 'x'; password = 'canary-5ecret' }")]
    public void A_secret_reaches_the_server_and_nobody_else(string arguments)
    {
        using var shell = sandbox.Connect(sandbox.Mattermost);
        var error = shell.Fail(
            "param($secret) $VerbosePreference = $DebugPreference = 'Continue'; Invoke-ChatOperation Login " + arguments,
            SandboxFixture.Protect("canary-5ecret"));
        Assert.Equal("canary-5ecret", (string?)JsonNode.Parse(Assert.Single(sandbox.Server.Requests).Body)!["password"]);
        Assert.DoesNotContain("canary", shell.Spoken + error + error.Exception, StringComparison.Ordinal);
    }

    [Fact]
    public void Headers_are_sent_and_bad_ones_refused()
    {
        using var shell = sandbox.Connect(sandbox.Mattermost);
        shell.RunClean("Invoke-ChatOperation GetPing -Header @{ 'X-Trace' = 'abc' }");
        Assert.Equal("abc", Assert.Single(sandbox.Server.Requests).Header("X-Trace"));
        var error = shell.Fail("Invoke-ChatOperation GetPing -Header @{ 'X-Trace' = \"a`r`nEvil: b\" }");
        Assert.StartsWith("ChatPS.InvalidRequest", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Single(sandbox.Wire);
    }

    [Fact]
    public void Gitter_lists_by_skip_and_walks_messages()
    {
        using var shell = sandbox.Connect(sandbox.Gitter);
        shell.RunClean("$rooms = @(Invoke-ChatOperation ListRooms)");
        var users = shell.RunClean("$many = $rooms.Where({ -not $_.oneToOne })[0]; Invoke-ChatOperation ListRoomUsers $many.id -First 120");
        Assert.Equal(users.Count, users.Select(Id).Distinct().Count());
        var messages = shell.RunClean("Invoke-ChatOperation ListMessages $many.id -First 5");
        Assert.Equal(messages.Count, messages.Select(Id).Distinct().Count());
        Assert.Equal(2, shell.RunClean("Invoke-ChatOperation ListMessages $many.id -Limit 2").Count);
    }

    [Fact]
    public void A_stream_is_no_list()
    {
        using var shell = sandbox.Connect(sandbox.Gitter);
        var error = shell.Fail("Invoke-ChatOperation StreamMessages -RoomId x");
        Assert.StartsWith("ChatPS.NotSupported", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Empty(sandbox.Wire);
    }

    [Theory]
    [InlineData("Invoke-ChatOperation GetPi", "GetPing")]
    [InlineData("Invoke-ChatOperation -Operation ingserverstat", null)]
    [InlineData("Get-ChatOperation ByUsername", "GetUserByUsername")]
    [InlineData("Invoke-ChatOperation GetUsers -InT", "-InTeam")]
    [InlineData("Invoke-ChatOperation CreateSidebarCategoryForTeamForUser -Body", "-BodyTeamId")]
    [InlineData("Invoke-ChatOperation CreateSidebarCategoryForTeamForUser -Type ", "custom")]
    public void The_prompt_completes(string line, string? expected)
    {
        using var shell = sandbox.Connect(sandbox.Mattermost);
        using var engine = PowerShell.Create(shell.Runspace);
        var matches = CommandCompletion.CompleteInput(line, line.Length, [], engine).CompletionMatches;
        if (expected is null)
            Assert.Empty(matches);
        else
            Assert.Contains(matches, match => match.CompletionText == expected);
        Assert.Empty(sandbox.Wire);
    }

    [Fact]
    public void A_completed_operation_tells_its_path()
    {
        using var shell = sandbox.Connect(sandbox.Mattermost);
        using var engine = PowerShell.Create(shell.Runspace);
        var match = Assert.Single(CommandCompletion.CompleteInput("Invoke-ChatOperation GetPing", 28, [], engine).CompletionMatches);
        Assert.Equal("GET /api/v4/system/ping", match.ToolTip);
    }

    private static string Id(PSObject item) => (string)item.Properties["id"].Value;
}
