namespace ChatPS;

/// <summary>One making of an app from its source.</summary>
public sealed class ChatAppBuild : ChatAppObject
{
    /// <summary>The platform's id of the build.</summary>
    public required string Id { get; init; }

    /// <summary>The same as <see cref="Id"/>, under the name by which other cmdlets take it from the pipeline.</summary>
    public string AppBuildId => Id;

    /// <summary>How far it is: on Heroku pending, succeeded or failed.</summary>
    public required string Status { get; init; }

    /// <summary>The version of the source, such as a commit.</summary>
    public string? Version { get; init; }

    /// <summary>What the version says of itself.</summary>
    public string? VersionDescription { get; init; }

    /// <summary>Where the archive of the source is.</summary>
    public string? SourceUrl { get; init; }

    /// <summary>The checksum of the archive, with its kind in front, as in SHA256:….</summary>
    public string? Checksum { get; init; }

    /// <summary>What the source is built with, in order.</summary>
    public IReadOnlyList<string> Buildpacks { get; init; } = [];

    /// <summary>The operating system image it is built for.</summary>
    public string? Stack { get; init; }

    /// <summary>The id of the slug that came of it.</summary>
    public string? SlugId { get; init; }

    /// <summary>The id of the release that came of it.</summary>
    public string? ReleaseId { get; init; }

    /// <summary>The id of the account that started it.</summary>
    public string? UserId { get; init; }

    /// <summary>The name of the account that started it: on Heroku the e-mail address.</summary>
    public string? UserName { get; init; }

    /// <summary>Where its output can be read while it lasts, by everybody who has the address.</summary>
    public string? OutputUrl { get; init; }

    /// <summary>When it was started.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>When it last changed; that of an ended build is its end.</summary>
    public DateTimeOffset? UpdatedAt { get; init; }
}
