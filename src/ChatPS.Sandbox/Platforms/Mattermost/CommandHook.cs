namespace ChatPS.Sandbox.Platforms.Mattermost;

/// <summary>An address under which a slash command may be answered once more.</summary>
internal sealed record CommandHook(string Id, SlashCommand Command, User User, string ChannelId, string RootId, DateTimeOffset Until)
{
    /// <summary>How often that was done.</summary>
    public int Answers { get; set; }
}
