using System.Collections;
using System.Management.Automation;
using System.Text.Json.Nodes;
using ChatPS.Client.Capabilities;
using ChatPS.Common;

namespace ChatPS.ServerConfigs;

/// <summary>
/// Changes settings of a server: single ones by their paths, or several that belong together by a hashtable or a file. Settings that are piped
/// go in one request.
/// </summary>
[Cmdlet(VerbsCommon.Set, "ChatServerConfig", SupportsShouldProcess = true, DefaultParameterSetName = SettingSet)]
[OutputType(typeof(ChatServerConfig))]
public sealed class SetChatServerConfigCommand : WriteCmdlet
{
    private const string SettingSet = "Setting";
    private const string PatchSet = "Patch";
    private const string FileSet = "File";

    private readonly Dictionary<IServerConfigEditor, List<SettingChange>> _gathered = [];

    /// <summary>The setting: its section and its name with a point between them, such as TeamSettings.SiteName. Case does not count.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true, ParameterSetName = SettingSet)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ServerConfigCompleter))]
    public string? Path { get; set; }

    /// <summary>
    /// The value: a text, a number, $true or $false, an array, or a SecureString for a secret. Text that means one of the others, as tables have
    /// it, is taken for it.
    /// </summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipelineByPropertyName = true, ParameterSetName = SettingSet)]
    [AllowNull]
    [AllowEmptyString]
    [AllowEmptyCollection]
    public object? Value { get; set; }

    /// <summary>Settings that belong together: a hashtable of sections with hashtables of settings in them. The server takes all of them or none.</summary>
    [Parameter(Mandatory = true, ParameterSetName = PatchSet)]
    [ValidateNotNull]
    public IDictionary? Patch { get; set; }

    /// <summary>A JSON file of sections with their settings, such as a configuration that was saved. Stars in it leave the server's secrets alone.</summary>
    [Parameter(Mandatory = true, ParameterSetName = FileSet)]
    [ValidateNotNullOrEmpty]
    public string? File { get; set; }

    /// <summary>Emits the changed settings.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    private protected override void Process() => Guard(Path ?? File, () =>
    {
        var editor = Require<IServerConfigEditor>();
        if (ParameterSetName == SettingSet)
        {
            var change = new SettingChange(Path!, JsonObjects.ToNode(Value));
            if (Should(change.Path, "Change setting"))
                Gather(editor, change);
            return;
        }
        var patch = ParameterSetName == FileSet ? ConfigFiles.Read(this, File!) : (JsonObject)JsonObjects.ToNode(Patch)!;
        var wanted = PassThru.IsPresent;
        if (Should(File ?? string.Join(", ", patch.Select(section => section.Key)), "Change settings"))
            Submit(File, context => Emit(editor.PatchAsync(patch, context), wanted));
    });

    private void Gather(IServerConfigEditor editor, SettingChange change)
    {
        if (!_gathered.TryGetValue(editor, out var changes))
            _gathered[editor] = changes = [];
        changes.Add(change);
    }

    private protected override void Last()
    {
        foreach (var (editor, changes) in _gathered)
            SubmitTogether(changes.ConvertAll(change => change.Path), context => editor.SetAsync(changes, context), PassThru);
    }
}
