using ChatPS.Sandbox.Platforms.HipChat;

namespace ChatPS.Tests.Cmdlets.HipChat;

public sealed class UserTests(SandboxFixture sandbox) : IClassFixture<SandboxFixture>
{
    private HipChatState State => ((HipChatService)sandbox.HipChat).State;

    [Fact]
    public void GetAllUsers()
    {
        using var shell = sandbox.Connect(sandbox.HipChat);
        var users = shell.Run<ChatUser>("Get-ChatUser");
        Assert.Equal(["GET /v2/user?expand=items&max-results=1000"], sandbox.Wire);
        Assert.Equal(State.Users.Values.Where(u => !u.IsGuest && !u.IsDeleted).Select(u => (u.MentionName, u.Email)), users.Select(u => (u.UserName, u.Email!)));
        sandbox.Server.ClearRequests();
        var more = shell.Run<ChatUser>("Get-ChatUser -IncludeGuest -IncludeDeleted");
        Assert.Equal(["GET /v2/user?include-guests=true&include-deleted=true&expand=items&max-results=1000"], sandbox.Wire);
        Assert.Contains(more, u => u.IsGuest == true);
        Assert.Equal(State.Users.Values.Where(u => u.IsDeleted).Select(u => $"{u.Id}"), more.Where(u => !u.IsActive).Select(u => u.Id));
    }

    [Fact]
    public void ViewUser()
    {
        using var shell = sandbox.Connect(sandbox.HipChat);
        var member = sandbox.HipChat.Member;
        var users = shell.Run<ChatUser>("Get-ChatUser $args[0], $args[1], $args[2], ('@' + $args[2])", member.UserId, member.Email, member.UserName);
        Assert.Equal(
            [
                $"GET /v2/user/{member.UserId}", $"GET /v2/user/{Uri.EscapeDataString(member.Email)}", $"GET /v2/user/%40{member.UserName}",
                $"GET /v2/user/%40{member.UserName}",
            ],
            sandbox.Wire);
        var known = State.FindMention(member.UserName)!;
        Assert.All(users, u => Assert.Equal(
            (member.UserId, member.UserName, known.Name, known.Email, known.Title, known.Timezone, false, false),
            (u.Id, u.UserName, u.DisplayName, u.Email, u.Position, u.TimeZone, u.IsAdmin, u.IsGuest)));
        Assert.Equal(("chat", TimeSpan.FromSeconds(40)), (users[0].Presence!.Status, users[0].Presence!.IdleTime));
        Assert.NotNull(users[0].CreatedAt);

        sandbox.Server.ClearRequests();
        Assert.Equal(sandbox.HipChat.Admin.UserName, shell.Run<ChatUser>("Get-ChatUser -Me").Single().UserName);
        Assert.Equal([$"GET /v2/user/{sandbox.HipChat.Admin.UserId}"], sandbox.Wire);
        Assert.Equal(member.UserName, shell.Run<ChatUser>("Get-ChatUser $args[0]", member.Email[..5] + "*").Single(u => u.Id == member.UserId).UserName);
    }

    [Fact]
    public void CreateUser()
    {
        using var shell = sandbox.Connect(sandbox.HipChat);
        var user = shell.Run<ChatUser>(
            "New-ChatUser NewcomerN newcomer@example.com $args[0] -DisplayName 'Nia Newcomer' -Position Tester -TimeZone Europe/Berlin -Role admin",
            SandboxFixture.Protect("first-secret")).Single();
        Assert.Equal(["POST /v2/user", $"GET /v2/user/{user.Id}"], sandbox.Wire);
        Assert.Equal(
            """{"name":"Nia Newcomer","mention_name":"NewcomerN","email":"newcomer@example.com","title":"Tester","timezone":"Europe/Berlin","roles":["admin"],"is_group_admin":true,"password":"first-secret"}""",
            sandbox.Server.Requests[0].Body);
        Assert.Equal(
            ("NewcomerN", "Nia Newcomer", "newcomer@example.com", "Tester", "Europe/Berlin", true),
            (user.UserName, user.DisplayName, user.Email, user.Position, user.TimeZone, user.IsAdmin));
        // A password that the server makes is told to nobody.
        var other = shell.RunClean("New-ChatUser Plain plain@example.com -Verbose").Single();
        Assert.DoesNotContain(other.Properties, p => p.Name == "Password");
        Assert.DoesNotContain(State.FindMention("Plain")!.Password, shell.Spoken, StringComparison.Ordinal);
    }

