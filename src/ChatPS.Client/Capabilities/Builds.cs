using ChatPS.Client.Http;
using ChatPS.Client.Paging;

namespace ChatPS.Client.Capabilities;

/// <summary>Whose a build is: an app's on one platform, a team's on another. What is null the session says.</summary>
internal sealed record BuildOwner(string? App, string? Team);

/// <summary>An image that is there already, in a registry.</summary>
/// <param name="Name">The image, with its tag if it has one.</param>
/// <param name="Registry">The registry; null for the platform's usual one.</param>
/// <param name="Token">What lets one in there; null where everybody may.</param>
internal sealed record BuildImage(string Name, string? Registry, Secret? Token);

/// <summary>What is to be built; what is null is not said.</summary>
internal sealed record NewBuild
{
    /// <summary>Where the platform finds the archive of the source.</summary>
    public string? SourceUrl { get; init; }

    /// <summary>The archive itself, in place of an address.</summary>
    public FileUpload? Source { get; init; }

    /// <summary>An image of a registry, in place of a source.</summary>
    public BuildImage? Image { get; init; }

    public string? Version { get; init; }

    public string? VersionDescription { get; init; }

    public string? Checksum { get; init; }

    public IReadOnlyList<string>? Buildpacks { get; init; }

    /// <summary>What the build is to be called.</summary>
    public string? Tag { get; init; }

    /// <summary>The id that the build is to have.</summary>
    public string? Id { get; init; }

    /// <summary>How many parts of the archive may be under way at the same time.</summary>
    public int? PartLimit { get; init; }

    /// <summary>Whether the build is to be made without being run.</summary>
    public bool NoRun { get; init; }
}

internal interface IBuildReader
{
    IAsyncEnumerable<ChatAppBuild> ListAsync(BuildOwner owner, PageWindow window, CallContext context);

    Task<ChatAppBuild> GetAsync(BuildOwner owner, string build, CallContext context);
}

internal interface IBuildCreator
{
    /// <summary>Whose the build will be, as people know it, before anything is sent.</summary>
    /// <exception cref="ChatException">Nobody was named, or somebody who cannot have builds here.</exception>
    string OwnerOf(BuildOwner owner);

    /// <summary>Makes a build, with its source where it needs one. On platforms without <see cref="IBuildRunner"/> it then runs by itself.</summary>
    /// <exception cref="ChatException">There is none, or there is one whose source is not all there; then it is the exception's target.</exception>
    Task<ChatAppBuild> CreateAsync(BuildOwner owner, NewBuild build, CallContext context);
}

/// <summary>Goes on with uploads that broke off.</summary>
internal interface IBuildResumer
{
    /// <summary>Sends what is still missing of a build's source.</summary>
    /// <param name="build">The build, as the error had it.</param>
    /// <param name="source">The same archive again.</param>
    /// <param name="partLimit">How many parts may be under way at the same time; null for the platform's choice.</param>
    /// <param name="context">The call.</param>
    /// <exception cref="ChatException">It is another archive, or something is still missing.</exception>
    Task<ChatAppBuild> ResumeAsync(ChatAppBuild build, FileUpload source, int? partLimit, CallContext context);
}

/// <summary>Runs builds, on platforms where making one and running it are two things.</summary>
internal interface IBuildRunner
{
    /// <summary>
    /// Runs a build, once. Its output comes as long as it lasts, or until the connection breaks. Whoever leaves earlier leaves the build to
    /// the platform.
    /// </summary>
    /// <param name="team">The team that the build belongs to; null for the session's.</param>
    /// <param name="build">The build's id.</param>
    /// <param name="image">What it is made of; null for the source that was uploaded.</param>
    /// <param name="context">The call.</param>
    /// <exception cref="ChatException">The build did not begin.</exception>
    IAsyncEnumerable<ChatLog> RunAsync(string? team, string build, BuildImage? image, CallContext context);

    /// <summary>Waits until a build that runs has ended, well or not.</summary>
    /// <returns>The build as it ended.</returns>
    Task<ChatAppBuild> EndAsync(string? team, string build, CallContext context);
}

/// <summary>Sees builds through to their end, on platforms where they run by themselves.</summary>
internal interface IAppBuildFollower
{
    /// <summary>Waits until the build has ended, well or not.</summary>
    /// <param name="build">The build.</param>
    /// <param name="output">Is given the build's lines of output as they come.</param>
    /// <param name="context">The call.</param>
    /// <returns>The build as it ended.</returns>
    Task<ChatAppBuild> WaitAsync(ChatAppBuild build, Action<string> output, CallContext context);
}

/// <summary>What builds leave behind for the next one.</summary>
internal interface IAppBuildCacheCleaner
{
    Task ClearCacheAsync(string app, CallContext context);
}
