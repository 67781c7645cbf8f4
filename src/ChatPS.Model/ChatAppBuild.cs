namespace ChatPS;

/// <summary>One making of an app from its source.</summary>
public sealed class ChatAppBuild : ChatObject, IAppPart
{
    /// <summary>The platform's id of the build.</summary>
    public required string Id { get; init; }

    /// <summary>The same as <see cref="Id"/>, under the name by which other cmdlets take it from the pipeline.</summary>
    public string AppBuildId => Id;

    /// <summary>
    /// The id of the app, or the name that was asked for; null on Hathora, where a build is a team's and any of its apps may be deployed with it,
    /// unless it was looked for among those of an app.
    /// </summary>
    public string? AppId { get; init; }

    /// <summary>The name of the app, where the platform tells it or the app was piped.</summary>
    public string? AppName { get; internal set; }

    /// <summary>The id of the team that the build belongs to (Hathora).</summary>
    public string? TeamId { get; init; }

    /// <summary>How far it is: on Heroku pending, succeeded or failed; on Hathora created, running, succeeded or failed.</summary>
    public required string Status { get; init; }

    /// <summary>What it was called when it was made (Hathora), such as a version. Several builds may be called the same.</summary>
    public string? Tag { get; init; }

    /// <summary>The version of the source, such as a commit (Heroku).</summary>
    public string? Version { get; init; }

    /// <summary>What the version says of itself (Heroku).</summary>
    public string? VersionDescription { get; init; }

    /// <summary>Where the archive of the source is (Heroku).</summary>
    public string? SourceUrl { get; init; }

    /// <summary>The checksum of the archive, with its kind in front, as in SHA256:… (Heroku).</summary>
    public string? Checksum { get; init; }

    /// <summary>What the source is built with, in order (Heroku).</summary>
    public IReadOnlyList<string> Buildpacks { get; init => field = Lists.Indexable(value); } = [];

    /// <summary>The operating system image it is built for (Heroku).</summary>
    public string? Stack { get; init; }

    /// <summary>The id of the slug that came of it (Heroku).</summary>
    public string? SlugId { get; init; }

    /// <summary>The id of the release that came of it (Heroku).</summary>
    public string? ReleaseId { get; init; }

    /// <summary>The size of the image that came of it, in bytes (Hathora).</summary>
    public long? ImageSize { get; init; }

    /// <summary>The hash of what came of it, where the platform tells it (Hathora).</summary>
    public string? ContentHash { get; init; }

    /// <summary>Where others find it, by which they may use it (Hathora).</summary>
    public string? ShareUrl { get; init; }

    /// <summary>The id of the account that started it.</summary>
    public string? UserId { get; init; }

    /// <summary>The name of the account that started it: on Heroku the e-mail address.</summary>
    public string? UserName { get; init; }

    /// <summary>Where its output can be read while it lasts, by everybody who has the address (Heroku).</summary>
    public string? OutputUrl { get; init; }

    /// <summary>When it was started; on Hathora, when it was made.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>When it last changed; that of an ended build is its end (Heroku).</summary>
    public DateTimeOffset? UpdatedAt { get; init; }

    /// <summary>When it began to run (Hathora); null before.</summary>
    public DateTimeOffset? StartedAt { get; init; }

    /// <summary>When it ended (Hathora); null before.</summary>
    public DateTimeOffset? FinishedAt { get; init; }

    /// <summary>When it was thrown away because nobody had used it for long (Hathora); null for one that is there.</summary>
    public DateTimeOffset? ExpiredAt { get; init; }

    /// <summary>What the client knows of where it comes from, to go on with an upload or a run; null for a build that was read.</summary>
    internal object? Origin { get; init; }

    /// <summary>The build's id.</summary>
    /// <returns><see cref="Id"/>.</returns>
    public override string ToString() => Id;

    string? IAppPart.AppName
    {
        get => AppName;
        set => AppName = value;
    }

    internal override string? ShownAs => Id;
}
