using System.Management.Automation;
using System.Security.Cryptography.X509Certificates;
using ChatPS.Client.Platforms.Mattermost;
using ChatPS.Client.Sessions;
using ChatPS.Sandbox;
using ChatPS.Sandbox.Platforms.Mattermost;
using ChatPS.Tests.Client;
using ChatPS.Tests.Cmdlets.Mattermost.Real;
using Microsoft.Extensions.Time.Testing;

namespace ChatPS.Tests.Cmdlets.Mattermost;

public sealed class RoomWatchTests(SandboxFixture sandbox) : IClassFixture<SandboxFixture>, IDisposable
{
    private const string Team = Backstage.Team;
    private const string Quick = "-Retry @{ InitialInterval = 0.01; MaxInterval = 0.05; MaxRetries = 1000 }";

    private Backstage Stage => field ??= sandbox.Simulated is { } service ? (Backstage)new SandboxBackstage(service) : new RealBackstage((RealMattermost)sandbox.Mattermost);

    private SandboxService Service => sandbox.Mattermost;

    private Backstage.Person Admin => Stage.Admin;

    private Backstage.Person Member => Stage.Member;

    public void Dispose()
    {
        sandbox.Mattermost.Faults.Clear();
        SpinWait.SpinUntil(() => sandbox.Server.ActiveRequests == 0, TimeSpan.FromSeconds(10));
        Stage.Dispose();
    }

