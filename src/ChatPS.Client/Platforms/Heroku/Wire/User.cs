namespace ChatPS.Client.Platforms.Heroku.Wire;

/// <summary>An account, as far as it is a user like those of other platforms.</summary>
internal sealed class User : WireObject
{
    public string Id { get; set; } = "";

    public string Email { get; set; } = "";

    public string? Name { get; set; }

    public DateTimeOffset? SuspendedAt { get; set; }

    public DateTimeOffset? CreatedAt { get; set; }

    public DateTimeOffset? UpdatedAt { get; set; }
}
