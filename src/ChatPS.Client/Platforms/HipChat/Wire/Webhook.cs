namespace ChatPS.Client.Platforms.HipChat.Wire;

internal sealed class Webhook : WireObject
{
    public string? Id { get; set; }

    public string? Key { get; set; }

    public string? Name { get; set; }

    public string? Url { get; set; }

    public string? Event { get; set; }

    public string? Pattern { get; set; }

    public string? Authentication { get; set; }

    public DateTimeOffset? Created { get; set; }

    public RoomReference? Room { get; set; }
}
