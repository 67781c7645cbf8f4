namespace ChatPS.Sandbox.Platforms.Mattermost;

/// <summary>Joins the first team to the programs that companies have.</summary>
internal sealed class IntegrationSeed(MattermostState state, long now)
{
    private const long Day = 24 * 60 * 60_000L;

    // The smallest picture there is: one dot that nobody sees.
    private static readonly byte[] Dot = Convert.FromBase64String("R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7");

    public void Run(Team team, User admin, User member)
    {
        var made = now - 20 * Day;
        var square = team.Channels["town-square"];
        Add(state.Integrations.IncomingHooks, new IncomingHook
        {
            Id = state.NewId(),
            CreateAt = made,
            UpdateAt = made,
            UserId = admin.Id,
            ChannelId = square.Id,
            TeamId = team.Id,
            DisplayName = "Deployments",
            Description = "Tells what was deployed",
            Username = "deployer",
        }, hook => hook.Id);
        Add(state.Integrations.OutgoingHooks, new OutgoingHook
        {
            Id = state.NewId(),
            CreateAt = made,
            UpdateAt = made,
            CreatorId = admin.Id,
            TeamId = team.Id,
            Token = MattermostState.NewSecret(),
            DisplayName = "Builds",
            Description = "Starts a build",
            TriggerWords = ["build"],
            CallbackUrls = ["https://ci.example.com/build"],
            ContentType = "application/json",
        }, hook => hook.Id);
        Add(state.Integrations.Commands, new SlashCommand
        {
            Id = state.NewId(),
            CreateAt = made,
            UpdateAt = made,
            CreatorId = admin.Id,
            TeamId = team.Id,
            Token = MattermostState.NewSecret(),
            Trigger = "deploy",
            Method = "P",
            DisplayName = "Deploy",
            Description = "Deploys an app",
            AutoComplete = true,
            AutoCompleteDesc = "Deploys an app",
            AutoCompleteHint = "[app]",
            Url = "https://ci.example.com/deploy",
        }, command => command.Id);
        var app = new OAuthApp
        {
            Id = state.NewId(),
            CreatorId = admin.Id,
            CreateAt = made,
            UpdateAt = made,
            ClientSecret = MattermostState.NewSecret(),
            Name = "Dashboard",
            Description = "Shows what goes on",
            CallbackUrls = ["https://dashboard.example.com/signed-in"],
            Homepage = "https://dashboard.example.com",
        };
        Add(state.Integrations.OAuthApps, app, app => app.Id);
        state.Integrations.AuthorizedApps[member.Id] = [app.Id];
        state.NewEmoji("shipit", member, Dot, "gif");
        state.NewEmoji("partying_robot", admin, Dot, "gif");
    }

    private static void Add<T>(Dictionary<string, T> items, T item, Func<T, string> id) => items.Add(id(item), item);
}
