using System.Management.Automation;
using ChatPS.Client.Capabilities;
using ChatPS.Common;

namespace ChatPS.ServerConfigs;

/// <summary>Gets the settings of a server that people run themselves: all, those of a section, or single ones. Secrets stay hidden.</summary>
[Cmdlet(VerbsCommon.Get, "ChatServerConfig", SupportsPaging = true)]
[OutputType(typeof(ChatServerConfig))]
public sealed class GetChatServerConfigCommand : GetCmdlet
{
    private readonly Dictionary<IServerConfigReader, IReadOnlyList<ChatServerConfig>> _read = [];

    /// <summary>The settings: paths such as TeamSettings.SiteName, sections such as TeamSettings, patterns, or objects. Left out, all. Case does not count.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(ServerConfigCompleter))]
    public ServerConfigIdentity[]? Path { get; set; }

    /// <summary>Only the settings that the server's environment sets, which nobody can change here.</summary>
    [Parameter]
    public SwitchParameter FromEnvironment { get; set; }

    private protected override void Process()
    {
        foreach (var path in Path ?? [null!])
            Guard(path, () => WriteSettings(path));
    }

    private void WriteSettings(ServerConfigIdentity? path)
    {
        var reader = Require<IServerConfigReader>(path);
        // One answer has them all, however many are asked for.
        if (!_read.TryGetValue(reader, out var settings))
            _read[reader] = settings = Await(reader.ReadAsync(Context));
        var found = settings.Where(setting => path?.Covers(setting.Path) != false).ToList();
        if (found.Count == 0 && path is { IsPattern: false })
            throw new ChatException(ChatErrorReason.NotFound, $"The server has no setting '{path}'.") { Advice = $"Get-ChatServerConfig *{path.Literal.Split('.')[^1]}* looks for the name in all sections." };
        var shown = found.FindAll(setting => !FromEnvironment || setting.IsFromEnvironment);
        WriteList((window, _) => window.Cut(Stream(shown)), count: _ => Task.FromResult<long?>(shown.Count));
    }

    private static async IAsyncEnumerable<T> Stream<T>(IEnumerable<T> items)
    {
        await Task.CompletedTask.ConfigureAwait(false);
        foreach (var item in items)
            yield return item;
    }
}
