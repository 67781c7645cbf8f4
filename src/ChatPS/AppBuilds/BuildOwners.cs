using ChatPS.Client.Capabilities;
using ChatPS.Common;

namespace ChatPS.AppBuilds;

/// <summary>Tells whose a build is by what was given.</summary>
internal static class BuildOwners
{
    /// <summary>An app that came as an object knows its team, and brings it along where nobody asked for it.</summary>
    /// <param name="app">The app that was named.</param>
    /// <param name="team">The team that was named.</param>
    /// <param name="build">The build that is meant; one that came as an object knows its team, too.</param>
    public static BuildOwner Of(AppIdentity? app, TeamIdentity? team, BuildIdentity? build = null) =>
        new(app?.Literal, app?.Session is null ? team?.Literal ?? build?.Build?.TeamId : null);
}
