namespace ChatPS.Client.Platforms.Gitter.Wire;

/// <summary>Something that happened around a room. Who and what is in its meta, which every service fills in its own way.</summary>
internal sealed class Event : WireObject
{
    public string Id { get; set; } = "";

    public string Text { get; set; } = "";

    public DateTimeOffset Sent { get; set; }
}
