using System.Collections;
using System.Management.Automation;
using System.Text.Json.Nodes;
using ChatPS.Client.Capabilities;
using ChatPS.Common;

namespace ChatPS.ServerConfigs;

/// <summary>Tells in which settings two configurations differ: of two servers, or of a server and a file or hashtable. Secrets are never compared.</summary>
[Cmdlet(VerbsData.Compare, "ChatServerConfig")]
[OutputType(typeof(ChatServerConfigDifference))]
public sealed class CompareChatServerConfigCommand : SessionCmdlet
{
    /// <summary>The configuration to compare with: settings from Get-ChatServerConfig, the path of a JSON file, or a hashtable.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    [ValidateNotNullOrEmpty]
    public object[]? ReferenceConfig { get; set; }

    /// <summary>The other configuration, in the same forms. Left out, the session's server as it is now; then only settings that the reference has are told of.</summary>
    [Parameter(Position = 1)]
    [ValidateNotNullOrEmpty]
    public object[]? DifferenceConfig { get; set; }

    private protected override void Process()
    {
        var reference = Settings(ReferenceConfig!);
        var other = DifferenceConfig is null ? Settings(Await(Require<IServerConfigReader>().ReadAsync(Context))) : Settings(DifferenceConfig);
        foreach (var (path, setting) in reference)
        {
            if (!other.TryGetValue(path, out var second))
                Write(Difference(setting, null));
            else if (!setting.IsSecret && !second.IsSecret && !JsonNode.DeepEquals(JsonObjects.ToNode(setting.Value), JsonObjects.ToNode(second.Value)))
                Write(Difference(setting, second));
        }
        // Who has a part of a configuration does not ask what else a server has.
        foreach (var (_, setting) in DifferenceConfig is null ? [] : other.Where(pair => !reference.ContainsKey(pair.Key)))
            Write(Difference(null, setting));
    }

    private static ChatServerConfigDifference Difference(ChatServerConfig? reference, ChatServerConfig? other) => new()
    {
        Path = (reference ?? other)!.Path,
        Kind = reference is null ? "OnlyInDifference" : other is null ? "OnlyInReference" : "Changed",
        ReferenceValue = reference?.Value,
        DifferenceValue = other?.Value,
    };

    private Dictionary<string, ChatServerConfig> Settings(IEnumerable<object> config)
    {
        var settings = new Dictionary<string, ChatServerConfig>(StringComparer.OrdinalIgnoreCase);
        foreach (var setting in config.SelectMany(Read))
            settings[setting.Path] = setting;
        return settings;
    }

    private IReadOnlyList<ChatServerConfig> Read(object part) => (part is PSObject { BaseObject: not PSCustomObject } wrapped ? wrapped.BaseObject : part) switch
    {
        ChatServerConfig setting => [setting],
        string path => Require<IServerConfigReader>().Read(ConfigFiles.Read(this, path)),
        IDictionary table => Require<IServerConfigReader>().Read((JsonObject)JsonObjects.ToNode(table)!),
        var other => throw new ChatException(ChatErrorReason.InvalidRequest, $"A {other.GetType().Name} is no configuration.")
        {
            Advice = "Give settings from Get-ChatServerConfig, the path of a JSON file, or a hashtable.",
        },
    };
}
