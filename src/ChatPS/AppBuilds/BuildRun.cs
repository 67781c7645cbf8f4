using ChatPS.Client.Capabilities;
using ChatPS.Client.Http;

namespace ChatPS.AppBuilds;

/// <summary>A build that is to be run, on platforms where it does not run by itself.</summary>
/// <param name="Builds">What runs it.</param>
/// <param name="Reader">What knows how it is.</param>
/// <param name="Team">The team that it belongs to; null for the session's.</param>
/// <param name="Id">The build's id.</param>
/// <param name="Image">What it is made of; null for its source.</param>
internal sealed record BuildRun(IBuildRunner Builds, IBuildReader Reader, string? Team, string Id, BuildImage? Image)
{
    /// <summary>Has it begin, and leaves it to the platform.</summary>
    public async Task<ChatAppBuild> BeginAsync(CallContext context)
    {
        // The first line is the sign.
        await foreach (var line in LinesAsync(context).ConfigureAwait(false))
        {
            context.Log.Verbose(line.Raw);
            break;
        }
        return await Reader.GetAsync(new BuildOwner(null, Team), Id, context).ConfigureAwait(false);
    }

    /// <summary>Runs it to its end, telling its output.</summary>
    /// <exception cref="ChatException">It failed.</exception>
    public async Task<ChatAppBuild> CompleteAsync(CallContext context)
    {
        var output = new BuildOutput();
        var show = output.ShowingIn(context.Log);
        await foreach (var line in LinesAsync(context).ConfigureAwait(false))
            show(line.Raw);
        return await EndAsync(output, context).ConfigureAwait(false);
    }

    /// <summary>Its output, while it runs.</summary>
    public IAsyncEnumerable<ChatLog> LinesAsync(CallContext context) => Builds.RunAsync(Team, Id, Image, context);

    /// <summary>The build as it ended.</summary>
    /// <param name="output">What it has told.</param>
    /// <param name="context">The call.</param>
    /// <exception cref="ChatException">It failed.</exception>
    public async Task<ChatAppBuild> EndAsync(BuildOutput output, CallContext context) =>
        output.Judge(await Builds.EndAsync(Team, Id, context).ConfigureAwait(false));
}