    [Fact]
    public void UpdateUser_keeps_what_is_not_given()
    {
        using var shell = sandbox.Connect(sandbox.HipChat);
        var user = NewUser(shell, "Kept", "-Position Tester -TimeZone Asia/Tokyo -DisplayName 'Kim Kept'");
        State.FindMention("Kept")!.Presence = new("dnd", "busy");
        var changed = shell.Run<ChatUser>("Set-ChatUser Kept -UserName Renamed -PassThru").Single();
        Assert.Equal(["GET /v2/user/%40Kept", $"PUT /v2/user/{user.Id}", $"GET /v2/user/{user.Id}"], sandbox.Wire);
        Assert.Equal(
            """{"name":"Kim Kept","mention_name":"Renamed","email":"Kept@example.com","title":"Tester","timezone":"Asia/Tokyo","roles":["user"],"is_group_admin":false}""",
            sandbox.Server.Requests[1].Body);
        Assert.Equal(
            ("Renamed", "Kim Kept", "Tester", "Asia/Tokyo", "dnd"), (changed.UserName, changed.DisplayName, changed.Position, changed.TimeZone, changed.Presence!.Status));

        var more = shell.Run<ChatUser>(
            "$args[0] | Set-ChatUser -DisplayName Kim -Email kim@example.com -Position '' -TimeZone UTC -Role admin -Password $args[1] -PassThru",
            user, SandboxFixture.Protect("next-secret")).Single();
        Assert.Equal(("Kim", "kim@example.com", null, "UTC", true), (more.DisplayName, more.Email, more.Position, more.TimeZone, more.IsAdmin));
        Assert.Equal("next-secret", State.FindMention("Renamed")!.Password);
        Assert.Contains("-DisplayName", shell.Fail("Set-ChatUser Renamed -DisplayName $null").ErrorDetails.RecommendedAction, StringComparison.Ordinal);
    }

    [Fact]
    public void UpdatePhoto_and_DeletePhoto()
    {
        using var shell = sandbox.Connect(sandbox.HipChat);
        var user = NewUser(shell, "Pictured");
        using var picture = new TestPicture();
        Assert.NotNull(shell.Run<ChatUser>("Set-ChatUser Pictured -Photo $args[0] -PassThru", picture.Path).Single().AvatarUrl);
        Assert.Equal(["PUT /v2/user/%40Pictured/photo", "GET /v2/user/%40Pictured"], sandbox.Wire);
        Assert.Equal($$"""{"photo":"{{picture.Base64}}"}""", sandbox.Server.Requests[0].Body);
        Assert.Null(shell.Run<ChatUser>("$args[0] | Set-ChatUser -Photo '' -PassThru", user).Single().AvatarUrl);
        Assert.Equal($"DELETE /v2/user/{user.Id}/photo", sandbox.Wire.ElementAt(2));
    }

    [Fact]
    public void DeleteUser()
    {
        using var shell = sandbox.Connect(sandbox.HipChat);
        var user = NewUser(shell, "Leaving");
        shell.RunClean("Remove-ChatUser Leaving -WhatIf; New-ChatUser x x@example.com -WhatIf; Set-ChatUser Leaving -Email y@example.com -WhatIf");
        Assert.Empty(sandbox.Wire);
        shell.RunClean("$args[0] | Remove-ChatUser -Force", user);
        Assert.Equal([$"DELETE /v2/user/{user.Id}"], sandbox.Wire);
        Assert.False(shell.Run<ChatUser>("Get-ChatUser $args[0]", user.Id).Single().IsActive);
        Assert.StartsWith("ChatPS.NotFound", shell.Fail("Remove-ChatUser Leaving -Force").FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("HipChat", "Get-ChatUser -Search x")]
    [InlineData("HipChat", "Get-ChatUser -Room x")]
    [InlineData("HipChat", "Get-ChatUser -Active")]
    [InlineData("HipChat", "Get-ChatUser -Inactive")]
    [InlineData("HipChat", "Get-ChatUser -Role admin")]
    [InlineData("HipChat", "New-ChatUser x x@example.com -FirstName y")]
    [InlineData("HipChat", "New-ChatUser x x@example.com -Guest")]
    [InlineData("HipChat", "Set-ChatUser x -Nickname y")]
    [InlineData("HipChat", "Set-ChatUser x -Active:$false")]
    [InlineData("HipChat", "Remove-ChatUser x -Permanent -Force")]
    [InlineData("Mattermost", "Get-ChatUser -IncludeGuest")]
    [InlineData("Mattermost", "Get-ChatUser -IncludeDeleted")]
    [InlineData("Mattermost", "New-ChatUser x x@example.com -DisplayName y")]
    [InlineData("Gitter", "Get-ChatUser -IncludeGuest -Search x")]
    [InlineData("Heroku", "Set-ChatUser x -TimeZone UTC")]
    [InlineData("Heroku", "Set-ChatUser x -Photo $null")]
    public void What_a_platform_has_no_place_for_is_refused(string platform, string script)
    {
        using var shell = sandbox.Connect(sandbox.Server[platform]);
        Assert.StartsWith("ChatPS.NotSupported", shell.Fail(script).FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Empty(sandbox.Wire);
    }

    [Fact]
    public void Mattermost_still_needs_a_password()
    {
        using var shell = sandbox.Connect(sandbox.Mattermost);
        Assert.Contains("-Password", shell.Fail("New-ChatUser nobody nobody@example.com").ErrorDetails.RecommendedAction, StringComparison.Ordinal);
        Assert.Empty(sandbox.Wire);
    }

    private ChatUser NewUser(Shell shell, string name, string parameters = "")
    {
        var user = shell.Run<ChatUser>($"New-ChatUser $args[0] \"$($args[0])@example.com\" {parameters}", name).Single();
        sandbox.Server.ClearRequests();
        return user;
    }
}
