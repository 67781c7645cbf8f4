namespace ChatPS.Client.Platforms.Gitter.Wire;

/// <summary>The ids of what is unread in one room.</summary>
internal sealed class UnreadItems : WireObject
{
    public List<string>? Chat { get; set; }

    public List<string>? Mention { get; set; }
}
