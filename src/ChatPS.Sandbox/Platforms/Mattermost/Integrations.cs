using ChatPS.Sandbox.RateLimiting;

namespace ChatPS.Sandbox.Platforms.Mattermost;

/// <summary>What joins the server to other programs, and what people add to it.</summary>
internal sealed class Integrations
{
    public Dictionary<string, IncomingHook> IncomingHooks { get; } = [];

    public Dictionary<string, OutgoingHook> OutgoingHooks { get; } = [];

    public Dictionary<string, SlashCommand> Commands { get; } = [];

    /// <summary>Where commands that were run are answered later.</summary>
    public Dictionary<string, CommandHook> CommandHooks { get; } = [];

    public Dictionary<string, OAuthApp> OAuthApps { get; } = [];

    /// <summary>The ids of the applications that users let in, by the users' ids.</summary>
    public Dictionary<string, List<string>> AuthorizedApps { get; } = [];

    public Dictionary<string, CustomEmoji> Emojis { get; } = [];

    /// <summary>The invitations that went out by mail and were not used yet.</summary>
    public List<EmailInvite> Invites { get; } = [];

    /// <summary>How many invitations each may mail: twenty an hour and one more.</summary>
    public SteadyLimiter InviteLimit { get; } = new(new(20, TimeSpan.FromHours(1), Burst: 20));

    /// <summary>The pictures of bots, by the bots' ids.</summary>
    public Dictionary<string, ReadOnlyMemory<byte>> BotIcons { get; } = [];

    /// <summary>Takes away what cannot be without a team.</summary>
    public void Remove(Team team)
    {
        Remove(IncomingHooks, hook => hook.TeamId == team.Id);
        Remove(OutgoingHooks, hook => hook.TeamId == team.Id);
        Remove(Commands, command => command.TeamId == team.Id);
        Invites.RemoveAll(invite => invite.TeamId == team.Id);
    }

    /// <summary>Takes away what cannot be without a channel.</summary>
    public void Remove(Channel channel)
    {
        Remove(IncomingHooks, hook => hook.ChannelId == channel.Id);
        Remove(OutgoingHooks, hook => hook.ChannelId == channel.Id);
    }

    private static void Remove<T>(Dictionary<string, T> items, Func<T, bool> where)
    {
        foreach (var (id, _) in items.Where(item => where(item.Value)).ToList())
            items.Remove(id);
    }
}
