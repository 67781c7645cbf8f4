using System.Net;
using ChatPS.Sandbox;

namespace ChatPS.Tests.Cmdlets.Mattermost;

public sealed class WebhookTests(SandboxFixture sandbox) : IClassFixture<SandboxFixture>
{
    private SandboxRequestRecord Last => sandbox.Server.Requests[^1];

    /// <summary>A shell with a team and a room of the test's own, in $team and $room.</summary>
    private Shell ConnectTo(string team)
    {
        var shell = sandbox.Connect(sandbox.Mattermost);
        shell.RunClean("$team = New-ChatTeam $args[0] -Open; $room = New-ChatRoom builds -Team $team -DisplayName Builds", team);
        sandbox.Server.ClearRequests();
        return shell;
    }

    [Fact]
    public void GetIncomingWebhooks_and_GetOutgoingWebhooks()
    {
        using var shell = sandbox.Connect(sandbox.Mattermost);
        var all = shell.Run<ChatWebhook>("Get-ChatWebhook | Where-Object Name -in Deployments, Builds");
        Assert.Equal(
            ["GET /api/v4/hooks/incoming?page=0&per_page=200", "GET /api/v4/hooks/outgoing?page=0&per_page=200"],
            sandbox.Wire.Where(w => w.Contains("page=0", StringComparison.Ordinal)));
        Assert.Equal(["incoming", "outgoing"], all.Select(w => w.Direction));
        var (incoming, outgoing) = (all[0], all[1]);
        Assert.Equal(("Deployments", "deployer", "sysadmin", false), (incoming.Name, incoming.PostAs, incoming.Owner, incoming.IsRoomLocked));
        Assert.Equal(sandbox.Mattermost.BaseUri.AbsoluteUri.TrimEnd('/') + "/hooks/" + incoming.Id, incoming.Url);
        Assert.Null(incoming.Secret);
        Assert.Equal(("Builds", "exact", "application/json", "https://ci.example.com/build"), (outgoing.Name, outgoing.TriggerWhen, outgoing.ContentType, outgoing.Url));
        Assert.Equal(["build"], outgoing.TriggerWords);
        Assert.Equal(26, new NetworkCredential("", outgoing.Secret).Password.Length);
        Assert.NotNull(outgoing.CreatedAt);

        sandbox.Server.ClearRequests();
        Assert.Single(shell.RunClean("Get-ChatWebhook -Direction Incoming -First 1"));
        Assert.Equal(["GET /api/v4/hooks/incoming?page=0&per_page=1"], sandbox.Wire);
        Assert.Equal("Builds", shell.Run<ChatWebhook>("Get-ChatWebhook -Webhook build*").Single().Name);
    }

    [Fact]
    public void Teams_and_rooms_narrow_the_lists()
    {
        using var shell = ConnectTo("hooks-narrow");
        shell.RunClean("""
            New-ChatWebhook -Direction incoming -Room $room -Name in | Out-Null
            New-ChatWebhook -Direction incoming -Room town-square -Team $team -Name square | Out-Null
            New-ChatWebhook -Direction outgoing -Room $room -Url https://ci.example.com/a -Name out | Out-Null
            New-ChatWebhook -Direction outgoing -Team $team -Url https://ci.example.com/a -TriggerWord x -Name team | Out-Null
            """);
        sandbox.Server.ClearRequests();
        Assert.Equal(["in", "square", "out", "team"], shell.Run<ChatWebhook>("Get-ChatWebhook -Team hooks-narrow").Select(w => w.Name));
        Assert.Contains(sandbox.Wire, w => w.StartsWith("GET /api/v4/hooks/incoming?team_id=", StringComparison.Ordinal));
        Assert.Equal(["in", "square", "out", "team"], shell.Run<ChatWebhook>("$team | Get-ChatWebhook").Select(w => w.Name));

        sandbox.Server.ClearRequests();
        Assert.Equal(["in", "out"], shell.Run<ChatWebhook>("$room | Get-ChatWebhook").Select(w => w.Name));
        Assert.All(sandbox.Wire, w => Assert.StartsWith("GET /api/v4/hooks/", w, StringComparison.Ordinal));
        Assert.Equal(["in", "out"], shell.Run<ChatWebhook>("Get-ChatWebhook -Room builds -Team hooks-narrow").Select(w => w.Name));
        Assert.Equal(["in"], shell.Run<ChatWebhook>("Get-ChatWebhook -Room hooks-narrow/builds -Direction incoming").Select(w => w.Name));
    }

