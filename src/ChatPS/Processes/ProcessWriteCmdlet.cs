using ChatPS.Common;

namespace ChatPS.Processes;

/// <summary>A cmdlet that changes processes. It leaves the name Process to a parameter, which the step of the pipeline has elsewhere.</summary>
public abstract class ProcessWriteCmdlet : AppItemWriteCmdlet
{
    private protected ProcessWriteCmdlet()
    {
    }

    private protected sealed override void Process() => Change();

    private protected abstract void Change();
}
