using ChatPS.Client.Http;

namespace ChatPS.Client.Capabilities;

/// <summary>A release to be made: of a slug or of a container's image.</summary>
internal sealed record NewRelease
{
    public string? Slug { get; init; }

    public string? Image { get; init; }

    public string? Description { get; init; }
}

internal interface IReleaseReader : IAppItemReader<ChatAppRelease>
{
    /// <summary>The release that the app runs.</summary>
    Task<ChatAppRelease> GetCurrentAsync(string app, CallContext context);
}

internal interface IReleaseRestorer
{
    /// <summary>Makes a new release of what an earlier one was.</summary>
    Task<ChatAppRelease> RestoreAsync(string app, string release, CallContext context);
}
