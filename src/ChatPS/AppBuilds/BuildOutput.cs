using ChatPS.Client.Http;

namespace ChatPS.AppBuilds;

/// <summary>The output of a build, of which the last lines are kept: they say why a build failed.</summary>
internal sealed class BuildOutput
{
    private const int LastLines = 5;

    private readonly Queue<string> _last = new();

    public void Take(string line)
    {
        if (string.IsNullOrWhiteSpace(line))
            return;
        _last.Enqueue(line.Trim());
        if (_last.Count > LastLines)
            _last.Dequeue();
    }

    /// <summary>The build as it ended.</summary>
    /// <exception cref="ChatException">It failed. The build is the exception's target.</exception>
    public ChatAppBuild Judge(ChatAppBuild build) => build.Status != "failed" ? build : throw new ChatException(
        ChatErrorReason.InvalidRequest, $"The build {build.Id} failed: {string.Join(" / ", _last.DefaultIfEmpty("it left no output"))}")
    {
        Target = build,
        Advice = "Correct what the last lines of the output name; -Verbose shows all of it.",
    };

    /// <summary>Something that shows lines as they come and keeps the last.</summary>
    public Action<string> ShowingIn(ICallLog log) => line =>
    {
        log.Verbose(line);
        Take(line);
    };
}
