using System.Net;
using ChatPS.Sandbox;

namespace ChatPS.Tests.Cmdlets.Mattermost;

public sealed class CommandTests(SandboxFixture sandbox) : IClassFixture<SandboxFixture>
{
    private SandboxRequestRecord Last => sandbox.Server.Requests[^1];

    /// <summary>A shell with a team of the test's own, in $team.</summary>
    private Shell ConnectTo(string team)
    {
        var shell = sandbox.Connect(sandbox.Mattermost);
        shell.RunClean("$team = New-ChatTeam $args[0] -Open", team);
        sandbox.Server.ClearRequests();
        return shell;
    }

    [Fact]
    public void ListCommands()
    {
        using var shell = ConnectTo("commands-list");
        var seeded = shell.Run<ChatCommand>("Get-ChatCommand | Where-Object Url -eq https://ci.example.com/deploy").Single();
        Assert.Equal(("POST", "Deploy", "https://ci.example.com/deploy", true, "[app]", "sysadmin"),
            (seeded.Method, seeded.DisplayName, seeded.Url, seeded.AutoComplete, seeded.AutoCompleteHint, seeded.Owner));
        Assert.NotNull(seeded.Token);
        Assert.Equal("/deploy", seeded.ToString());
        Assert.All(shell.Run<ChatCommand>("Get-ChatCommand de*"), c => Assert.Equal("deploy", c.Trigger));
        Assert.Single(shell.RunClean("Get-ChatCommand -First 1"));

        shell.RunClean("1..3 | ForEach-Object { New-ChatCommand \"do$_\" https://ci.example.com -Team $team } | Out-Null");
        sandbox.Server.ClearRequests();
        Assert.Equal(["do1", "do2", "do3"], shell.Run<ChatCommand>("$team | Get-ChatCommand").Select(c => c.Trigger));
        Assert.Equal([$"GET /api/v4/commands?team_id={shell.RunClean("$team.Id").Single()}&custom_only=true"], sandbox.Wire);
        Assert.Equal(["do2", "do3"], shell.Run<ChatCommand>("Get-ChatCommand -Team commands-list -Skip 1").Select(c => c.Trigger));
        var all = shell.Run<ChatCommand>("Get-ChatCommand -Team commands-list -IncludeBuiltIn");
        Assert.Contains(all, c => c.Trigger == "shrug" && c.TeamId is null);
        Assert.EndsWith("custom_only=false", sandbox.Wire.Last(), StringComparison.Ordinal);
    }