    [Fact]
    public void GetIncomingWebhook_and_GetOutgoingWebhook()
    {
        using var shell = sandbox.Connect(sandbox.Mattermost);
        shell.RunClean("$all = Get-ChatWebhook | Where-Object Name -in Deployments, Builds");
        sandbox.Server.ClearRequests();
        // An object tells which kind it is; of an id the server has to be asked.
        Assert.Equal(["Deployments", "Builds"], shell.Run<ChatWebhook>("$all | Get-ChatWebhook").Select(w => w.Name));
        Assert.Equal(2, sandbox.Wire.Count());
        sandbox.Server.ClearRequests();
        Assert.Equal("Builds", shell.Run<ChatWebhook>("Get-ChatWebhook -Webhook $all[1].Id").Single().Name);
        Assert.Equal(
            [$"GET /api/v4/hooks/incoming/{shell.RunClean("$all[1].Id").Single()}", $"GET /api/v4/hooks/outgoing/{shell.RunClean("$all[1].Id").Single()}"], sandbox.Wire);
        Assert.Equal("Builds", shell.Run<ChatWebhook>("Get-ChatWebhook -Webhook Builds").Single().Name);

        var error = shell.Fail("Get-ChatWebhook -Webhook $args[0]", new string('a', 26));
        Assert.StartsWith("ChatPS.NotFound", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains("neither", error.Exception.Message, StringComparison.Ordinal);
        Assert.StartsWith("ChatPS.NotFound", shell.Fail("Get-ChatWebhook -Webhook none-such").FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    [Fact]
    public void CreateIncomingWebhook()
    {
        using var shell = ConnectTo("hooks-in");
        var webhook = shell.Run<ChatWebhook>("""
            New-ChatWebhook -Direction incoming -Room $room -Name Deploys -Description 'What was deployed' -Owner member -PostAs deployer -IconUrl https://ci.example.com/i.png -RoomLocked
            """).Single();
        Assert.Equal(["GET /api/v4/users/username/member", "POST /api/v4/hooks/incoming"], sandbox.Wire);
        var roomId = shell.RunClean("$room.Id").Single().ToString();
        Assert.Equal(
            $$"""{"channel_id":"{{roomId}}","user_id":"{{webhook.OwnerId}}","display_name":"Deploys","description":"What was deployed","username":"deployer","icon_url":"https://ci.example.com/i.png","channel_locked":true}""",
            Last.Body);
        Assert.Equal((roomId, "Deploys", "incoming", true), (webhook.RoomId, webhook.Name, webhook.Direction, webhook.IsRoomLocked));
        Assert.Equal(webhook.Id, webhook.WebhookId);

        var both = shell.Run<ChatWebhook>("Get-ChatRoom builds, town-square -Team $team | New-ChatWebhook -Direction incoming -Name each");
        Assert.Equal(2, both.Select(w => w.RoomId).Distinct().Count());
    }

    [Fact]
    public void CreateOutgoingWebhook()
    {
        using var shell = ConnectTo("hooks-out");
        var webhook = shell.Run<ChatWebhook>("""
            New-ChatWebhook -Direction outgoing -Team $team -Url https://u:pass-word@ci.example.com/a, https://ci.example.com/b -TriggerWord build, test -TriggerWhen start -ContentType application/json -Name Out
            """).Single();
        var teamId = shell.RunClean("$team.Id").Single().ToString();
        Assert.Equal(["POST /api/v4/hooks/outgoing"], sandbox.Wire);
        Assert.Equal(
            $$"""{"team_id":"{{teamId}}","callback_urls":["https://u:pass-word@ci.example.com/a","https://ci.example.com/b"],"display_name":"Out","trigger_words":["build","test"],"trigger_when":1,"content_type":"application/json"}""",
            Last.Body);
        Assert.Equal(("outgoing", "start", 2, "sysadmin"), (webhook.Direction, webhook.TriggerWhen, webhook.Urls.Count, webhook.Owner));
        Assert.NotNull(webhook.Secret);

        // A room alone will do.
        webhook = shell.Run<ChatWebhook>("New-ChatWebhook -Direction outgoing -Room $room -Url https://ci.example.com/c").Single();
        Assert.Equal((shell.RunClean("$room.Id").Single().ToString(), 0), (webhook.RoomId, webhook.TriggerWords.Count));
        var error = shell.Fail("New-ChatWebhook -Direction outgoing -Team $team -Url https://ci.example.com/b -TriggerWord test");
        Assert.Equal("api.webhook.create_outgoing.intersect.app_error", Assert.IsType<ChatException>(error.Exception).ErrorId);
    }

    [Fact]
    public void A_change_reads_and_replaces()
    {
        using var shell = ConnectTo("hooks-change");
        shell.RunClean("""
            $in = New-ChatWebhook -Direction incoming -Room $room -Name In -PostAs deployer -RoomLocked
            $out = New-ChatWebhook -Direction outgoing -Team $team -Url https://ci.example.com/a -TriggerWord build -Name Out
            $secret = ConvertFrom-SecureString $out.Secret -AsPlainText
            """);
        sandbox.Server.ClearRequests();
        Assert.Empty(shell.RunClean("$in | Set-ChatWebhook -Name Other"));
        var id = shell.RunClean("$in.Id").Single();
        Assert.Equal([$"GET /api/v4/hooks/incoming/{id}", $"PUT /api/v4/hooks/incoming/{id}"], sandbox.Wire);
        var changed = shell.Run<ChatWebhook>("Set-ChatWebhook -Webhook $in.Id -NewRoom town-square -Team $team -RoomLocked:$false -Description new -PostAs $null -PassThru").Single();
        Assert.Equal(("Other", "new", null, false), (changed.Name, changed.Description, changed.PostAs, changed.IsRoomLocked));
        Assert.NotEqual(shell.RunClean("$room.Id").Single().ToString(), changed.RoomId);

        changed = shell.Run<ChatWebhook>("$out | Set-ChatWebhook -Url https://ci.example.com/b, https://ci.example.com/c -TriggerWord ship -TriggerWhen start -NewRoom $room.Id -PassThru").Single();
        Assert.Equal(("Out", "start", 2), (changed.Name, changed.TriggerWhen, changed.Urls.Count));
        Assert.Equal(["ship"], changed.TriggerWords);
        // What is not named stays, the token too.
        Assert.True((bool)shell.RunClean("(ConvertFrom-SecureString (Get-ChatWebhook -Webhook $out.Id).Secret -AsPlainText) -eq $secret").Single().BaseObject);
        changed = shell.Run<ChatWebhook>("Set-ChatWebhook -Webhook Out -Team $team -NewRoom $null -PassThru").Single();
        Assert.Null(changed.RoomId);
    }

    [Fact]
    public void RegenOutgoingHookToken()
    {
        using var shell = ConnectTo("hooks-regen");
        shell.RunClean("$out = New-ChatWebhook -Direction outgoing -Team $team -Url https://ci.example.com/a -TriggerWord build");
        sandbox.Server.ClearRequests();
        var changed = shell.Run<ChatWebhook>("$out | Set-ChatWebhook -Regenerate").Single();
        Assert.Equal([$"POST /api/v4/hooks/outgoing/{changed.Id}/regen_token"], sandbox.Wire);
        Assert.NotEqual(
            new NetworkCredential("", changed.Secret).Password,
            shell.RunClean("ConvertFrom-SecureString $out.Secret -AsPlainText").Single().ToString());
        Assert.DoesNotContain(new NetworkCredential("", changed.Secret).Password, string.Concat(shell.RunClean("$out | Set-ChatWebhook -Regenerate | Out-String; $out | Format-List | Out-String")), StringComparison.Ordinal);
    }

    [Fact]
    public void DeleteIncomingWebhook_and_DeleteOutgoingWebhook()
    {
        using var shell = ConnectTo("hooks-gone");
        shell.RunClean("""
            $in = New-ChatWebhook -Direction incoming -Room $room
            $out = New-ChatWebhook -Direction outgoing -Room $room -Url https://ci.example.com/a
            """);
        sandbox.Server.ClearRequests();
        shell.RunClean("$in, $out | Remove-ChatWebhook -Force -WhatIf; $in | Set-ChatWebhook -Name x -WhatIf; New-ChatWebhook -Direction incoming -Room $room -WhatIf");
        Assert.Empty(sandbox.Wire);
        shell.RunClean("$in | Remove-ChatWebhook -Force; Remove-ChatWebhook -Webhook $out.Id -Force");
        var (first, second) = (shell.RunClean("$in.Id").Single(), shell.RunClean("$out.Id").Single());
        Assert.Equal([$"DELETE /api/v4/hooks/incoming/{first}", $"DELETE /api/v4/hooks/incoming/{second}", $"DELETE /api/v4/hooks/outgoing/{second}"], sandbox.Wire);
        Assert.Empty(shell.RunClean("Get-ChatWebhook -Team $team"));
        // One that is gone takes the others not down.
        shell.RunClean("$more = New-ChatWebhook -Direction incoming -Room $room");
        shell.Run("$in, $more | Remove-ChatWebhook -Force");
        Assert.Single(shell.Errors);
        Assert.Empty(shell.RunClean("Get-ChatWebhook -Team $team"));
    }

    [Fact]
    public void Members_may_not()
    {
        using var shell = sandbox.Connect(sandbox.Mattermost, sandbox.Mattermost.Accounts[1]);
        var error = shell.Fail("Get-ChatWebhook");
        Assert.StartsWith("ChatPS.Forbidden", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Equal("api.context.permissions.app_error", Assert.IsType<ChatException>(error.Exception).ErrorId);
    }

    [Theory]
    [InlineData("Get-ChatWebhook an-app", "NotSupported", "-Room")]
    [InlineData("Get-ChatWebhook -Addon x", "NotSupported", "-Addon")]
    [InlineData("Get-ChatWebhook -Direction sideways", "InvalidRequest", "-Direction")]
    [InlineData("New-ChatWebhook -Url https://a.example.com -Event x", "InvalidRequest", "-Direction")]
    [InlineData("New-ChatWebhook -Direction incoming", "InvalidRequest", "-Room")]
    [InlineData("New-ChatWebhook -Direction incoming -Room x -Url https://a.example.com", "InvalidRequest", "-Url")]
    [InlineData("New-ChatWebhook -Direction incoming -Room x -TriggerWord y", "InvalidRequest", "-TriggerWord")]
    [InlineData("New-ChatWebhook -Direction outgoing -Room x", "InvalidRequest", "-Url")]
    [InlineData("New-ChatWebhook -Direction outgoing -Url https://a.example.com", "InvalidRequest", "-TriggerWord")]
    [InlineData("New-ChatWebhook -Direction outgoing -Url https://a.example.com -Room x -RoomLocked", "InvalidRequest", "-RoomLocked")]
    [InlineData("New-ChatWebhook -Direction outgoing -Url https://a.example.com -Room x -TriggerWhen maybe", "InvalidRequest", "-TriggerWhen")]
    [InlineData("New-ChatWebhook -Direction incoming -Room x -Key y", "NotSupported", "-Key")]
    [InlineData("Set-ChatWebhook -Webhook x -Level sync", "NotSupported", "-Level")]
    [InlineData("Set-ChatWebhook -Webhook x -Event y", "NotSupported", "-Event")]
    [InlineData("Set-ChatWebhook -Webhook x", "InvalidRequest", "at least one")]
    public void What_cannot_be_is_refused(string script, string reason, string advice)
    {
        using var shell = sandbox.Connect(sandbox.Mattermost);
        var error = shell.Fail(script);
        Assert.StartsWith("ChatPS." + reason, error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains(advice, error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
        Assert.Empty(sandbox.Wire);
    }

    [Theory]
    [InlineData("Get-ChatWebhook -Team x")]
    [InlineData("Get-ChatWebhook -App a -Direction incoming")]
    [InlineData("New-ChatWebhook -App a -Direction incoming")]
    [InlineData("Set-ChatWebhook -App a -Webhook b -PostAs x")]
    [InlineData("Set-ChatWebhook -App a -Webhook b -Regenerate")]
    [InlineData("Remove-ChatWebhook -Team a -Webhook b -Force")]
    public void What_Heroku_has_no_place_for_is_refused(string script)
    {
        using var shell = sandbox.Connect(sandbox.Heroku);
        Assert.StartsWith("ChatPS.NotSupported", shell.Fail(script).FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Empty(sandbox.Wire);
    }

    [Theory]
    [InlineData("Get-ChatWebhook -Room x -Team y", "NotSupported")]
    [InlineData("New-ChatWebhook -Room x -Direction outgoing -Url https://a.example.com", "NotSupported")]
    [InlineData("Set-ChatWebhook -Room x -Webhook y -TriggerWord z", "NotSupported")]
    [InlineData("Set-ChatWebhook -Room x -Webhook y -Url https://a.example.com, https://b.example.com", "InvalidRequest")]
    public void What_HipChat_has_no_place_for_is_refused(string script, string reason)
    {
        using var shell = sandbox.Connect(sandbox.HipChat);
        Assert.StartsWith("ChatPS." + reason, shell.Fail(script).FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Empty(sandbox.Wire);
    }
}
