using System.Management.Automation;
using ChatPS.Client.Capabilities;
using ChatPS.Client.Http;
using ChatPS.Common;

namespace ChatPS.Jobs;

/// <summary>A cmdlet that starts work in the background, and waits for its end when it is told to.</summary>
public abstract class JobWaitCmdlet : WriteCmdlet
{
    private protected JobWaitCmdlet()
    {
    }

    /// <summary>Waits for the end of the work. When it fails or is cancelled, that is an error, whose TargetObject is the job.</summary>
    [Parameter]
    public SwitchParameter Wait { get; set; }

    /// <summary>How long to wait at most: a time span or a number of seconds. Left out, as long as it takes.</summary>
    [Parameter]
    [TimeSpanTransformation]
    public TimeSpan? Timeout { get; set; }

    /// <summary>What sees a job through to its end if that is wanted.</summary>
    /// <param name="owner">What is being worked on.</param>
    private protected Func<Task<ChatJob>, CallContext, Task<object?>> Follower(Identity? owner = null)
    {
        if (!Wait)
            return (starting, _) => Emit(starting);
        var (jobs, timeout) = (Require<IJobReader>(owner, nameof(Wait)), Timeout);
        return async (starting, context) =>
        {
            var job = await starting.ConfigureAwait(false);
            return await jobs.WaitAsync(job.Id, timeout, context).ConfigureAwait(false);
        };
    }
}
