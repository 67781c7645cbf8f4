using System.Text.Json.Nodes;
using ChatPS.Client.Sessions;
using ChatPS.Sandbox.Platforms.Mattermost;

namespace ChatPS.Tests.Cmdlets.Mattermost;

public sealed class UserTests(SandboxFixture sandbox) : IClassFixture<SandboxFixture>, IDisposable
{
    private MattermostService Service => sandbox.Simulated!;

    public void Dispose() => sandbox.Simulated?.IsLicensed = false;

    [Fact]
    public void Piped_names_are_looked_up_together_whatever_is_done_to_them()
    {
        using var shell = sandbox.Connect(sandbox.Mattermost);
        var ids = Enumerable.Range(1, 5).Select(i => New(shell, $"piped.{i}").Id).ToList();
        sandbox.Server.ClearRequests();

        shell.RunClean("1..5 | ForEach-Object { \"piped.$_\" } | Set-ChatUser -Position Piped");
        Assert.Equal(["POST /api/v4/users/usernames", .. ids.Select(id => $"PUT /api/v4/users/{id}/patch")], sandbox.Wire);
        sandbox.Server.ClearRequests();

        shell.RunClean("1..5 | ForEach-Object { \"piped.$_\" } | Set-ChatUserPresence away");
        Assert.Equal(["POST /api/v4/users/usernames", .. ids.Select(id => $"PUT /api/v4/users/{id}/status")], sandbox.Wire);
        sandbox.Server.ClearRequests();

        shell.RunClean("1..5 | ForEach-Object { \"piped.$_\" } | Remove-ChatUser -Force");
        Assert.Equal(["POST /api/v4/users/usernames", .. ids.Select(id => $"DELETE /api/v4/users/{id}")], sandbox.Wire);
    }

    [Fact]
    public void Ids_wait_for_nobody_unless_a_name_waits_before_them()
    {
        using var shell = sandbox.Connect(sandbox.Mattermost);
        var (one, two) = (New(shell, "order.one"), New(shell, "order.two"));
        sandbox.Server.ClearRequests();
        var changed = shell.Run<ChatUser>("$args[0], 'order.two', 'sysadmin', $args[0] | Set-ChatUser -Position Ordered -PassThru", one.Id);
        Assert.Equal(["order.one", "order.two", "sysadmin", "order.one"], changed.Select(user => user.UserName));
        Assert.Equal($"PUT /api/v4/users/{one.Id}/patch", sandbox.Wire.First());
        Assert.Equal("POST /api/v4/users/usernames", sandbox.Wire.ElementAt(1));
        Assert.Equal($"PUT /api/v4/users/{two.Id}/patch", sandbox.Wire.ElementAt(2));
    }

    [Fact]
    public void A_lookup_that_fails_is_told_for_each_name()
    {
        using var shell = sandbox.Connect(sandbox.Mattermost);
        sandbox.Mattermost.Faults.FailNext(1, 501);
        shell.Run("'member', 'mfa.member' | Set-ChatUser -Position X");
        Assert.Equal(["member", "mfa.member"], shell.Errors.Select(error => (string)error.TargetObject));
        Assert.Equal(["POST /api/v4/users/usernames"], sandbox.Wire);
    }

