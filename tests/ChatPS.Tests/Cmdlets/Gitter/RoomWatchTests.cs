using System.Management.Automation;
using ChatPS.Sandbox.Platforms.Gitter;
using ChatPS.Sandbox.Platforms.Gitter.Model;

namespace ChatPS.Tests.Cmdlets.Gitter;

public sealed class RoomWatchTests(SandboxFixture sandbox) : IClassFixture<SandboxFixture>
{
    private const string Backend = "northwind-harbor/backend";
    private const string Harbor = "northwind-harbor";
    private const string Quick = "-Retry @{ InitialInterval = 0.01 }";

    private GitterService Service => (GitterService)sandbox.Gitter;

    private GitterUser Admin => Service.State.UserByName(sandbox.Gitter.Admin.UserName)!;

    private GitterUser Member => Service.State.UserByName(sandbox.Gitter.Member.UserName)!;

    [Fact]
    public async Task Messages_come_as_they_are_sent_and_the_stream_is_hung_up()
    {
        using var shell = sandbox.Connect(sandbox.Gitter);
        var watching = Task.Run(() => shell.Run<ChatMessage>("Watch-ChatRoom $args[0] -Count 2", Backend));
        await StreamsAsync(1);
        Post(Harbor, "elsewhere");
        Post(Backend, "one");
        Post(Backend, "two");
        var messages = await watching;
        Assert.Equal(["one", "two"], messages.Select(message => message.Text));
        Assert.Equal((Room(Backend).Id, sandbox.Gitter.Member.UserName), (messages[0].RoomId, messages[0].UserName));
        Assert.Contains($"GET /stream/v1/rooms/{Room(Backend).Id}/chatMessages", sandbox.Wire);
        Gone();
    }

    [Fact]
    public async Task Nothing_is_missed_and_nothing_comes_twice_when_streams_end_all_the_time()
    {
        using var shell = sandbox.Connect(sandbox.Gitter, sandbox.Gitter.Member);
        sandbox.Gitter.Faults.StreamItems = 10;
        try
        {
            var watching = Task.Run(() => shell.Run<ChatMessage>($"Watch-ChatRoom $args[0] -Count 60 {Quick}", Backend));
            await StreamsAsync(1);
            for (var i = 0; i < 60; i++)
            {
                Post(Backend, $"m{i}");
                if (i % 7 == 0)
                    sandbox.Gitter.Faults.EndStreams();
                if (i % 10 == 0)
                    await Task.Delay(20);
            }
            Assert.Equal(Enumerable.Range(0, 60).Select(i => $"m{i}"), (await watching).Select(message => message.Text));
        }
        finally
        {
            sandbox.Gitter.Faults.Clear();
        }
    }

