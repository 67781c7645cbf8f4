using System.Management.Automation;
using ChatPS.Client.Capabilities;
using ChatPS.Common;

namespace ChatPS.ServerConfigs;

/// <summary>Gives settings of a server, or whole sections, the values that a new server of its version has.</summary>
[Cmdlet(VerbsCommon.Reset, "ChatServerConfig", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(ChatServerConfig))]
public sealed class ResetChatServerConfigCommand : WriteCmdlet
{
    private readonly Dictionary<IServerConfigEditor, List<string>> _gathered = [];

    /// <summary>The settings: paths such as TeamSettings.SiteName, sections such as TeamSettings, or objects. Case does not count.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(ServerConfigCompleter))]
    public ServerConfigIdentity[]? Path { get; set; }

    /// <summary>Does not ask.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <summary>Emits the settings as they are then.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    private protected override void Process()
    {
        foreach (var path in Path!)
        {
            Guard(path, () =>
            {
                var editor = Require<IServerConfigEditor>(path);
                if (!Should(path.Literal, "Reset to default", Force))
                    return;
                if (!_gathered.TryGetValue(editor, out var paths))
                    _gathered[editor] = paths = [];
                paths.Add(path.Literal);
            });
        }
    }

    private protected override void Last()
    {
        foreach (var (editor, paths) in _gathered)
            SubmitTogether(paths, context => editor.ResetAsync(paths, context), PassThru);
    }
}
