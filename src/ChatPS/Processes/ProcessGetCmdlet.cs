using ChatPS.Common;

namespace ChatPS.Processes;

/// <summary>A cmdlet that gets processes. It leaves the name Process to a parameter, which the step of the pipeline has elsewhere.</summary>
public abstract class ProcessGetCmdlet : AppItemGetCmdlet
{
    private protected ProcessGetCmdlet()
    {
    }

    private protected sealed override void Process() => Get();

    private protected abstract void Get();
}