    [Fact]
    public async Task Rooms_come_together_and_one_that_is_not_there_leaves_the_others()
    {
        using var shell = sandbox.Connect(sandbox.Gitter);
        var watching = Task.Run(() => shell.Run("Get-ChatRoom $args[0], $args[1] | ForEach-Object { $_; 'nobodys/room' } | Watch-ChatRoom -Count 2", Backend, Harbor));
        await StreamsAsync(2);
        Post(Backend, "here");
        Post(Harbor, "there");
        var messages = (await watching).Select(message => (ChatMessage)message.BaseObject);
        Assert.Equal(["here", "there"], messages.Select(message => message.Text).Order());
        var error = Assert.Single(shell.Errors);
        Assert.StartsWith("ChatPS.NotFound", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Equal("nobodys/room", error.TargetObject);
    }

    [Fact]
    public void It_begins_after_a_message_and_goes_down_the_pipeline()
    {
        using var shell = sandbox.Connect(sandbox.Gitter);
        var first = Post(Backend, "before");
        Post(Backend, "deploy one");
        Post(Backend, "nothing");
        Post(Backend, "deploy two");
        var sent = shell.Run<ChatMessage>(
            "Watch-ChatRoom $args[0] -After $args[1] -Count 3 | Where-Object Text -match deploy | Send-ChatMessage $args[2] -PassThru", Backend, first, Harbor);
        Assert.Equal(["deploy one", "deploy two"], sent.Select(message => message.Text));
        Assert.All(sent, message => Assert.Equal(Room(Harbor).Id, message.RoomId));
        var error = shell.Fail("Watch-ChatRoom $args[0], $args[1] -After $args[2]", Backend, Harbor, first);
        Assert.StartsWith("ChatPS.InvalidRequest", error.FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    [Fact]
    public void The_end_of_the_time_is_no_error()
    {
        using var shell = sandbox.Connect(sandbox.Gitter);
        Assert.Empty(shell.RunClean("Watch-ChatRoom $args[0] -Timeout 0.3", Backend));
        Assert.Empty(shell.RunClean("@() | Watch-ChatRoom"));
        Gone();
    }

    [Fact]
    public async Task Ctrl_c_ends_it()
    {
        using var shell = sandbox.Connect(sandbox.Gitter);
        using var engine = PowerShell.Create(shell.Runspace);
        engine.AddScript("Watch-ChatRoom $args[0] -Event -Me").AddArgument(Backend);
        var run = engine.BeginInvoke();
        await StreamsAsync(2);
        engine.Stop();
        Assert.ThrowsAny<RuntimeException>(() => engine.EndInvoke(run));
        Gone();
    }

    [Fact]
    public void A_room_that_may_not_be_seen_and_a_token_that_ended_are_errors()
    {
        using var shell = sandbox.Connect(sandbox.Gitter);
        Assert.StartsWith("ChatPS.Forbidden", shell.Fail("Watch-ChatRoom $args[0]", Room("northwind-harbor/kernel").Id).FullyQualifiedErrorId, StringComparison.Ordinal);
        var caller = Service.State.Tokens[sandbox.Gitter.Admin.Token];
        Service.State.Tokens.Remove(sandbox.Gitter.Admin.Token);
        try
        {
            Assert.StartsWith("ChatPS.Unauthorized", shell.Fail("Watch-ChatRoom $args[0]", Room(Backend).Id).FullyQualifiedErrorId, StringComparison.Ordinal);
        }
        finally
        {
            Service.State.Tokens.Add(sandbox.Gitter.Admin.Token, caller);
        }
    }

    [Fact]
    public async Task Events_of_the_room_come_too()
    {
        using var shell = sandbox.Connect(sandbox.Gitter);
        var room = Room(Backend);
        var message = Post(Backend, "to be changed");
        var watching = Task.Run(() => shell.Run("Watch-ChatRoom $args[0] -Event -Count 9", Backend));
        await StreamsAsync(2);
        await SubscribedAsync(3);
        using var other = Other();
        other.RunClean("$null = Set-ChatRoom $args[0] -Topic new", Backend);
        var guest = room.Members.Select(member => member.User).First(user => user != Admin && user != Member && !user.CanAdmin(room));
        Exclusively(() => Service.State.Leave(guest, room));
        Exclusively(() => Service.State.Join(guest, room, DateTimeOffset.UtcNow));
        Exclusively(() => Service.State.News.Edited(Service.State.Messages[message]));
        Exclusively(() => Service.State.Remove(Service.State.Messages[message]));
        Post(Backend, "a message");
        other.RunClean("$null = Invoke-ChatOperation BanUser -RoomId $args[0] -Username $args[1]; $null = Invoke-ChatOperation UnbanUser -RoomId $args[0] -Username $args[1]", room.Id, guest.UserName);

        var news = (await watching).Select(item => item.BaseObject).ToArray();
        Assert.Equal("a message", Assert.Single(news.OfType<ChatMessage>()).Text);
        var events = news.OfType<ChatEvent>().ToArray();
        Assert.Equal(["RoomChanged", "UserLeft", "UserJoined", "MessageChanged", "MessageRemoved", "UserLeft"], events.Where(e => e.Kind != "Activity").Select(e => e.Kind));
        Assert.All(events, e => Assert.Equal(room.Id, e.RoomId));
        Assert.Equal((guest.Id, guest.UserName), (events.Single(e => e.Kind == "UserJoined").UserId, events.Single(e => e.Kind == "UserJoined").UserName));
        Assert.Equal("to be changed", events.Single(e => e.Kind == "MessageChanged").Message!.Text);
        Assert.Equal(message, events.Single(e => e.Kind == "MessageRemoved").MessageId);
        Assert.All(events.Where(e => e.Kind == "Activity"), e => Assert.Contains(guest.UserName, e.Text, StringComparison.Ordinal));
        Assert.Equal(2, events.Count(e => e.Kind == "Activity"));
        Assert.Contains(sandbox.Server.Requests, r => r.Body.Contains("/meta/disconnect", StringComparison.Ordinal));
        Gone();
    }

    [Fact]
    public async Task Events_that_come_while_the_stream_is_broken_are_made_up_for()
    {
        using var shell = sandbox.Connect(sandbox.Gitter);
        var watching = Task.Run(() => shell.Run<ChatEvent>($"Watch-ChatRoom $args[0] -Event -Count 6 {Quick} -WarningAction SilentlyContinue", Harbor));
        await StreamsAsync(2);
        for (var i = 0; i < 6; i++)
        {
            if (i == 3)
                sandbox.Gitter.Faults.EndStreams();
            Happen(Harbor, $"e{i}");
        }
        Assert.Equal(["e0", "e1", "e2", "e3", "e4", "e5"], (await watching).Select(e => e.Text));
    }

    [Fact]
    public async Task What_happens_to_the_account_comes_too()
    {
        using var shell = sandbox.Connect(sandbox.Gitter);
        var watching = Task.Run(() => shell.RunClean("Watch-ChatRoom -Me -Count 4"));
        await SubscribedAsync(2);
        Assert.DoesNotContain(sandbox.Wire, target => target.Contains("/stream", StringComparison.Ordinal));
        var room = Admin.Memberships.Values.First(membership => !membership.Room.OneToOne).Room;
        Exclusively(() => Service.State.Leave(Admin, room));
        Exclusively(() => Service.State.Join(Admin, room, DateTimeOffset.UtcNow));
        Post(room.Uri!, "for everybody");
        Exclusively(() => Service.State.News.ReadAll(Admin.Memberships[room.Id]));
        var events = (await watching).ToArray();
        Assert.Equal(["RoomLeft", "RoomJoined", "UnreadChanged", "UnreadChanged"], events.Select(e => ((ChatEvent)e.BaseObject).Kind));
        Assert.All(events, e => Assert.Equal(room.Id, ((ChatEvent)e.BaseObject).RoomId));
        Assert.Equal("1", events[2].Properties["UnreadItems"].Value.ToString());
    }

    [Fact]
    public async Task Updates_go_on_after_the_service_has_forgotten_us_and_it_is_said()
    {
        using var shell = sandbox.Connect(sandbox.Gitter);
        var watching = Task.Run(() => shell.Run<ChatEvent>($"Watch-ChatRoom -Me -Count 2 {Quick}"));
        await SubscribedAsync(2);
        var membership = Admin.Memberships.Values.First();
        Exclusively(() => Service.State.News.ReadAll(membership));
        await PolledAsync(2);
        sandbox.Gitter.Faults.EndStreams();
        await SubscribedAsync(4);
        Exclusively(() => Service.State.News.ReadAll(membership));
        Assert.Equal(2, (await watching).Count);
        Assert.Contains("missing here", shell.Spoken, StringComparison.Ordinal);
    }

    [Fact]
    public void Other_platforms_say_who_can()
    {
        using var shell = sandbox.Connect(sandbox.Heroku);
        var error = shell.Fail("Watch-ChatRoom x");
        Assert.StartsWith("ChatPS.NotSupported", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains("Gitter", error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
        Assert.Empty(sandbox.Wire);
    }

    private Shell Other()
    {
        var shell = new Shell();
        shell.RunClean("$null = Connect-ChatService Gitter $args[0] -Token $args[1]", sandbox.Gitter.BaseUri, SandboxFixture.Protect(sandbox.Gitter.Admin.Token));
        return shell;
    }

    private GitterRoom Room(string uri) => Service.State.RoomsByUri[uri];

    private string Post(string room, string text)
    {
        var id = "";
        Exclusively(() =>
        {
            id = Service.State.Ids.Next(DateTimeOffset.UtcNow);
            Service.State.Post(new GitterMessage { Id = id, Room = Room(room), From = Member, Sent = DateTimeOffset.UtcNow, Content = new(text) });
        });
        return id;
    }

    private void Happen(string room, string text) => Exclusively(() =>
        Service.State.Post(Room(room), new GitterEvent(Service.State.Ids.Next(DateTimeOffset.UtcNow), text, text, DateTimeOffset.UtcNow, "github", "push", Member.UserName)));

    private void Exclusively(Action work) => Service.Exclusively(work);

    private Task StreamsAsync(int count) => SeenAsync(count, () => sandbox.Server.Requests.Count(r => r.Target.StartsWith("/stream/", StringComparison.Ordinal) && r.Status == 200));

    private Task SubscribedAsync(int count) => SeenAsync(count, () => sandbox.Server.Requests
        .Where(r => r.Status == 200).Sum(r => r.Body.Split("\"/meta/subscribe\"").Length - 1));

    private Task PolledAsync(int count) => SeenAsync(count, () => sandbox.Server.Requests.Count(r => r.Status == 200 && r.Body.Contains("/meta/connect", StringComparison.Ordinal)));

    private static async Task SeenAsync(int count, Func<int> seen)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        while (seen() < count)
            await Task.Delay(10, patience.Token);
    }

    /// <summary>Waits until no client listens any more; a stream that is not let go of never ends.</summary>
    private void Gone() => Assert.True(SpinWait.SpinUntil(() => sandbox.Server.ActiveRequests == 0, TimeSpan.FromSeconds(30)));
}
