using ChatPS.Sandbox.Platforms.Mattermost;

namespace ChatPS.Tests.Cmdlets.Mattermost;

/// <summary>By the hand of the sandbox's state.</summary>
internal sealed class SandboxBackstage(MattermostService service) : Backstage
{
    private MattermostState State => service.State;

    public override Person Admin => Of(AdminUser);

    public override Person Member => Of(MemberUser);

    public override bool IsReliable
    {
        set => service.Sockets.IsReliable = value;
    }

    public override int Connected => Exclusively(() => service.Sockets.Connected);

    public override int Asking => Exclusively(() => service.Sockets.Asking);

    public override bool IsQuiet => Exclusively(() => service.Sockets.IsQuiet);

    private User AdminUser => State.UserByName(service.Admin.UserName)!;

    private User MemberUser => State.UserByName(service.Member.UserName)!;

    public override Place NewRoom(string type, bool withAdmin) => Exclusively(() =>
    {
        var name = "c" + Guid.NewGuid().ToString("N");
        var channel = State.NewChannel(State.TeamByName(Team)!.Id, type, name, name, MemberUser.Id, State.Now());
        channel.Join(MemberUser, admin: true);
        if (withAdmin)
            channel.Join(AdminUser);
        return new Place(channel.Id, name);
    });

    public override Place NewDirectRoom() => Exclusively(() =>
    {
        var channel = State.DirectChannel(AdminUser, MemberUser, State.Now());
        return new Place(channel.Id, channel.Name);
    });

    public override Words Post(Place room, string text, Words? root) => Exclusively(() =>
    {
        var now = State.Now();
        var post = new Post
        {
            Id = State.NewId(),
            CreateAt = now,
            UpdateAt = now,
            UserId = MemberUser.Id,
            ChannelId = room.Id,
            Message = text,
            Root = root is null ? null : State.Posts[root.Id],
            RootId = root?.Id ?? "",
        };
        State.Add(post);
        return new Words(post.Id, text, root?.Id);
    });

    public override void MemberTypes(Place room) => service.Exclusively(() => State.News.Typing(State.Channels[room.Id]!, MemberUser, ""));

    public override void AdminReads(Place room) => service.Exclusively(() => State.News.Viewed(State.Channels[room.Id]!, AdminUser));

    public override void AdminIsOnline() => service.Exclusively(() => (AdminUser.Status, AdminUser.StatusIsManual) = ("online", true));

    public override void Change(string userName) => service.Exclusively(() => State.News.Updated(State.UserByName(userName)!));

    public override Person Somebody() =>
        Of(State.Users.Sorted.First(user => user != AdminUser && user != MemberUser && !user.IsBot && user.DeleteAt == 0 && State.TeamByName(Team)!.Members.Has(user.Id)));

    public override string LogIn() => Exclusively(() => State.LogIn(MemberUser)).Token;

    public override void EndSession(string token) => service.Exclusively(() => State.Sessions.Remove(token));

    public override void Dispose() => IsReliable = true;

    private static Person Of(User user) => new(user.Id, user.Username);

    private T Exclusively<T>(Func<T> work)
    {
        var result = default(T)!;
        service.Exclusively(() => result = work());
        return result;
    }
}