    [Fact]
    public void Roles_come_and_go_one_by_one()
    {
        using var shell = sandbox.Connect(sandbox.Mattermost);
        var user = New(shell, "role.one");
        sandbox.Server.ClearRequests();

        var changed = shell.Run<ChatUser>("$args[0] | Set-ChatUser -AddRole system_admin -PassThru", user).Single();
        Assert.Equal(["system_user", "system_admin"], changed.Roles);
        Assert.Equal("""{"roles":"system_user system_admin"}""", sandbox.Server.Requests[1].Body);
        sandbox.Server.ClearRequests();

        // What is so already is not sent.
        shell.RunClean("Set-ChatUser $args[0] -AddRole system_admin", user.Id);
        Assert.Equal([$"GET /api/v4/users/{user.Id}"], sandbox.Wire);

        Assert.Equal(["system_user"], shell.Run<ChatUser>("Set-ChatUser role.one -RemoveRole system_admin -PassThru").Single().Roles);
        Assert.StartsWith("ChatPS.InvalidRequest", shell.Fail("Set-ChatUser role.one -Role system_user -AddRole x").FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    [Fact]
    public void A_user_becomes_a_bot_and_a_user_again()
    {
        using var shell = sandbox.Connect(sandbox.Mattermost);
        var user = New(shell, "turn.coat");
        sandbox.Server.ClearRequests();

        Assert.True(shell.Run<ChatUser>("$args[0] | Set-ChatUser -Bot -PassThru", user).Single().IsBot);
        // A server may go on for a moment to tell what the user was, and is asked once more then.
        Assert.Equal([$"POST /api/v4/users/{user.Id}/convert_to_bot", $"GET /api/v4/users/{user.Id}"], sandbox.Wire.Take(2));
        sandbox.Server.ClearRequests();

        const string Canary = "canary-bot-Passw0rd";
        var back = shell.Run<ChatUser>(
            "Set-ChatUser $args[0] -Bot:$false -Password $args[1] -Email turned@example.com -Position Person -PassThru -Verbose", user.Id, SandboxFixture.Protect(Canary)).Single();
        Assert.Equal((false, "turned@example.com", "Person"), (back.IsBot, back.Email, back.Position));
        Assert.Equal([$"POST /api/v4/bots/{user.Id}/convert_to_user", $"GET /api/v4/users/{user.Id}"], sandbox.Wire);
        var body = JsonNode.Parse(sandbox.Server.Requests[0].Body)!;
        Assert.Equal((Canary, "turned@example.com", "Person"), ((string?)body["password"], (string?)body["email"], (string?)body["position"]));
        Assert.DoesNotContain(Canary, shell.Spoken, StringComparison.Ordinal);
        sandbox.Server.ClearRequests();

        Assert.Contains("-Password", shell.Fail("Set-ChatUser turn.coat -Bot:$false").ErrorDetails.RecommendedAction, StringComparison.Ordinal);
        Assert.Empty(sandbox.Wire);
    }

    [Fact]
    public void Guests_take_a_license_and_the_error_says_what_the_server_is()
    {
        using var shell = sandbox.Connect(sandbox.Mattermost);
        var user = New(shell, "visitor");

        var error = shell.Fail("Set-ChatUser $args[0] -Guest", user.Id);
        Assert.StartsWith("ChatPS.NotSupported", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains("license", error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
        Assert.EndsWith("The server is Mattermost 5.37.0 without a license.", error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
        Assert.Equal("5.37.0", shell.RunClean("(Get-ChatSession).ServerVersion").Single().ToString());
    }

    [SandboxFact("needs a license")]
    public void Users_become_guests_and_members_again()
    {
        using var shell = sandbox.Connect(sandbox.Mattermost);
        var user = New(shell, "guest");
        sandbox.Simulated!.IsLicensed = true;
        Assert.Equal("The server's settings switch this off.", shell.Fail("Set-ChatUser $args[0] -Guest", user.Id).ErrorDetails.RecommendedAction[..38]);
        shell.RunClean("Set-ChatServerConfig GuestAccountsSettings.Enable $true");
        Assert.True(shell.Run<ChatUser>("Set-ChatUser $args[0] -Guest -PassThru", user.Id).Single().IsGuest);
        Assert.StartsWith("ChatPS.Conflict", shell.Fail("Set-ChatUser $args[0] -Guest", user.Id).FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.False(shell.Run<ChatUser>("Set-ChatUser $args[0] -Guest:$false -PassThru", user.Id).Single().IsGuest);
        Assert.Equal($"POST /api/v4/users/{user.Id}/promote", sandbox.Wire.ElementAt(sandbox.Wire.Count() - 2));
    }

    [Fact]
    public void The_second_factor_is_switched_off_and_on()
    {
        using var shell = sandbox.Connect(sandbox.Mattermost);
        var id = sandbox.Mattermost.Accounts.First(account => account.Role == "mfa").UserId;
        shell.RunClean("Set-ChatUser mfa.member -Mfa:$false");
        Assert.Equal(["GET /api/v4/users/username/mfa.member", $"PUT /api/v4/users/{id}/mfa"], sandbox.Wire);
        Assert.Equal("""{"activate":false}""", sandbox.Server.Requests[1].Body);

        var secret = shell.RunClean("(Invoke-ChatOperation GenerateMfaSecret -UserId $args[0]).secret", id).Single().ToString()!;
        var error = shell.Fail("Set-ChatUser $args[0] -Mfa -MfaCode $args[1]", id, SandboxFixture.Protect(OneTimeCode.Of(secret, DateTimeOffset.UtcNow.AddDays(1))));
        Assert.Contains("mfa.activate.bad_token.app_error", error.ErrorDetails.Message, StringComparison.Ordinal);
        var canary = OneTimeCode.Of(secret, DateTimeOffset.UtcNow);
        shell.RunClean("Set-ChatUser $args[0] -Mfa -MfaCode $args[1] -Verbose", id, SandboxFixture.Protect(canary));
        Assert.Equal($$"""{"activate":true,"code":"{{canary}}"}""", sandbox.Server.Requests[^1].Body);
        Assert.DoesNotContain(canary, shell.Spoken, StringComparison.Ordinal);

        Assert.Contains("-MfaCode", shell.Fail("Set-ChatUser mfa.member -Mfa").ErrorDetails.RecommendedAction, StringComparison.Ordinal);
    }

    [Fact]
    public void Addresses_are_taken_for_verified()
    {
        using var shell = sandbox.Connect(sandbox.Mattermost);
        var user = shell.Run<ChatUser>("New-ChatUser sure sure@example.com $args[0] -EmailVerified", SandboxFixture.Protect("long-enough-1")).Single();
        Assert.Equal(
            ["POST /api/v4/users", $"POST /api/v4/users/{user.Id}/email/verify/member", $"GET /api/v4/users/{user.Id}"], sandbox.Wire);
        sandbox.Server.ClearRequests();
        shell.RunClean("$args[0] | Set-ChatUser -EmailVerified", user);
        Assert.Equal([$"POST /api/v4/users/{user.Id}/email/verify/member"], sandbox.Wire);
        Assert.StartsWith("ChatPS.InvalidRequest", shell.Fail("Set-ChatUser sure -EmailVerified:$false").FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    [Fact]
    public void What_somebody_signs_in_with_is_changed()
    {
        using var shell = sandbox.Connect(sandbox.Mattermost);
        var user = New(shell, "ldap.one");
        sandbox.Server.ClearRequests();
        shell.RunClean("$args[0] | Set-ChatUser -AuthService ldap -AuthData uid-7", user);
        Assert.Equal([$"PUT /api/v4/users/{user.Id}/auth"], sandbox.Wire);
        Assert.Equal("""{"auth_service":"ldap","auth_data":"uid-7"}""", sandbox.Server.Requests[0].Body);
        Assert.StartsWith("ChatPS.InvalidRequest", shell.Fail("Set-ChatUser ldap.one -AuthService ldap").FullyQualifiedErrorId, StringComparison.Ordinal);

        // Whoever signs in elsewhere has no password to forget.
        Assert.Contains("api.user.send_password_reset.sso.app_error", shell.Fail("Send-ChatPasswordReset ldap.one").Exception.Message + shell.Errors[0], StringComparison.Ordinal);
    }

    [Fact]
    public void All_of_a_kind_are_moved_to_another_service()
    {
        using var shell = sandbox.Connect(sandbox.Mattermost);
        var error = shell.Fail("Convert-ChatUserAuth email ldap -MatchField username -AllowDuplicate -Force");
        Assert.StartsWith("ChatPS.NotSupported", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains("5.37.0", error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
        Assert.Equal(["POST /api/v4/users/migrate_auth/ldap"], sandbox.Wire);
        Assert.Equal("""{"from":"email","match_field":"username","force":true}""", sandbox.Server.Requests[0].Body);
        sandbox.Server.ClearRequests();

        shell.Fail("Convert-ChatUserAuth Email SAML -Match @{ 'member@example.com' = 'mm' } -Force");
        Assert.Equal("""{"from":"email","matches":{"member@example.com":"mm"},"auto":false}""", Assert.Single(sandbox.Server.Requests).Body);
        sandbox.Server.ClearRequests();

        Assert.StartsWith("ChatPS.InvalidRequest", shell.Fail("Convert-ChatUserAuth email saml -Force").FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.StartsWith("ChatPS.InvalidRequest", shell.Fail("Convert-ChatUserAuth email ldap -Force").FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.StartsWith("ChatPS.NotSupported", shell.Fail("Convert-ChatUserAuth email ldap -Auto -Force").FullyQualifiedErrorId, StringComparison.Ordinal);
        shell.RunClean("Convert-ChatUserAuth email ldap -MatchField email -WhatIf");
        Assert.Empty(sandbox.Wire);
    }

    [Fact]
    public void Time_zones()
    {
        using var shell = sandbox.Connect(sandbox.Mattermost);
        var user = shell.Run<ChatUser>("$it = New-ChatUser zoned zoned@example.com $args[0] -TimeZone Europe/Berlin; $it", SandboxFixture.Protect("Correct-horse-9!")).Single();
        Assert.Equal("Europe/Berlin", user.TimeZone);
        Assert.Null(shell.Run<ChatUser>("Get-ChatUser member").Single().TimeZone);
        sandbox.Server.ClearRequests();
        Assert.Equal("Asia/Tokyo", shell.Run<ChatUser>("$it | Set-ChatUser -TimeZone Asia/Tokyo -PassThru").Single().TimeZone);
        Assert.Equal($"PUT /api/v4/users/{user.Id}/patch", Assert.Single(sandbox.Wire));
        Assert.Equal(
            """{"timezone":{"useAutomaticTimezone":"false","automaticTimezone":"","manualTimezone":"Asia/Tokyo"}}""", sandbox.Server.Requests[^1].Body);
    }

    [Fact]
    public void The_hash_of_a_password_is_not_shown()
    {
        using var shell = sandbox.Connect(sandbox.Mattermost);
        var shown = shell.Run("Invoke-ChatOperation VerifyUserEmailWithoutToken (Get-ChatUser member).Id").Single();
        Assert.Equal("member", shown.Properties["username"].Value);
        Assert.Null(shown.Properties["password"]);

        var file = Path.Combine(Directory.CreateTempSubdirectory("chatps").FullName, "answer.json");
        shell.RunClean("Invoke-ChatOperation VerifyUserEmailWithoutToken (Get-ChatUser member).Id -OutFile $args[0]", file);
        var saved = File.ReadAllText(file);
        Directory.Delete(Path.GetDirectoryName(file)!, recursive: true);
        Assert.Contains("\"username\":\"member\"", saved, StringComparison.Ordinal);
        Assert.DoesNotContain("password\":", saved, StringComparison.Ordinal);
        // Nor where the path is not the catalog's own.
        Assert.Null(shell.Run("Invoke-ChatRequest post '/api/v4/users/me/email/verify/member?x=1'").Single().Properties["password"]);
        Assert.Equal(["password"], Connection.Of(shell.Run<ChatSession>("Get-ChatSession").Single()).Platform.KeptBack(null));
    }

    [SandboxFact("needs a mailbox to look into")]
    public void Mails_go_to_the_addresses_of_those_who_are_named()
    {
        using var shell = sandbox.Connect(sandbox.Mattermost);
        sandbox.Simulated!.State.Mails.Clear();
        var users = shell.Run<ChatUser>("Get-ChatUser member, mfa.member");
        sandbox.Server.ClearRequests();

        shell.RunClean("$args[0] | Send-ChatPasswordReset", [users]);
        Assert.Equal(["POST /api/v4/users/password/reset/send", "POST /api/v4/users/password/reset/send"], sandbox.Wire);
        Assert.Equal("""{"email":"member@example.com"}""", sandbox.Server.Requests[0].Body);
        sandbox.Server.ClearRequests();

        shell.RunClean("'member', $args[0], 'sysadmin', 'mfa.member@example.com' | Send-ChatVerificationEmail", users[1].Id);
        Assert.Equal(
            ["POST /api/v4/users/usernames", "POST /api/v4/users/ids", .. Enumerable.Repeat("POST /api/v4/users/email/verify/send", 4)], sandbox.Wire);
        Assert.Equal(
            [
                ("member@example.com", "password reset"), ("mfa.member@example.com", "password reset"), ("member@example.com", "verification"),
                ("mfa.member@example.com", "verification"), ("sysadmin@example.com", "verification"), ("mfa.member@example.com", "verification"),
            ],
            sandbox.Simulated.State.Mails);
        sandbox.Server.ClearRequests();

        shell.RunClean("Send-ChatPasswordReset member, sysadmin -WhatIf");
        Assert.Empty(sandbox.Wire);
        Assert.StartsWith("ChatPS.NotFound", shell.Fail("Send-ChatPasswordReset nobody.here").FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    [Fact]
    public void Pictures_are_set_saved_and_taken_away()
    {
        using var shell = sandbox.Connect(sandbox.Mattermost);
        using var picture = new TestPicture();
        var user = New(shell, "pretty");
        var folder = Directory.CreateTempSubdirectory().FullName;
        try
        {
            sandbox.Server.ClearRequests();
            shell.RunClean("$args[0] | Set-ChatUser -Photo $args[1]", user, picture.Path);
            Assert.Equal([$"POST /api/v4/users/{user.Id}/image"], sandbox.Wire);
            Assert.Contains("name=\"image\"", sandbox.Server.Requests[0].Body.Replace("name=image", "name=\"image\"", StringComparison.Ordinal), StringComparison.Ordinal);
            sandbox.Server.ClearRequests();

            var saved = shell.RunClean("'pretty', 'member' | Save-ChatAvatar -Destination $args[0] -PassThru", folder);
            Assert.Equal(["pretty.png", "member.png"], saved.Select(file => ((System.IO.FileInfo)file.BaseObject).Name));
            var kept = File.ReadAllBytes(Path.Combine(folder, "pretty.png"));
            sandbox.AssertKept(picture, kept);
            Assert.Equal("POST /api/v4/users/usernames", sandbox.Wire.First());
            Assert.StartsWith("ChatPS.Conflict", shell.Fail("Save-ChatAvatar pretty $args[0]", folder).FullyQualifiedErrorId, StringComparison.Ordinal);
            sandbox.Server.ClearRequests();

            shell.RunClean("$args[0] | Set-ChatUser -Photo $null", user);
            Assert.Equal([$"DELETE /api/v4/users/{user.Id}/image"], sandbox.Wire);
            shell.RunClean("$args[0] | Save-ChatAvatar -Destination $args[1] -Force", user, folder);
            Assert.NotEqual(kept, File.ReadAllBytes(Path.Combine(folder, "pretty.png")));
            sandbox.Server.ClearRequests();
            shell.RunClean("Save-ChatAvatar member $args[0] -Force -WhatIf", folder);
            Assert.Empty(sandbox.Wire);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [SandboxFact("looks inside the server")]
    public void The_custom_status_has_words_an_emoji_and_an_end()
    {
        using var shell = sandbox.Connect(sandbox.Mattermost);
        var id = sandbox.Mattermost.Member.UserId;
        shell.RunClean("Set-ChatUserPresence -User $args[0] -Message 'At sea' -Emoji :ship: -Until 2100-01-02T03:04:05Z", id);
        Assert.Equal([$"PUT /api/v4/users/{id}/status/custom"], sandbox.Wire);
        Assert.Equal(
            """{"emoji":"ship","text":"At sea","duration":"date_and_time","expires_at":"2100-01-02T03:04:05Z"}""",
            sandbox.Server.Requests[0].Body.Replace("05.000Z", "05Z", StringComparison.Ordinal));
        Assert.Contains("At sea", CustomStatus(shell, id), StringComparison.Ordinal);
        sandbox.Server.ClearRequests();

        var both = shell.Run<ChatUserPresence>("Get-ChatUserPresence $args[0], sysadmin", id);
        Assert.Equal(["POST /api/v4/users/usernames", "POST /api/v4/users/status/ids", "POST /api/v4/users/ids"], sandbox.Wire);
        Assert.Equal(
            [("member", "At sea", "ship", new DateTimeOffset(2100, 1, 2, 3, 4, 5, TimeSpan.Zero)), ("sysadmin", null, null, null)],
            both.Select(one => (one.UserName, one.Message, one.Emoji, one.Until)));
        Service.State.Users[id]!.Props!["customStatus"] = """{"emoji":"ship","text":"Long ago","expires_at":"2001-02-03T04:05:06Z"}""";
        Assert.Null(shell.Run<ChatUserPresence>("Get-ChatUserPresence $args[0]", id).Single().Message);
        sandbox.Server.ClearRequests();

        var presence = shell.Run<ChatUserPresence>("'member' | Set-ChatUserPresence away -Message Lunch -PassThru").Single();
        Assert.Equal(("member", "away", "Lunch", "speech_balloon"), (presence.UserName, presence.Status, presence.Message, presence.Emoji));
        Assert.Null(presence.Until);
        Assert.Equal("""{"emoji":"speech_balloon","text":"Lunch"}""", sandbox.Server.Requests[1].Body);
        Assert.Equal($"PUT /api/v4/users/{id}/status", sandbox.Wire.ElementAt(2));
        sandbox.Server.ClearRequests();

        shell.RunClean("Set-ChatUserPresence -User $args[0] -Message ''", id);
        Assert.Equal([$"DELETE /api/v4/users/{id}/status/custom"], sandbox.Wire);
        Assert.DoesNotContain("Lunch", CustomStatus(shell, id), StringComparison.Ordinal);
        Assert.StartsWith("ChatPS.InvalidRequest", shell.Fail("Set-ChatUserPresence away -Until 2100-01-01").FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    [Fact]
    public void Users_without_a_team_are_listed()
    {
        using var shell = sandbox.Connect(sandbox.Mattermost);
        New(shell, "stray");
        sandbox.Server.ClearRequests();
        Assert.Contains("stray", shell.Run<ChatUser>("Get-ChatUser -WithoutTeam").Select(user => user.UserName));
        Assert.Equal("GET /api/v4/users?without_team=true&per_page=200&page=0", sandbox.Wire.First());
        sandbox.Server.ClearRequests();
        Assert.Equal("stray", shell.Run<ChatUser>("Get-ChatUser -WithoutTeam -Search stray -First 5").Single().UserName);
        Assert.Equal("""{"term":"stray","without_team":true,"allow_inactive":true,"limit":5}""", sandbox.Server.Requests[0].Body);
        Assert.StartsWith("ChatPS.NotSupported", shell.Fail("Get-ChatUser -WithoutTeam -Team x").FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    [Fact]
    public void Groups_take_a_license()
    {
        using var shell = sandbox.Connect(sandbox.Mattermost);
        var id = new string('g', 26);
        var error = shell.Fail("Get-ChatUser -Group $args[0]", id);
        Assert.StartsWith("ChatPS.NotSupported", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains("license", error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
        Assert.Equal([$"GET /api/v4/users?in_group={id}&per_page=200&page=0"], sandbox.Wire);
        Assert.Contains("license", shell.Fail("Get-ChatUser -Group $args[0] -Search a", id).ErrorDetails.RecommendedAction, StringComparison.Ordinal);
    }

    [SandboxFact("needs a license")]
    public void With_a_license_the_users_of_a_group_are_listed_and_searched()
    {
        using var shell = sandbox.Connect(sandbox.Mattermost);
        Service.IsLicensed = true;
        var names = shell.Run<ChatUser>("Get-ChatGroupUser launch-crew | Get-ChatUser").Select(user => user.UserName).Order(StringComparer.Ordinal).ToList();
        Assert.Equal(4, names.Count);
        Assert.Equal(names, shell.Run<ChatUser>("Get-ChatUser -Group launch-crew").Select(user => user.UserName));
        Assert.Equal([names[0]], shell.Run<ChatUser>("Get-ChatUser -Group launch-crew -Search $args[0]", names[0]).Select(user => user.UserName));
        using var member = sandbox.Connect(sandbox.Mattermost, sandbox.Mattermost.Member);
        var id = Service.State.Server.Groups.Sorted.First(group => group.Name == "launch-crew").Id;
        Assert.StartsWith("ChatPS.Forbidden", member.Fail("Get-ChatUser -Group $args[0]", id).FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    [SandboxFact("needs a license")]
    public void Roles_of_managers_take_a_license()
    {
        using var shell = sandbox.Connect(sandbox.Mattermost);
        var user = New(shell, "manager");
        Assert.Contains("license", shell.Fail("Set-ChatUser manager -AddRole system_manager").ErrorDetails.RecommendedAction, StringComparison.Ordinal);
        Service.IsLicensed = true;
        shell.RunClean("Set-ChatUser manager -AddRole system_manager");
        Assert.Equal("system_user system_manager", Service.State.Users[user.Id]!.Roles);
    }

    [SandboxFact("needs a license")]
    public void Members_whom_groups_would_not_keep_are_listed()
    {
        using var shell = sandbox.Connect(sandbox.Mattermost);
        Service.IsLicensed = true;
        var group = Service.State.Server.Groups.Sorted.First(one => one.DeleteAt == 0);
        var kept = Service.State.TeamByName("northwind-harbor")!.Members.Sorted.Select(one => one.UserId).First(id => id != sandbox.Mattermost.Admin.UserId);
        if (!group.Members.Contains(Service.State.Users[kept]!))
            group.Members.Add(Service.State.Users[kept]!);
        sandbox.Server.ClearRequests();

        var team = Service.State.TeamByName("northwind-harbor")!.Id;
        var outside = shell.Run<ChatUser>("Get-ChatUser -Team northwind-harbor -NotInGroup $args[0], $args[1] -First 5", group.DisplayName, group.Id);
        Assert.Equal($"GET /api/v4/teams/{team}/members_minus_group_members?group_ids={group.Id}%2C{group.Id}&per_page=5&page=0", sandbox.Wire.Last());
        Assert.Equal(5, outside.Count);
        var all = shell.Run<ChatUser>("Get-ChatUser -Team northwind-harbor -Room town-square -NotInGroup $args[0]", group.Id);
        Assert.Contains("/members_minus_group_members?group_ids=" + group.Id, sandbox.Wire.Last(), StringComparison.Ordinal);
        Assert.DoesNotContain(all, user => user.Id == kept);
        Assert.Contains(all, user => user.Id == sandbox.Mattermost.Admin.UserId);
        Assert.Contains("-Team or -Room", shell.Fail("Get-ChatUser -NotInGroup x").ErrorDetails.RecommendedAction, StringComparison.Ordinal);
        Assert.StartsWith("ChatPS.InvalidRequest", shell.Fail("Get-ChatUser -Room r -NotInGroup x -Active").FullyQualifiedErrorId, StringComparison.Ordinal);
        Service.IsLicensed = false;
        Assert.StartsWith("ChatPS.NotSupported", shell.Fail("Get-ChatUser -Team northwind-harbor -NotInGroup $args[0]", group.Id).FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    [SandboxFact("looks inside the server")]
    public void Who_is_locked_out_may_come_in_again_and_wrong_addresses_are_found()
    {
        using var shell = sandbox.Connect(sandbox.Mattermost);
        var user = New(shell, "locked.out");
        Service.State.Users[user.Id]!.FailedAttempts = 100;
        sandbox.Server.ClearRequests();
        shell.RunClean("Set-ChatUser $args[0] -Unlock -WhatIf", user.Id);
        Assert.Empty(sandbox.Wire);
        shell.RunClean("Set-ChatUser $args[0] -Unlock", user.Id);
        Assert.Equal([$"POST /api/v4/users/{user.Id}/reset_failed_attempts"], sandbox.Wire);
        Assert.Equal(0, Service.State.Users[user.Id]!.FailedAttempts);

        shell.RunClean("Set-ChatServerConfig TeamSettings.EnableOpenServer $false; Set-ChatServerConfig TeamSettings.RestrictCreationToDomains example.org");
        try
        {
            sandbox.Server.ClearRequests();
            Assert.Contains(shell.Run<ChatUser>("Get-ChatUser -InvalidEmail"), found => found.Id == user.Id);
            Assert.Equal("GET /api/v4/users/invalid_emails?per_page=200&page=0", sandbox.Wire.First());
            shell.RunClean("Set-ChatServerConfig TeamSettings.RestrictCreationToDomains 'example.org, example.com'");
            Assert.DoesNotContain(shell.Run<ChatUser>("Get-ChatUser -InvalidEmail"), found => found.Id == user.Id);
            Assert.StartsWith("ChatPS.InvalidRequest", shell.Fail("Get-ChatUser -InvalidEmail -Team x").FullyQualifiedErrorId, StringComparison.Ordinal);
        }
        finally
        {
            shell.RunClean("Reset-ChatServerConfig TeamSettings -Force");
        }
        sandbox.Mattermost.Faults.Unknown = (_, path) => path.EndsWith("/invalid_emails", StringComparison.Ordinal) || path.EndsWith("/reset_failed_attempts", StringComparison.Ordinal);
        try
        {
            foreach (var script in new[] { "Get-ChatUser -InvalidEmail", "Set-ChatUser sysadmin -Unlock" })
            {
                var error = shell.Fail(script);
                Assert.StartsWith("ChatPS.NotSupported", error.FullyQualifiedErrorId, StringComparison.Ordinal);
                Assert.Contains("Mattermost 5.37", error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
            }
        }
        finally
        {
            sandbox.Mattermost.Faults.Unknown = null;
        }
    }

    [Theory]
    [InlineData("Set-ChatUser x -AddRole y")]
    [InlineData("Set-ChatUser x -Bot")]
    [InlineData("Set-ChatUser x -Mfa:$false")]
    [InlineData("Set-ChatUser x -AuthService a -AuthData b")]
    [InlineData("Get-ChatUser -WithoutTeam")]
    [InlineData("Get-ChatUser -Group g")]
    [InlineData("Get-ChatUser -Room r -NotInGroup g")]
    [InlineData("Get-ChatUser -InvalidEmail")]
    [InlineData("Set-ChatUser x -Unlock")]
    [InlineData("Send-ChatPasswordReset x")]
    [InlineData("Send-ChatVerificationEmail x")]
    [InlineData("Convert-ChatUserAuth email ldap -MatchField email -Force")]
    [InlineData("Save-ChatAvatar x")]
    [InlineData("Set-ChatUserPresence away -Emoji a")]
    public void Others_have_nothing_of_it(string script)
    {
        using var shell = sandbox.Connect(sandbox.HipChat);
        Assert.StartsWith("ChatPS.NotSupported", shell.Fail(script).FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Empty(sandbox.Wire);
    }

    private static string CustomStatus(Shell shell, string id) => string.Concat(shell.RunClean("(Invoke-ChatOperation GetUser $args[0]).props.customStatus", id));

    private static ChatUser New(Shell shell, string name) =>
        shell.Run<ChatUser>("New-ChatUser $args[0] $args[1] $args[2]", name, name + "@example.com", SandboxFixture.Protect("long-enough-1")).Single();
}