    [Fact]
    public void GetCommandById()
    {
        using var shell = ConnectTo("commands-get");
        shell.RunClean("$it = New-ChatCommand deploy https://ci.example.com -Team $team");
        sandbox.Server.ClearRequests();
        var id = shell.RunClean("$it.Id").Single();
        Assert.Equal("deploy", shell.Run<ChatCommand>("Get-ChatCommand $it.Id").Single().Trigger);
        Assert.Equal([$"GET /api/v4/commands/{id}"], sandbox.Wire);
        Assert.Equal(id.ToString(), shell.Run<ChatCommand>("Get-ChatCommand /Deploy -Team commands-get").Single().Id);
        Assert.Equal(id.ToString(), shell.Run<ChatCommand>("$it | Get-ChatCommand").Single().Id);
        var error = shell.Fail("Get-ChatCommand $args[0]", new string('a', 26));
        Assert.Equal("store.sql_command.save.get.app_error", Assert.IsType<ChatException>(error.Exception).ErrorId);
        Assert.StartsWith("ChatPS.NotFound", shell.Fail("Get-ChatCommand none -Team $team").FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    [Fact]
    public void CreateCommand()
    {
        using var shell = ConnectTo("commands-new");
        var command = shell.Run<ChatCommand>("""
            New-ChatCommand /Deploy https://ci.example.com/x -Team commands-new -Method get -DisplayName Deploy -Description 'Deploys an app' -PostAs deployer -IconUrl https://ci.example.com/i.png -AutoComplete -AutoCompleteHint '[app]' -AutoCompleteDescription 'Deploys it'
            """).Single();
        Assert.Equal(["GET /api/v4/teams/name/commands-new", "POST /api/v4/commands"], sandbox.Wire);
        Assert.Equal(
            $$"""{"team_id":"{{command.TeamId}}","method":"G","trigger":"Deploy","url":"https://ci.example.com/x","display_name":"Deploy","description":"Deploys an app","username":"deployer","icon_url":"https://ci.example.com/i.png","auto_complete":true,"auto_complete_hint":"[app]","auto_complete_desc":"Deploys it"}""",
            Last.Body);
        Assert.Equal(("deploy", "GET", "deployer", true, "Deploys it", "sysadmin"),
            (command.Trigger, command.Method, command.PostAs, command.AutoComplete, command.AutoCompleteDescription, command.Owner));
        Assert.Equal(command.Id, command.CommandId);

        var error = shell.Fail("New-ChatCommand deploy https://ci.example.com -Team $team");
        Assert.Equal("api.command.duplicate_trigger.app_error", Assert.IsType<ChatException>(error.Exception).ErrorId);
        Assert.Equal("POST", shell.Run<ChatCommand>("$team | New-ChatCommand other https://ci.example.com").Single().Method);
        // A server that makes it the caller's own does not pass for one that did as it was told.
        shell.Run("New-ChatCommand third https://ci.example.com -Team $team -Owner member");
        Assert.Contains("belongs to you", shell.Spoken, StringComparison.Ordinal);
    }

    [Fact]
    public void UpdateCommand_and_MoveCommand()
    {
        using var shell = ConnectTo("commands-set");
        shell.RunClean("$it = New-ChatCommand deploy https://ci.example.com -Team $team -Description old -AutoComplete; $other = New-ChatTeam commands-other");
        sandbox.Server.ClearRequests();
        var id = shell.RunClean("$it.Id").Single();
        Assert.Empty(shell.RunClean("$it | Set-ChatCommand -Url https://ci.example.com/y -AutoComplete:$false"));
        Assert.Equal([$"GET /api/v4/commands/{id}", $"PUT /api/v4/commands/{id}"], sandbox.Wire);
        var changed = shell.Run<ChatCommand>("Set-ChatCommand deploy -Team commands-set -Trigger /ship -Method GET -Description $null -PassThru").Single();
        Assert.Equal(("ship", "GET", null, "https://ci.example.com/y", false), (changed.Trigger, changed.Method, changed.Description, changed.Url, changed.AutoComplete));

        sandbox.Server.ClearRequests();
        changed = shell.Run<ChatCommand>("$it | Set-ChatCommand -NewTeam commands-other -PassThru").Single();
        Assert.Equal(
            ["GET /api/v4/teams/name/commands-other", $"PUT /api/v4/commands/{id}/move", $"GET /api/v4/commands/{id}"], sandbox.Wire);
        Assert.Equal(shell.RunClean("$other.Id").Single().ToString(), changed.TeamId);
    }

    [Fact]
    public void RegenCommandToken()
    {
        using var shell = ConnectTo("commands-regen");
        shell.RunClean("$it = New-ChatCommand deploy https://ci.example.com -Team $team");
        sandbox.Server.ClearRequests();
        var changed = shell.Run<ChatCommand>("$it | Set-ChatCommand -Regenerate").Single();
        Assert.Equal([$"PUT /api/v4/commands/{changed.Id}/regen_token", $"GET /api/v4/commands/{changed.Id}"], sandbox.Wire);
        Assert.NotEqual(new NetworkCredential("", changed.Token).Password, new NetworkCredential("", shell.Run<ChatCommand>("$it").Single().Token).Password);
    }

    [Fact]
    public void DeleteCommand()
    {
        using var shell = ConnectTo("commands-gone");
        shell.RunClean("$them = 1..2 | ForEach-Object { New-ChatCommand \"do$_\" https://ci.example.com -Team $team }");
        sandbox.Server.ClearRequests();
        shell.RunClean("$them | Remove-ChatCommand -Force -WhatIf; $them | Set-ChatCommand -Url x -WhatIf; New-ChatCommand x https://ci.example.com -Team $team -WhatIf");
        Assert.Empty(sandbox.Wire);
        shell.RunClean("$them[0] | Remove-ChatCommand -Force; Remove-ChatCommand do2 -Team $team -Force");
        Assert.Contains($"DELETE /api/v4/commands/{shell.RunClean("$them[0].Id").Single()}", sandbox.Wire);
        Assert.Empty(shell.RunClean("Get-ChatCommand -Team $team"));
        shell.RunClean("$more = New-ChatCommand more https://ci.example.com -Team $team");
        shell.Run("$them[0], $more | Remove-ChatCommand -Force");
        Assert.Single(shell.Errors);
        Assert.Empty(shell.RunClean("Get-ChatCommand -Team $team"));
    }

    [Fact]
    public void ExecuteCommand()
    {
        using var shell = ConnectTo("commands-run");
        var response = shell.Run<ChatCommandResponse>("Invoke-ChatCommand town-square 'me waves' -Team $team").Single();
        Assert.Equal(("in_channel", "*waves*", "/me waves"), (response.ResponseType, response.Text, response.Command));
        Assert.Contains("\"command\":\"/me waves\"", Last.Body, StringComparison.Ordinal);
        Assert.Equal("*waves*", shell.Run<ChatMessage>("Get-ChatMessage town-square -Team $team -First 1").Single().Text);
        sandbox.Server.ClearRequests();
        Assert.Equal(2, shell.RunClean("$rooms = Get-ChatRoom town-square, off-topic -Team $team; $rooms | Invoke-ChatCommand -Command /away").Count);
        sandbox.Server.ClearRequests();
        shell.RunClean("$rooms | Invoke-ChatCommand -Command /away -WhatIf");
        Assert.Empty(sandbox.Wire);
        var error = shell.Fail("$rooms[0] | Invoke-ChatCommand -Command /none-such");
        Assert.Equal("api.command.execute_command.not_found.app_error", Assert.IsType<ChatException>(error.Exception).ErrorId);
    }

    [Fact]
    public void Members_are_told_nothing_of_them()
    {
        using var shell = sandbox.Connect(sandbox.Mattermost);
        shell.RunClean("$it = Get-ChatCommand | Where-Object Url -eq https://ci.example.com/deploy");
        using var member = sandbox.Connect(sandbox.Mattermost, sandbox.Mattermost.Accounts[1]);
        Assert.StartsWith("ChatPS.NotFound", member.Fail("Get-ChatCommand $args[0]", shell.RunClean("$it.Id").Single()).FullyQualifiedErrorId, StringComparison.Ordinal);
        var offered = member.Run<ChatCommand>("Get-ChatCommand -Team $args[0] -IncludeBuiltIn", shell.RunClean("$it.TeamId").Single());
        Assert.Contains(offered, c => c is { Trigger: "deploy", Url: null, Token: null });
        // What they may not see of one team does not end the list.
        Assert.Empty(member.RunClean("Get-ChatCommand"));
        Assert.Contains("left out", member.Spoken, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("New-ChatCommand x https://ci.example.com -Team aaaaaaaaaaaaaaaaaaaaaaaaaa -Method PATCH", "InvalidRequest", "-Method")]
    [InlineData("Set-ChatCommand x", "InvalidRequest", "at least one")]
    [InlineData("Invoke-ChatCommand -Command x", "InvalidRequest", "-Room")]
    public void What_cannot_be_is_refused(string script, string reason, string advice)
    {
        using var shell = sandbox.Connect(sandbox.Mattermost);
        var error = shell.Fail(script);
        Assert.StartsWith("ChatPS." + reason, error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains(advice, error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
        Assert.Empty(sandbox.Wire);
    }

    [Theory]
    [InlineData("Get-ChatCommand")]
    [InlineData("New-ChatCommand a https://ci.example.com")]
    [InlineData("Set-ChatCommand a -Trigger b")]
    [InlineData("Remove-ChatCommand a -Force")]
    [InlineData("Invoke-ChatCommand a b")]
    public void Other_platforms_have_none(string script)
    {
        using var shell = sandbox.Connect(sandbox.Gitter);
        var error = shell.Fail(script);
        Assert.StartsWith("ChatPS.NotSupported", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains("Mattermost", error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
        Assert.Empty(sandbox.Wire);
    }
}
