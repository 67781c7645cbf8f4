using System.Text.Json.Nodes;

namespace ChatPS.Tests.Cmdlets.Mattermost.Real;

/// <summary>By the API of a real server.</summary>
internal sealed class RealBackstage(RealMattermost service) : Backstage
{
    private readonly RealApi _admin = Done(RealApi.SignInAsync(RealServer.UserName, RealServer.Password));
    private readonly RealApi _member = Done(RealApi.SignInAsync("member", RealMattermost.Password));

    private readonly List<RealApi> _more = [];

    public override Person Admin => new(service.Admin.UserId, service.Admin.UserName);

    public override Person Member => new(service.Member.UserId, service.Member.UserName);

    public override bool IsReliable
    {
        set => Done(_admin.PutAsync("config/patch", new JsonObject { ["ServiceSettings"] = new JsonObject { ["EnableReliableWebSockets"] = value } }));
    }

    public override int Connected => service.Sockets.Count;

    public override int Asking => service.Sockets.Values.Count(asks => asks);

    // A running server tells nobody; what it has to send is under way within a moment.
    public override bool IsQuiet
    {
        get
        {
            Thread.Sleep(100);
            return true;
        }
    }

    private string TeamId => Done(_admin.GetAsync($"teams/name/{Team}")).Id();

    public override Place NewRoom(string type, bool withAdmin)
    {
        var name = "c" + Guid.NewGuid().ToString("N");
        var channel = Done(_member.PostAsync("channels", new JsonObject { ["team_id"] = TeamId, ["name"] = name, ["display_name"] = name, ["type"] = type }));
        if (withAdmin)
        {
            Done(_member.PostAsync($"channels/{channel.Id()}/members", new JsonObject { ["user_id"] = Admin.Id }));
            // The server says so in the channel when it comes to it, which shall be before anybody listens.
            Assert.True(SpinWait.SpinUntil(() => Done(_member.GetAsync($"channels/{channel.Id()}/posts")).ToJsonString().Contains("system_add_to_channel", StringComparison.Ordinal), TimeSpan.FromSeconds(10)));
            // The event of it goes out a moment after it can be read, and nothing tells when that was.
            Thread.Sleep(100);
        }

        return new(channel.Id(), name);
    }

    public override Place NewDirectRoom()
    {
        var channel = Done(_member.PostAsync("channels/direct", new JsonArray(Admin.Id, Member.Id)));
        return new(channel.Id(), (string)channel["name"]!);
    }

    public override Words Post(Place room, string text, Words? root)
    {
        var post = Done(_member.PostAsync("posts", new JsonObject { ["channel_id"] = room.Id, ["message"] = text, ["root_id"] = root?.Id ?? "" }));
        return new(post.Id(), text, root?.Id);
    }

    public override void MemberTypes(Place room) => Done(_member.PostAsync($"users/{Member.Id}/typing", new JsonObject { ["channel_id"] = room.Id }));

    public override void AdminReads(Place room) => Done(_admin.PostAsync($"channels/members/{Admin.Id}/view", new JsonObject { ["channel_id"] = room.Id }));

    public override void AdminIsOnline() => Done(_admin.PutAsync($"users/{Admin.Id}/status", new JsonObject { ["user_id"] = Admin.Id, ["status"] = "online" }));

    public override void Change(string userName) =>
        Done(_admin.PutAsync($"users/{Done(_admin.GetAsync($"users/username/{userName}")).Id()}/patch", new JsonObject { ["nickname"] = "changed" }));

    public override Person Somebody()
    {
        var user = Done(_admin.GetAsync($"users?in_team={TeamId}&active=true")).AsArray()
            .First(user => (string)user!["username"]! is not ("member" or "mfa.member") && user.Id() != Admin.Id && (bool?)user["is_bot"] != true)!;
        return new(user.Id(), (string)user["username"]!);
    }

    public override string LogIn()
    {
        _more.Add(Done(RealApi.SignInAsync("member", RealMattermost.Password)));
        return _more[^1].Token;
    }

    public override void EndSession(string token) => Done(_more.Single(session => session.Token == token).SignOutAsync());

    public override void Dispose()
    {
        foreach (var session in _more.Append(_admin).Append(_member))
            session.Dispose();
    }

    private static T Done<T>(Task<T> task) => task.GetAwaiter().GetResult();

    private static void Done(Task task) => task.GetAwaiter().GetResult();
}
