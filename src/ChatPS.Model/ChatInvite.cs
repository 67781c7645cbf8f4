namespace ChatPS;

/// <summary>An invitation to a team that waits for an answer; on Mattermost also the standing one that a team gives to whom it likes.</summary>
public sealed class ChatInvite : ChatObject
{
    /// <summary>The platform's id of the invitation; on Hathora, which has none, the e-mail address it went to.</summary>
    public required string Id { get; init; }

    /// <summary>The same as <see cref="Id"/>, under the name by which other cmdlets take it from the pipeline.</summary>
    public string InviteId => Id;

    /// <summary>The id of the team.</summary>
    public required string TeamId { get; init; }

    /// <summary>The name of the team, or its id where only that is told (Hathora).</summary>
    public string? Team { get; init; }

    /// <summary>The name of the team that people see, where it is told (Mattermost).</summary>
    public string? TeamDisplayName { get; init; }

    /// <summary>The address at which anybody who has it joins the team (Mattermost).</summary>
    public string? Url { get; init; }

    /// <summary>The e-mail address that the invitation went to.</summary>
    public string? Email { get; init; }

    /// <summary>The id of the invited account, where there is one.</summary>
    public string? UserId { get; init; }

    /// <summary>The name of the invited person, where it is known.</summary>
    public string? DisplayName { get; init; }

    /// <summary>What the invited person will be in the team; null where scopes say it one by one.</summary>
    public string? Role { get; init; }

    /// <summary>What the invited person may do in the team, one by one, where that is told instead of a role (Hathora).</summary>
    public IReadOnlyList<string> Scope { get; init => field = Lists.Indexable(value); } = [];

    /// <summary>The e-mail address of the account that sent the invitation.</summary>
    public string? InvitedBy { get; init; }

    /// <summary>The id of the account that sent the invitation.</summary>
    public string? InvitedById { get; init; }

    /// <summary>When the invitation was sent.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>When the invitation was last changed.</summary>
    public DateTimeOffset? UpdatedAt { get; init; }

    /// <summary>Whom the invitation is for.</summary>
    /// <returns><see cref="Email"/>, or the id where no address is known.</returns>
    public override string ToString() => Email ?? Id;

    internal override string? ShownAs => Email;

    internal override bool HasViewsOfPlatforms => true;
}
