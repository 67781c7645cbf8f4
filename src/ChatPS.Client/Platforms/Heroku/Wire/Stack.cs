namespace ChatPS.Client.Platforms.Heroku.Wire;

internal sealed class Stack : WireObject
{
    public string Id { get; set; } = "";

    public string Name { get; set; } = "";

    public bool Default { get; set; }

    public string? State { get; set; }

    public DateTimeOffset? CreatedAt { get; set; }

    public DateTimeOffset? UpdatedAt { get; set; }
}
