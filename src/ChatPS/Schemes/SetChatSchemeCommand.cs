using System.Management.Automation;
using ChatPS.Client.Capabilities;
using ChatPS.Common;

namespace ChatPS.Schemes;

/// <summary>Changes the names and descriptions of permission schemes. What their roles permit is changed with Set-ChatRole.</summary>
[Cmdlet(VerbsCommon.Set, "ChatScheme", SupportsShouldProcess = true)]
[OutputType(typeof(ChatScheme))]
public sealed class SetChatSchemeCommand : WriteCmdlet
{
    /// <summary>The schemes: ids, names or objects.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("SchemeId")]
    [ArgumentCompleter(typeof(SchemeCompleter))]
    public SchemeIdentity[]? Scheme { get; set; }

    /// <summary>The new name that addresses the scheme.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? Name { get; set; }

    /// <summary>The new name people see.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? DisplayName { get; set; }

    /// <summary>What the scheme is for; an empty text takes the description away.</summary>
    [Parameter]
    [AllowEmptyString]
    public string? Description { get; set; }

    /// <summary>Emits the changed schemes.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    private protected override void Process()
    {
        var change = new SchemeChange { Name = Name, DisplayName = DisplayName, Description = Description };
        RefuseNothing(change, new SchemeChange());
        var passThru = PassThru.IsPresent;
        ForEach<IItemEditor<SchemeChange, ChatScheme>>(Scheme!, "Change scheme", (schemes, scheme, context) => Emit(schemes.UpdateAsync(scheme, change, context), passThru));
    }
}
