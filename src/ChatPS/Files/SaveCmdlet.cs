using System.Management.Automation;
using ChatPS.Common;

namespace ChatPS.Files;

/// <summary>A cmdlet that saves to the disk what a server has.</summary>
public abstract class SaveCmdlet : WriteCmdlet
{
    private SaveTarget? _target;

    private protected SaveCmdlet()
    {
    }

    /// <summary>Overwrites files that are there.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <summary>Emits the saved files.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <summary>Where to save, which is the same for all that is piped.</summary>
    private protected SaveTarget TargetAt(string destination) => _target ??= new SaveTarget(LocalFiles.Resolve(this, destination), Force);
}
