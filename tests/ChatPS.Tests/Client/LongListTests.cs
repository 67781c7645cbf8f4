using System.Globalization;
using System.Text;
using ChatPS.Client.Capabilities;
using ChatPS.Client.Http;
using ChatPS.Client.Paging;
using ChatPS.Client.Platforms.Mattermost;

namespace ChatPS.Tests.Client;

/// <summary>A list of a hundred thousand: no page is asked for before its time, and none is kept after it.</summary>
public sealed class LongListTests
{
    private const int Users = 100_000;
    private const int PageSize = 200;

    [Fact]
    public async Task Memory_holds_a_page_of_a_hundred_thousand_users()
    {
        using var server = new ScriptedServer(Page);
        var connection = await Connections.OpenAsync(ChatPlatform.Mattermost, server.Uri);
        server.Requests.Clear();

        var (count, seen) = (0, new List<WeakReference<ChatUser>>(Users));
        await foreach (var user in connection.Get<MattermostUsers>().ListAsync(new UserFilter(), PageWindow.All, CallContext.Silent))
        {
            seen.Add(new(user));
            if (++count % 25_000 != 0)
                continue;
            Assert.Equal(count / PageSize, server.Requests.Count);
            Assert.InRange(Held(seen), 0, 2 * PageSize);
        }
        Assert.Equal(Users, count);
        // The empty page ends the list.
        Assert.Equal((Users / PageSize) + 1, server.Requests.Count);
    }

    private static int Held(List<WeakReference<ChatUser>> seen)
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
        return seen.Count(reference => reference.TryGetTarget(out _));
    }

    private static ScriptedServer.Answer Page(ScriptedServer.Received request)
    {
        if (!request.Query.TryGetValue("page", out var number))
            return new ScriptedServer.Answer("""{"id":"me","username":"me","roles":"system_admin"}""");
        var first = int.Parse(number, CultureInfo.InvariantCulture) * PageSize;
        var page = new StringBuilder("[");
        for (var i = first; i < Math.Min(first + PageSize, Users); i++)
            page.Append(i > first ? "," : "").Append(CultureInfo.InvariantCulture, $$"""{"id":"{{i:D26}}","username":"user.{{i}}","email":"user.{{i}}@example.com","roles":"system_user"}""");
        return new ScriptedServer.Answer(page.Append(']').ToString());
    }
}
