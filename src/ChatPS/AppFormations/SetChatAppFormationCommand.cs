using System.Globalization;
using System.Management.Automation;
using ChatPS.Client.Capabilities;
using ChatPS.Common;

namespace ChatPS.AppFormations;

/// <summary>Changes how many processes of a type an app runs, and how big they are. What is piped for an app goes out in one request.</summary>
[Cmdlet(VerbsCommon.Set, "ChatAppFormation", SupportsShouldProcess = true)]
[OutputType(typeof(ChatAppFormation))]
public sealed class SetChatAppFormationCommand : AppItemWriteCmdlet
{
    private readonly AppBatches<IFormationEditor, FormationChange> _apps = new();
    private bool _quantityForAll;
    private bool _sizeForAll;

    /// <summary>The process types, such as web: names or objects.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("ProcessType")]
    [ArgumentCompleter(typeof(FormationCompleter))]
    public FormationIdentity[]? Type { get; set; }

    /// <summary>
    /// How many processes of the type shall run. With a sign before it, as in +1 or -2, it is how many more or fewer. Left out, as many as now.
    /// </summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ValidatePattern(@"^([+-]?\d{1,6})?$")]
    public string? Quantity { get; set; }

    /// <summary>The size of the processes of the type, such as Standard-1X: its name or id. Left out, as now.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("DynoSize")]
    [ArgumentCompleter(typeof(ProcessSizeCompleter))]
    public string? Size { get; set; }

    /// <summary>Emits the changed process types.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    private protected override void Begin() =>
        (_quantityForAll, _sizeForAll) = (MyInvocation.BoundParameters.ContainsKey(nameof(Quantity)), MyInvocation.BoundParameters.ContainsKey(nameof(Size)));

    private protected override void Process()
    {
        foreach (var type in Type!)
        {
            Guard(type, () =>
            {
                // A row says what its type is to have; an object that came down the pipeline only says what it has.
                var isRow = type.Session is null;
                var quantity = isRow || _quantityForAll ? Quantity : null;
                var size = isRow || _sizeForAll ? Size : null;
                var change = new FormationChange(type.Literal)
                {
                    Quantity = string.IsNullOrEmpty(quantity) ? null : int.Parse(quantity, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture),
                    IsRelative = quantity is ['+' or '-', ..],
                    Size = string.IsNullOrEmpty(size) ? null : size,
                };
                RefuseNothing(change, new FormationChange(type.Literal));
                Gather(_apps, change, type);
            });
        }
    }

    private protected override void Last()
    {
        var passThru = PassThru.IsPresent;
        SubmitEach(_apps, change => change.Type, "Change formation", (formations, app, changes, context) => Emit(formations.UpdateAsync(app, changes, context), passThru));
    }
}
