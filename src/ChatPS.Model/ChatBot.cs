namespace ChatPS;

/// <summary>An account that a program uses.</summary>
public sealed class ChatBot : ChatObject
{
    /// <summary>The platform's id of the account, which is that of a user.</summary>
    public required string Id { get; init; }

    /// <summary>The same as <see cref="Id"/>, under the name by which the cmdlets of bots take it from the pipeline.</summary>
    public string BotId => Id;

    /// <summary>The same as <see cref="Id"/>, under the name by which the cmdlets of users take it from the pipeline.</summary>
    public string UserId => Id;

    /// <summary>The name that the bot is mentioned with.</summary>
    public required string UserName { get; init; }

    /// <summary>The name that people see.</summary>
    public string? DisplayName { get; init; }

    /// <summary>What the bot is for.</summary>
    public string? Description { get; init; }

    /// <summary>The id of the user whose the bot is, or of the plugin that made it.</summary>
    public string? OwnerId { get; init; }

    /// <summary>The name of that user, where it is known.</summary>
    public string? Owner { get; init; }

    /// <summary>Whether the account may be used.</summary>
    public bool IsActive { get; init; } = true;

    /// <summary>When it was made.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>When it was last changed.</summary>
    public DateTimeOffset? UpdatedAt { get; init; }

    /// <summary>When its picture was last changed; null for a bot without one of its own.</summary>
    public DateTimeOffset? IconUpdatedAt { get; init; }

    /// <summary>When it was disabled.</summary>
    public DateTimeOffset? DisabledAt { get; init; }

    /// <summary>The bot's name.</summary>
    /// <returns><see cref="UserName"/>.</returns>
    public override string ToString() => UserName;

    internal override string? ShownAs => UserName;
}
