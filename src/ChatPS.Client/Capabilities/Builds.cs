using ChatPS.Client.Http;

namespace ChatPS.Client.Capabilities;

/// <summary>What an app is to be built from; what is null is not said.</summary>
internal sealed record NewBuild
{
    /// <summary>Where the platform finds the archive of the source.</summary>
    public string? SourceUrl { get; init; }

    /// <summary>The archive itself, in place of an address.</summary>
    public FileUpload? Source { get; init; }

    public string? Version { get; init; }

    public string? VersionDescription { get; init; }

    public string? Checksum { get; init; }

    public IReadOnlyList<string>? Buildpacks { get; init; }
}

/// <summary>Sees builds through to their end.</summary>
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