    [Fact]
    public async Task Messages_of_all_rooms_come_over_one_socket_and_it_is_hung_up()
    {
        using var shell = sandbox.Connect(sandbox.Mattermost);
        var (one, other) = (NewRoom(), NewRoom());
        var watching = Task.Run(() => shell.Run<ChatMessage>("$args[0], $args[1] | Watch-ChatRoom -Team $args[2] -Count 3", one.Id, other.Name, Team));
        await ConnectedAsync();
        Post(NewRoom(), "elsewhere");
        Post(one, "one");
        Post(other, "two");
        var reply = Post(one, "three", root: Post(one, "root"));
        var messages = await watching;
        Assert.Equal([(one.Id, "one"), (other.Id, "two"), (one.Id, "root")], messages.Select(message => (message.RoomId!, message.Text)));
        Assert.All(messages, message => Assert.Equal((Member.Id, Member.Username), (message.UserId, message.UserName)));
        Assert.NotNull(reply.RootId);
        Assert.Single(sandbox.Wire, line => line.StartsWith("GET /api/v4/websocket", StringComparison.Ordinal));
        Gone();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Nothing_is_missed_and_nothing_comes_twice_when_connections_break_all_the_time(bool reliable)
    {
        Stage.IsReliable = reliable;
        using var shell = sandbox.Connect(sandbox.Mattermost);
        var room = NewRoom();
        sandbox.Mattermost.Faults.StreamItems = 12;
        // Longer than a busy machine may keep the client from reading the first answer: it would begin anew, and later.
        AskEvery(shell, TimeSpan.FromSeconds(3));
        var watching = Task.Run(() => shell.Run<ChatMessage>($"Watch-ChatRoom $args[0] -Count 81 -Timeout 60 {Quick}", room.Id));
        await ConnectedAsync();
        for (var i = 0; i < 80; i++)
        {
            Post(room, $"m{i}");
            if (i % 17 == 0)
                sandbox.Mattermost.Faults.EndStreams();
            if (i % 9 == 0)
                sandbox.Mattermost.Faults.LoseNext(1);
            if (i % 10 == 0)
                await Task.Delay(20);
        }
        // Whether the last one was lost nobody could tell without another.
        sandbox.Mattermost.Faults.LoseNext(0);
        Post(room, "m80");
        Assert.Equal(Enumerable.Range(0, 81).Select(i => $"m{i}"), (await watching).Select(message => message.Text));
    }

    [SandboxTheory("turns the clock")]
    [InlineData(0)]
    [InlineData(1)]
    public async Task What_is_said_in_the_millisecond_of_the_beginning_is_not_missed_and_what_was_said_before_does_not_come(int seconds)
    {
        var clock = new FakeTimeProvider(DateTimeOffset.UtcNow);
        await using var server = SandboxServer.Start(new() { Platforms = ["Mattermost"], Size = SandboxSize.Small, RateLimit = SandboxRateLimitMode.Off, TimeProvider = clock });
        var service = (MattermostService)server["Mattermost"];
        using var stage = new SandboxBackstage(service);
        stage.IsReliable = false;
        using var shell = new Shell();
        shell.RunClean("$null = Connect-ChatService Mattermost $args[0] -Token $args[1]", service.BaseUri, SandboxFixture.Protect(service.Admin.Token));
        var room = stage.NewRoom("O", withAdmin: true);
        for (var i = 0; i < 3; i++)
            stage.Post(room, "before", null);
        clock.Advance(TimeSpan.FromSeconds(seconds));
        var watching = Task.Run(() => shell.Run<ChatMessage>($"Watch-ChatRoom $args[0] -Count 1 -Timeout 20 {Quick}", room.Id));
        await UntilAsync(() => stage.Asking > 0);
        await UntilAsync(() => stage.IsQuiet);
        service.Faults.LoseNext(1);
        stage.Post(room, "at once", null);
        service.Faults.EndStreams();
        Assert.Equal(["at once"], (await watching).Select(message => message.Text));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_is_changed_removed_and_reacted_to_during_a_break_comes_once(bool reliable)
    {
        Stage.IsReliable = reliable;
        using var shell = sandbox.Connect(sandbox.Mattermost);
        using var member = new MattermostMember(this);
        var room = NewRoom();
        var (old, doomed, liked, disliked) = (Post(room, "old"), Post(room, "doomed"), Post(room, "liked"), Post(room, "disliked"));
        var watching = Task.Run(() => shell.Run($"Watch-ChatRoom $args[0] -Event -Count 8 -WarningAction SilentlyContinue {Quick}", room.Id));
        await ConnectedAsync();
        member.Run("Add-ChatReaction $args[0] eyes", disliked.Id);
        var live = Post(room, "live");
        await TellsAsync();
        Break();
        Post(room, "missed");
        member.Run("Set-ChatMessage $args[0] -Text changed", old.Id);
        member.Run("Set-ChatMessage $args[0] -Text 'changed live'", live.Id);
        member.Run("Remove-ChatMessage $args[0] -Confirm:$false", doomed.Id);
        member.Run("Add-ChatReaction $args[0] +1", liked.Id);
        member.Run("Remove-ChatReaction $args[0] eyes -Confirm:$false", disliked.Id);
        Mend();
        var news = (await watching).Select(item => item.BaseObject).ToArray();
        // What was removed a list of changes names, and no longer tells.
        Assert.Equal(["live", "missed"], news.OfType<ChatMessage>().Select(message => message.Text));
        Assert.Equal(
            [
                ("MessageChanged", old.Id, "changed"), ("MessageChanged", live.Id, "changed live"), ("MessageRemoved", doomed.Id, reliable ? doomed.Message : ""),
                ("ReactionAdded", disliked.Id, ":eyes:"), ("ReactionAdded", liked.Id, ":+1:"), ("ReactionRemoved", disliked.Id, ":eyes:"),
            ],
            news.OfType<ChatEvent>().Select(e => (e.Kind, e.MessageId!, e.Text!)).OrderBy(e => (e.Item1, e.Item3 != "changed", e.Item2 != disliked.Id)));
        Assert.Equal("changed", news.OfType<ChatEvent>().First(e => e.MessageId == old.Id).Message!.Text);
        Assert.All(news.OfType<ChatEvent>(), e => Assert.Equal((room.Id, Member.Username), (e.RoomId, e.UserName)));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_number_that_was_left_out_is_made_up_for(bool reliable)
    {
        Stage.IsReliable = reliable;
        using var shell = sandbox.Connect(sandbox.Mattermost);
        var room = NewRoom();
        var watching = Task.Run(() => shell.Run<ChatMessage>($"Watch-ChatRoom $args[0] -Count 3 {Quick}", room.Id));
        await ConnectedAsync();
        Post(room, "one");
        await TellsAsync();
        sandbox.Mattermost.Faults.LoseNext(1);
        Post(room, "lost");
        Post(room, "three");
        Assert.Equal(["one", "lost", "three"], (await watching).Select(message => message.Text));
    }

    [Fact]
    public async Task More_than_the_server_lists_at_once_comes_all_the_same()
    {
        Stage.IsReliable = false;
        using var shell = sandbox.Connect(sandbox.Mattermost);
        var room = NewRoom();
        var watching = Task.Run(() => shell.Run<ChatMessage>($"Watch-ChatRoom $args[0] -Count 1300 {Quick}", room.Id));
        await ConnectedAsync();
        Break();
        for (var i = 0; i < 1300; i++)
            Post(room, $"m{i}");
        Mend();
        Assert.Equal(Enumerable.Range(0, 1300).Select(i => $"m{i}"), (await watching).Select(message => message.Text));
    }

    [Fact]
    public async Task It_begins_after_a_message_and_goes_down_the_pipeline()
    {
        using var shell = sandbox.Connect(sandbox.Mattermost);
        var (room, target) = (NewRoom(), NewRoom());
        var first = Post(room, "before");
        for (var i = 0; i < 230; i++)
            Post(room, i % 100 == 0 ? $"deploy {i}" : "nothing");
        var watching = Task.Run(() => shell.Run<ChatMessage>(
            "Watch-ChatRoom $args[0] -After $args[1] -Count 231 | Where-Object Text -match deploy | Send-ChatMessage $args[2] -PassThru", room.Id, first.Id, target.Id));
        await ConnectedAsync();
        Post(room, "deploy at last");
        Assert.Equal(["deploy 0", "deploy 100", "deploy 200", "deploy at last"], (await watching).Select(message => message.Text));
        Assert.StartsWith(
            "ChatPS.InvalidRequest", shell.Fail("Watch-ChatRoom $args[0], $args[1] -After $args[2]", room.Id, target.Id, first.Id).FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_whole_team_is_watched_with_the_rooms_that_one_comes_into_later()
    {
        using var shell = sandbox.Connect(sandbox.Mattermost);
        using var member = new MattermostMember(this);
        var (room, private_) = (NewRoom(), NewRoom("P", false));
        var watching = Task.Run(() => shell.Run("Watch-ChatRoom -Team $args[0] -Event -Count 5", Team));
        await ConnectedAsync();
        Post(room, "here");
        Post(private_, "not for the administrator's eyes");
        member.Run("Add-ChatRoomUser $args[0] -User $args[1]", private_.Id, Admin.Username);
        Post(private_, "for all");
        var direct = Stage.NewDirectRoom();
        Post(direct, "of no team");
        member.Run("$null = Set-ChatRoom $args[0] -Topic new", private_.Id);
        var news = (await watching).Select(item => item.BaseObject).ToArray();
        // What the server says of who came in, it may say a little later.
        var messages = news.OfType<ChatMessage>().Select(m => (m.RoomId!, m.Type is null ? m.Text : null)).ToArray();
        Assert.Equal([(room.Id, "here"), (private_.Id, "for all")], messages.Where(message => message.Item2 is not null));
        Assert.Equal((private_.Id, null), Assert.Single(messages, message => message.Item2 is null));
        Assert.Equal([("UserJoined", private_.Id, Admin.Id), ("RoomChanged", private_.Id, null)], news.OfType<ChatEvent>().Select(e => (e.Kind, e.RoomId!, e.UserId)));
    }

    [Fact]
    public async Task A_room_that_is_not_there_or_not_ones_own_leaves_the_others()
    {
        using var shell = sandbox.Connect(sandbox.Mattermost);
        var (room, foreign, archived) = (NewRoom(), NewRoom("P", false), NewRoom());
        using var member = new MattermostMember(this);
        member.Run("Remove-ChatRoom $args[0] -Confirm:$false", archived.Id);
        var watching = Task.Run(() => shell.Run("Watch-ChatRoom $args[0], 'nobodys-room', $args[1], $args[2] -Team $args[3] -Count 1", room.Name, foreign.Id, archived.Id, Team));
        await ConnectedAsync();
        Post(room, "here");
        Assert.Equal("here", ((ChatMessage)Assert.Single(await watching).BaseObject).Text);
        Assert.Equal(
            [("ChatPS.NotFound", "nobodys-room"), ("ChatPS.Forbidden", foreign.Id), ("ChatPS.Conflict", archived.Id)],
            shell.Errors.Select(error => (error.FullyQualifiedErrorId.Split(',')[0], (string)error.TargetObject)));
    }

    [Fact]
    public async Task Who_is_thrown_out_is_told_so_and_it_ends_when_there_is_nothing_left()
    {
        using var shell = sandbox.Connect(sandbox.Mattermost);
        using var member = new MattermostMember(this);
        var room = NewRoom();
        var watching = Task.Run(() => shell.Run("Watch-ChatRoom $args[0] -Event", room.Id));
        await ConnectedAsync();
        member.Run("Remove-ChatRoomUser $args[0] -User $args[1] -Confirm:$false", room.Id, Admin.Username);
        var last = (ChatEvent)Assert.Single(await watching).BaseObject;
        Assert.Equal(("UserLeft", Admin.Id), (last.Kind, last.UserId));
        Assert.StartsWith("ChatPS.Forbidden", Assert.Single(shell.Errors).FullyQualifiedErrorId, StringComparison.Ordinal);
        Gone();
    }

    [Fact]
    public async Task Events_come_as_what_they_are()
    {
        using var shell = sandbox.Connect(sandbox.Mattermost);
        using var member = new MattermostMember(this);
        var room = NewRoom();
        var post = Post(room, "to be changed");
        var guest = Stage.Somebody();
        var watching = Task.Run(() => shell.Run("Watch-ChatRoom $args[0] -Event -Count 15", room.Id));
        await ConnectedAsync();
        Stage.MemberTypes(room);
        member.Run("Set-ChatMessage $args[0] -Text changed", post.Id);
        member.Run("Set-ChatMessage $args[0] -Pinned", post.Id);
        member.Run("Add-ChatReaction $args[0] :tada:", post.Id);
        member.Run("Remove-ChatReaction $args[0] tada -Confirm:$false", post.Id);
        member.Run("Remove-ChatMessage $args[0] -Confirm:$false", post.Id);
        member.Run("$null = Set-ChatRoom $args[0] -Topic 'The new topic'", room.Id);
        member.Run("Add-ChatRoomUser $args[0] -User $args[1]", room.Id, guest.Username);
        member.Run("Remove-ChatRoomUser $args[0] -User $args[1] -Confirm:$false", room.Id, guest.Username);
        member.Run("Remove-ChatRoom $args[0] -Confirm:$false", room.Id);
        using (var admin = sandbox.Connect(sandbox.Mattermost))
            admin.RunClean("$null = Restore-ChatRoom $args[0]", room.Id);

        var news = await watching;
        var events = news.Where(item => item.BaseObject is ChatEvent).ToArray();
        Assert.Equal(
            ["UserTyping", "MessageChanged", "MessageChanged", "ReactionAdded", "ReactionRemoved", "MessageRemoved", "RoomChanged", "UserJoined", "UserLeft", "RoomRemoved"],
            events.Select(e => ((ChatEvent)e.BaseObject).Kind).Take(10));
        Assert.Equal(["system_header_change", "system_add_to_channel", "system_remove_from_channel", "system_channel_deleted"], news.Select(item => item.BaseObject).OfType<ChatMessage>().Select(m => m.Type).Take(4));
        var byKind = events.Select(e => (ChatEvent)e.BaseObject).DistinctBy(e => e.Kind).ToDictionary(e => e.Kind);
        Assert.All(byKind.Values, e => Assert.Equal(room.Id, e.RoomId));
        Assert.Equal((Member.Id, Member.Username), (byKind["UserTyping"].UserId, byKind["UserTyping"].UserName));
        Assert.Equal((guest.Id, guest.Username), (byKind["UserJoined"].UserId, byKind["UserJoined"].UserName));
        Assert.Equal((post.Id, ":tada:"), (byKind["ReactionAdded"].MessageId, byKind["ReactionAdded"].Text));
        Assert.Equal("changed", byKind["MessageChanged"].Message!.Text);
        Assert.Equal("The new topic", events[6].Properties["Header"].Value);
    }

    [Fact]
    public async Task What_happens_to_the_account_and_on_the_server_comes_too()
    {
        using var shell = sandbox.Connect(sandbox.Mattermost);
        using var member = new MattermostMember(this);
        Stage.AdminIsOnline();
        var room = NewRoom();
        var watching = Task.Run(() => shell.Run<ChatEvent>("Watch-ChatRoom -Me -Count 6"));
        await ConnectedAsync();
        Post(room, "of no interest");
        Stage.AdminReads(room);
        member.Run("Remove-ChatRoomUser $args[0] -User $args[1] -Confirm:$false", room.Id, Admin.Username);
        member.Run("Add-ChatRoomUser $args[0] -User $args[1]", room.Id, Admin.Username);
        using var other = sandbox.Connect(sandbox.Mattermost);
        other.RunClean("Set-ChatUserPresence me -Status dnd");
        var name = "u" + Guid.NewGuid().ToString("N");
        other.RunClean("$null = New-ChatUser $args[0] -Email $args[1] -Password $args[2]", name, name + "@example.com", SandboxFixture.Protect("Secret-" + name));
        Stage.Change(name);
        var events = await watching;
        Assert.Equal(["Read", "RoomLeft", "RoomJoined", "StatusChanged", "UserCreated", "UserChanged"], events.Select(e => e.Kind));
        Assert.All(events.Take(3), e => Assert.Equal(room.Id, e.RoomId));
        Assert.Equal("dnd", events[3].Text);
        Assert.Equal(name, events[4].UserName);
        Assert.Equal((events[4].UserId, name), (events[5].UserId, events[5].UserName));
    }

    [Fact]
    public async Task A_token_that_ended_is_an_error_also_where_the_server_says_nothing()
    {
        using var shell = sandbox.Connect(sandbox.Mattermost);
        var token = Stage.LogIn();
        shell.RunClean("$script:other = Connect-ChatService Mattermost $args[0] -Token $args[1]", sandbox.Mattermost.BaseUri, SandboxFixture.Protect(token));
        var room = NewRoom();
        // The server goes on as if nothing were amiss, and only tells nothing any more.
        AskEvery(shell, TimeSpan.FromMilliseconds(100), "$other");
        var watching = Task.Run(() => shell.Fail("Watch-ChatRoom $args[0] -Session $other", room.Id));
        await ConnectedAsync();
        Stage.EndSession(token);
        Assert.StartsWith("ChatPS.Unauthorized", (await watching).FullyQualifiedErrorId, StringComparison.Ordinal);

        // And the next connection would only be silent.
        token = Stage.LogIn();
        shell.RunClean("$script:other = Connect-ChatService Mattermost $args[0] -Token $args[1]", sandbox.Mattermost.BaseUri, SandboxFixture.Protect(token));
        watching = Task.Run(() => shell.Fail($"Watch-ChatRoom $args[0] -Session $other {Quick}", room.Id));
        await ConnectedAsync();
        Stage.EndSession(token);
        sandbox.Mattermost.Faults.EndStreams();
        Assert.StartsWith("ChatPS.Unauthorized", (await watching).FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_connection_that_gives_no_sign_of_life_is_left()
    {
        using var shell = sandbox.Connect(sandbox.Mattermost);
        var room = NewRoom();
        AskEvery(shell, TimeSpan.FromMilliseconds(300));
        var watching = Task.Run(() => shell.Run<ChatMessage>($"Watch-ChatRoom $args[0] -Count 1 {Quick}", room.Id));
        await ConnectedAsync();
        sandbox.Mattermost.Faults.LoseNext(2);
        Post(room, "into the void");
        Assert.Equal("into the void", Assert.Single(await watching).Text);
    }

    [Fact]
    public void A_server_without_a_websocket_and_one_that_is_down_are_errors()
    {
        using var shell = sandbox.Connect(sandbox.Mattermost);
        var room = NewRoom();
        sandbox.Mattermost.Faults.AppliesTo = (_, path) => path.EndsWith("/websocket", StringComparison.Ordinal);
        sandbox.Mattermost.Faults.FailNext(10);
        Assert.StartsWith(
            "ChatPS.ServerError", shell.Fail("Watch-ChatRoom $args[0] -Retry @{ InitialInterval = 0.01; MaxRetries = 2 }", room.Id).FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Equal(3, sandbox.Wire.Count(line => line.Contains("/websocket", StringComparison.Ordinal)));
        sandbox.Mattermost.Faults.FailNext(10, 501);
        var error = shell.Fail("Watch-ChatRoom $args[0]", room.Id);
        Assert.StartsWith("ChatPS.NotSupported", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains("offers no websocket", error.ErrorDetails.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ctrl_c_ends_it_and_the_end_of_the_time_is_no_error()
    {
        using var shell = sandbox.Connect(sandbox.Mattermost);
        var room = NewRoom();
        Assert.Empty(shell.RunClean("Watch-ChatRoom $args[0] -Timeout 0.5", room.Id));
        Gone();
        using var engine = PowerShell.Create(shell.Runspace);
        engine.AddScript("Watch-ChatRoom $args[0] -Event -Me").AddArgument(room.Id);
        var run = engine.BeginInvoke();
        await ConnectedAsync();
        engine.Stop();
        Assert.ThrowsAny<RuntimeException>(() => engine.EndInvoke(run));
        Gone();
    }

    [Fact]
    public async Task The_token_is_in_no_text()
    {
        using var shell = sandbox.Connect(sandbox.Mattermost);
        var room = NewRoom();
        var watching = Task.Run(() => shell.Run($"Watch-ChatRoom $args[0] -Event -Count 2 -Verbose -Debug {Quick}", room.Id));
        await ConnectedAsync();
        Break();
        Post(room, "one");
        Post(room, "two");
        Mend();
        await watching;
        Assert.Contains("/api/v4/websocket", shell.Spoken, StringComparison.Ordinal);
        Assert.DoesNotContain(sandbox.Mattermost.Admin.Token, shell.Spoken, StringComparison.Ordinal);
        Assert.DoesNotContain(sandbox.Wire, line => line.Contains(sandbox.Mattermost.Admin.Token, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("proxy")]
    [InlineData("certificate")]
    [InlineData("socket")]
    public async Task What_holds_for_requests_holds_for_the_socket(string way)
    {
        var port = sandbox.Mattermost.BaseUri.Port;
        var path = Path.Combine(Path.GetTempPath(), $"chatps-{Guid.NewGuid():N}.sock");
        using var certificate = new TestCertificate("127.0.0.1");
        using var relay = way switch
        {
            "certificate" => Relay.OnTcp(port, X509CertificateLoader.LoadPkcs12(X509Certificate2.CreateFromPem(certificate.Chain, certificate.Key).Export(X509ContentType.Pkcs12), null)),
            "socket" => Relay.OnUnixSocket(path, port),
            _ => Relay.OnTcp(port),
        };
        using var shell = new Shell();
        var (uri, more) = way switch
        {
            "certificate" => (relay.Uri, "-SkipCertificateCheck"),
            "socket" => (new Uri("http://chat.example.com"), $"-UnixSocket '{path}'"),
            _ => (new Uri("http://chat.example.com"), $"-Proxy {relay.Uri}"),
        };
        // The socket stands in the address's place.
        shell.RunClean($"$null = Connect-ChatService Mattermost {(way == "socket" ? "" : "$args[0]")} -Token $args[1] {more}", uri, SandboxFixture.Protect(sandbox.Mattermost.Admin.Token));
        var room = NewRoom();
        sandbox.Server.ClearRequests();
        var watching = Task.Run(() => shell.Run<ChatMessage>("Watch-ChatRoom $args[0] -Count 1", room.Id));
        await ConnectedAsync();
        Post(room, "through");
        Assert.Equal("through", Assert.Single(await watching).Text);
        Assert.Contains(relay.Lines, line => way == "proxy"
            ? line.StartsWith("CONNECT chat.example.com:80", StringComparison.Ordinal)
            : line.StartsWith("GET /api/v4/websocket", StringComparison.Ordinal));
        File.Delete(path);
    }

    [Fact]
    public void Without_an_account_there_is_nobody_to_be_told()
    {
        using var shell = new Shell();
        var path = Path.Combine(Path.GetTempPath(), $"chatps-{Guid.NewGuid():N}.sock");
        using var relay = Relay.OnUnixSocket(path, sandbox.Mattermost.BaseUri.Port);
        shell.RunClean("$null = Connect-ChatService Mattermost -UnixSocket $args[0]", path);
        var error = shell.Fail("Watch-ChatRoom town-square");
        Assert.StartsWith("ChatPS.NotSupported", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains("local mode", error.ErrorDetails.Message, StringComparison.Ordinal);
        File.Delete(path);
    }

    [Fact]
    public void Gitter_watches_no_whole_team()
    {
        using var shell = sandbox.Connect(sandbox.Gitter);
        Assert.StartsWith("ChatPS.NotSupported", shell.Fail("Watch-ChatRoom -Team northwind-harbor").FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Empty(sandbox.Wire);
    }

    /// <summary>A channel of the test's own, with the member and, unless he shall not know of it, the administrator.</summary>
    private Backstage.Place NewRoom(string type = "O", bool withAdmin = true) => Stage.NewRoom(type, withAdmin);

    private Backstage.Words Post(Backstage.Place room, string text, Backstage.Words? root = null) => Stage.Post(room, text, root);

    private static void AskEvery(Shell shell, TimeSpan interval, string session = "Get-ChatSession") =>
        Connection.Of((ChatSession)shell.RunClean(session).Single().BaseObject).Get<MattermostRoomWatcher>().Interval = interval;

    /// <summary>Connections break, and there are no new ones to be had.</summary>
    private void Break()
    {
        sandbox.Mattermost.Faults.AppliesTo = (_, path) => path.EndsWith("/websocket", StringComparison.Ordinal);
        sandbox.Mattermost.Faults.FailNext(int.MaxValue);
        sandbox.Mattermost.Faults.EndStreams();
        Assert.True(SpinWait.SpinUntil(() => Stage.Connected == 0, TimeSpan.FromSeconds(30)));
    }

    private void Mend() => sandbox.Mattermost.Faults.Clear();

    private async Task ConnectedAsync()
    {
        await UntilAsync(() => Stage.Asking > 0);
        await TellsAsync();
    }

    /// <summary>Waits until all that there is to tell has been sent: what is on its way comes before a break.</summary>
    private Task TellsAsync() => UntilAsync(() => Stage.IsQuiet);

    private static async Task UntilAsync(Func<bool> condition)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        while (!condition())
            await Task.Delay(5, patience.Token);
    }

    /// <summary>Waits until no client listens any more; a socket that is not let go of never ends.</summary>
    private void Gone() => Assert.True(SpinWait.SpinUntil(() => sandbox.Server.ActiveRequests == 0, TimeSpan.FromSeconds(30)));

    /// <summary>A shell of the ordinary member.</summary>
    private sealed class MattermostMember(RoomWatchTests tests) : IDisposable
    {
        private readonly Shell _shell = Connect(tests);

        public void Run(string script, params object?[] arguments) => _shell.RunClean(script, arguments);

        public void Dispose() => _shell.Dispose();

        private static Shell Connect(RoomWatchTests tests)
        {
            var shell = new Shell();
            var service = tests.Service;
            shell.RunClean("$null = Connect-ChatService Mattermost $args[0] -Token $args[1]", service.BaseUri, SandboxFixture.Protect(service.Member.Token));
            return shell;
        }
    }
}
