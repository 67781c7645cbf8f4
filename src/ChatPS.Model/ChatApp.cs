using System.Security;

namespace ChatPS;

/// <summary>An application: a Heroku app, a Hathora application.</summary>
public sealed class ChatApp : ChatObject
{
    /// <summary>The platform's id of the app.</summary>
    public required string Id { get; init; }

    /// <summary>The same as <see cref="Id"/>, under the name by which other cmdlets take it from the pipeline.</summary>
    public string AppId => Id;

    /// <summary>The app's unique name.</summary>
    public required string Name { get; init; }

    /// <summary>The e-mail address of the account that owns the app; a team's app belongs to an account of the team's own.</summary>
    public string? Owner { get; init; }

    /// <summary>The id of the account that owns the app.</summary>
    public string? OwnerId { get; init; }

    /// <summary>The name of the team that owns the app; null for a personal app.</summary>
    public string? Team { get; init; }

    /// <summary>The id of the team that owns the app.</summary>
    public string? TeamId { get; init; }

    /// <summary>Where the app runs.</summary>
    public string? Region { get; init; }

    /// <summary>The private space the app runs in.</summary>
    public string? Space { get; init; }

    /// <summary>The operating system image the app runs on.</summary>
    public string? Stack { get; init; }

    /// <summary>The image the next build will use.</summary>
    public string? BuildStack { get; init; }

    /// <summary>What the build found the app to be.</summary>
    public string? BuildpackDescription { get; init; }

    /// <summary>Whether visitors see the maintenance page.</summary>
    public bool Maintenance { get; init; }

    /// <summary>Whether the platform looks after the app's certificates.</summary>
    public bool ManagedCertificates { get; init; }

    /// <summary>Whether members of the team cannot join the app by themselves; null where the answer does not say.</summary>
    public bool? Locked { get; init; }

    /// <summary>Whether you have joined the team's app; null where the answer does not say.</summary>
    public bool? Joined { get; init; }

    /// <summary>Whether only its private space reaches the app.</summary>
    public bool? InternalRouting { get; init; }

    /// <summary>Where a browser finds the app.</summary>
    public string? Url { get; init; }

    /// <summary>Where git pushes to.</summary>
    public string? GitUrl { get; init; }

    /// <summary>The size of the git repository in bytes.</summary>
    public long? RepositorySize { get; init; }

    /// <summary>The size of the running slug in bytes.</summary>
    public long? SlugSize { get; init; }

    /// <summary>Whether players may sign in without saying who they are (Hathora); null where the platform knows no players.</summary>
    public bool? Anonymous { get; init; }

    /// <summary>Whether players may sign in by a nickname of their choice (Hathora); null where the platform knows no players.</summary>
    public bool? Nickname { get; init; }

    /// <summary>The id of the client by which players sign in with Google (Hathora); null where they do not.</summary>
    public string? GoogleClientId { get; init; }

    /// <summary>What the app's own servers sign with (Hathora). ConvertFrom-SecureString -AsPlainText shows it.</summary>
    public SecureString? AppSecret { get; init; }

    /// <summary>Whether a load balancer stands before the app's processes (Hathora); null where nobody said.</summary>
    public bool? LoadBalancer { get; init; }

    /// <summary>The processes that the app keeps in regions (Hathora).</summary>
    public IReadOnlyList<ChatStaticProcess> StaticProcesses { get; init => field = Lists.Indexable(value); } = [];

    /// <summary>At how many requests at the same time a process is one too few (Hathora); null when the number of processes does not follow the load.</summary>
    public double? ScaleAtRequests { get; init; }

    /// <summary>The id of the latest deployment (Hathora), where the answer tells of it: that of a list does, and that to an id does not.</summary>
    public string? LatestDeploymentId { get; init; }

    /// <summary>The id of the build that the latest deployment runs (Hathora), where the answer tells of it.</summary>
    public string? LatestBuildId { get; init; }

    /// <summary>The tag of that build (Hathora), where the answer tells of it and the build has one.</summary>
    public string? LatestBuildTag { get; init; }

    /// <summary>Who created the app, where the platform tells it (Hathora).</summary>
    public string? CreatedBy { get; init; }

    /// <summary>When the app was created.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>When the app was last changed.</summary>
    public DateTimeOffset? UpdatedAt { get; init; }

    /// <summary>When the app was last released; on Hathora, when its latest deployment was made, where the answer tells of it.</summary>
    public DateTimeOffset? ReleasedAt { get; init; }

    /// <summary>When the app was archived.</summary>
    public DateTimeOffset? ArchivedAt { get; init; }

    /// <summary>The app's name.</summary>
    /// <returns><see cref="Name"/>.</returns>
    public override string ToString() => Name;

    internal override string? ShownAs => Name;
}
