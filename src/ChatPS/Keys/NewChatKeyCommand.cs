using System.Management.Automation;
using ChatPS.Client.Capabilities;
using ChatPS.Common;
using ChatPS.Files;

namespace ChatPS.Keys;

/// <summary>Adds SSH keys to the account, on servers that still take some.</summary>
[Cmdlet(VerbsCommon.New, "ChatKey", SupportsShouldProcess = true, DefaultParameterSetName = KeySet)]
[OutputType(typeof(ChatKey))]
public sealed class NewChatKeyCommand : WriteCmdlet
{
    private const string KeySet = "Key";
    private const string PathSet = "Path";
    private const string LiteralPathSet = "LiteralPath";

    /// <summary>The public keys, each as the one line of a .pub file: type, key and comment. A private key is refused and goes nowhere.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true, ParameterSetName = KeySet)]
    [ValidateNotNullOrEmpty]
    public string[]? PublicKey { get; set; }

    /// <summary>The paths of .pub files; wildcards are allowed.</summary>
    [Parameter(Mandatory = true, ValueFromPipelineByPropertyName = true, ParameterSetName = PathSet)]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    public string[]? Path { get; set; }

    /// <summary>The paths of .pub files exactly as they are, as Get-ChildItem's objects give them.</summary>
    [Parameter(Mandatory = true, ValueFromPipelineByPropertyName = true, ParameterSetName = LiteralPathSet)]
    [Alias("PSPath", "FullName", "LP")]
    [ValidateNotNullOrEmpty]
    public string[]? LiteralPath { get; set; }

    private protected override void Process()
    {
        foreach (var key in PublicKey ?? [])
            Guard(null, () => Add(PublicKeyLine.Of(key)));
        var isLiteral = ParameterSetName == LiteralPathSet;
        foreach (var given in Path ?? LiteralPath ?? [])
        {
            Guard(given, () =>
            {
                foreach (var path in LocalFiles.Find(this, [given], isLiteral))
                    Guard(path, () => Add(PublicKeyLine.InFile(path)));
            });
        }
    }

    private void Add(PublicKeyLine line)
    {
        var keys = Require<IItemCreator<NewKey, ChatKey>>();
        var key = new NewKey(line.Text);
        if (Should(line.Name, "Add SSH key"))
            Submit(line.Name, context => Emit(keys.CreateAsync(key, context)));
    }
}
