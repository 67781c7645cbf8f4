using System.Management.Automation;
using ChatPS.Client.Capabilities;
using ChatPS.Common;

namespace ChatPS.Schemes;

/// <summary>Makes a permission scheme with roles of its own, which begin with what the server's roles permit, and emits it.</summary>
[Cmdlet(VerbsCommon.New, "ChatScheme", SupportsShouldProcess = true)]
[OutputType(typeof(ChatScheme))]
public sealed class NewChatSchemeCommand : WriteCmdlet
{
    /// <summary>The name that shall address the scheme: lower case letters, digits and underscores.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [NameTransformation]
    [ValidateNotNullOrEmpty]
    public string? Name { get; set; }

    /// <summary>What shall have it: teams (Team) or single rooms (Room).</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipelineByPropertyName = true)]
    [ValidateSet("Team", "Room")]
    public string? Scope { get; set; }

    /// <summary>The name people see; left out, the name itself.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public string? DisplayName { get; set; }

    /// <summary>What the scheme is for.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public string? Description { get; set; }

    private protected override void Process()
    {
        var scheme = new NewScheme { Name = Name!, Scope = SchemeScopes.Of(Scope)!, DisplayName = DisplayName, Description = Description };
        Guard(scheme.Name, () =>
        {
            var schemes = Require<IItemCreator<NewScheme, ChatScheme>>();
            if (Should(scheme.Name, "Create scheme"))
                Submit(scheme.Name, context => Emit(schemes.CreateAsync(scheme, context)));
        });
    }
}
