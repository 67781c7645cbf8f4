namespace ChatPS.Client.Platforms.HipChat.Wire;

/// <summary>What is told of a thing that was just made. There may be a password too, which nothing shows.</summary>
internal sealed class Created
{
    public string Id { get; set; } = "";
}
