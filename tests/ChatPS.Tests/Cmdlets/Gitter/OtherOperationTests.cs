using ChatPS.Sandbox.Platforms.Gitter;

namespace ChatPS.Tests.Cmdlets.Gitter;

/// <summary>What has no cmdlet of its own is called by its name.</summary>
public sealed class OtherOperationTests(SandboxFixture sandbox) : IClassFixture<SandboxFixture>
{
    private const string Backend = "northwind-harbor/backend";

    public static TheoryData<string, string> Calls { get; } = new()
    {
        { "ListUserOrgs -UserId me", "GET /v1/user/me/orgs" },
        { "ReportMessage -RoomId $room -MessageId $message", "POST /v1/rooms/{room}/chatMessages/{message}/report" },
        { "ListBans -RoomId $room", "GET /v1/rooms/{room}/bans" },
        { "ListCollaborators -RoomId $room", "GET /v1/rooms/{room}/collaborators" },
        { "ListRoomSuggestedRooms -RoomId $room", "GET /v1/rooms/{room}/suggestedRooms" },
        { "ListRoomMeta -RoomId $room", "GET /v1/rooms/{room}/meta" },
        { "SetRoomMeta -RoomId $room -WelcomeMessage hello", "POST /v1/rooms/{room}/meta" },
        { "InviteToRoom -RoomId $room -Email guest@example.com", "POST /v1/rooms/{room}/invites" },
        { "ListRoomIssues -RoomId $room", "GET /v1/rooms/{room}/issues" },
        { "PatchUserRoom -UserId me -RoomId $room -Favourite 1", "PATCH /v1/user/me/rooms/{room}" },
        { "GetRoomNotificationSettings -UserId me -RoomId $room", "GET /v1/user/me/rooms/{room}/settings/notifications" },
        { "UpdateRoomNotificationSettings -UserId me -RoomId $room -Mode mute", "PUT /v1/user/me/rooms/{room}/settings/notifications" },
        { "MarkLastSeenItem -UserId me -RoomId $room -ItemId $message", "PUT /v1/user/me/rooms/{room}/unreadItems/{message}" },
        { "PatchUserGroup -UserId me -GroupId $group -Favourite 1", "PATCH /v1/user/me/groups/{group}" },
        { "GetUserSetting -UserId me -Setting lang", "GET /v1/user/me/settings/lang" },
        { "SetUserSetting -UserId me -Setting lang -Body @{ language = 'de' }", "PUT /v1/user/me/settings/lang" },
        { "SetUserSettings -UserId me -Body @{ lang = @{ language = 'de' } }", "POST /v1/user/me/settings" },
        { "ListUserSuggestedRooms -UserId me", "GET /v1/user/me/suggestedRooms" },
        { "ListGroupSuggestedRooms -GroupId $group", "GET /v1/groups/{group}/suggestedRooms" },
        { "GetGroupSecurity -GroupId $group", "GET /v1/groups/{group}/security" },
        { "UpdateGroupSecurity -GroupId $group -ExtraAdmins $user", "PUT /v1/groups/{group}/security" },
        { "CreateGroupRoom -GroupId $group -Name from-here -Topic new", "POST /v1/groups/{group}/rooms" },
        { "ListOauthClients", "GET /v1/oauth-clients" },
        { "CreateOauthClient -Name robot -RegisteredRedirectUri https://robot.example.com/back", "POST /v1/oauth-clients" },
        { "GetRepoInfo -Type GH_REPO -LinkPath $repo", "GET /v1/repo-info?type=GH_REPO&linkPath={repo}" },
        { "LeaveUserRoom -UserId me -RoomId $room", "DELETE /v1/user/me/rooms/{room}" },
    };

    [Theory]
    [MemberData(nameof(Calls))]
    public void It_is_called_and_answered(string call, string wire)
    {
        var state = ((GitterService)sandbox.Gitter).State;
        var room = state.RoomsByUri[Backend];
        (string Name, string Value)[] names =
        [
            ("room", room.Id), ("group", room.Group!.Id), ("message", room.Messages[^1].Id), ("repo", state.Repos.Values.First().FullName),
            ("user", state.UserByName(sandbox.Gitter.Admin.UserName)!.Id),
        ];
        using var shell = sandbox.Connect(sandbox.Gitter);
        foreach (var (name, value) in names)
        {
            shell.RunClean($"$global:{name} = $args[0]", value);
            wire = wire.Replace($"{{{name}}}", wire.Contains('?', StringComparison.Ordinal) ? Uri.EscapeDataString(value) : value, StringComparison.Ordinal);
        }
        shell.RunClean($"$null = Invoke-ChatOperation {call}");
        Assert.Equal(wire, sandbox.Wire.Single());
    }

    [Fact]
    public void Somebody_is_banned_seen_among_the_banned_and_let_in_again()
    {
        using var shell = sandbox.Connect(sandbox.Gitter);
        var room = ((GitterService)sandbox.Gitter).State.RoomsByUri[Backend];
        var user = room.Members.First(member => member.User.UserName != sandbox.Gitter.Admin.UserName && member.User.UserName != sandbox.Gitter.Member.UserName
            && !room.Group!.OrgMembers.Contains(member.User.Id)).User;
        shell.RunClean("$null = Invoke-ChatOperation BanUser -RoomId $args[0] -Username $args[1]", room.Id, user.UserName);
        Assert.Equal(user.UserName, shell.RunClean("(Invoke-ChatOperation GetBan -RoomId $args[0] -Username $args[1]).user.username", room.Id, user.UserName).Single().ToString());
        shell.RunClean("$null = Invoke-ChatOperation UnbanUser -RoomId $args[0] -Username $args[1]", room.Id, user.UserName);
        Assert.StartsWith("ChatPS.NotFound", shell.Fail("Invoke-ChatOperation GetBan -RoomId $args[0] -Username $args[1]", room.Id, user.UserName).FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("UpdateGroup -GroupId $group")]
    [InlineData("StreamMessages -RoomId $room")]
    public void What_the_server_does_not_do_is_an_error(string call)
    {
        var room = ((GitterService)sandbox.Gitter).State.RoomsByUri[Backend];
        using var shell = sandbox.Connect(sandbox.Gitter);
        shell.RunClean("$global:room = $args[0]; $global:group = $args[1]", room.Id, room.Group!.Id);
        Assert.StartsWith("ChatPS.", shell.Fail($"Invoke-ChatOperation {call}").FullyQualifiedErrorId, StringComparison.Ordinal);
    }
}
