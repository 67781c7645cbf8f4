using System.Management.Automation;
using ChatPS.Client.Capabilities;
using ChatPS.Client.Http;
using ChatPS.Common;

namespace ChatPS.Jobs;

/// <summary>Sets the state of jobs by hand: has one begin anew, or ends one that hangs.</summary>
[Cmdlet(VerbsCommon.Set, "ChatJob", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(ChatJob))]
public sealed class SetChatJobCommand : WriteCmdlet
{
    /// <summary>The jobs: ids or objects.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("JobId")]
    public JobIdentity[]? Job { get; set; }

    /// <summary>The state: pending has the server take the job up again, cancel_requested asks it to stop, canceled says that it has.</summary>
    [Parameter(Mandatory = true, Position = 1)]
    [ValidateSet("pending", "cancel_requested", "canceled")]
    public string? Status { get; set; }

    /// <summary>
    /// Whatever the job's state is. Without it a job goes from in_progress to pending, from either to cancel_requested, and from that to canceled.
    /// The server does not know what becomes of a job that somebody is working on.
    /// </summary>
    [Parameter]
    public SwitchParameter FromAny { get; set; }

    /// <summary>Does not ask.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <summary>Emits the jobs as they are then.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    private protected override void Process()
    {
        var (status, fromAny) = (Status!.ToLowerInvariant(), FromAny.IsPresent);
        foreach (var job in Job!)
        {
            Guard(job, () =>
            {
                var (jobs, reader, id) = (Require<IJobRunner>(job), PassThru ? Require<IJobReader>(job) : null, job.Value);
                // What the server lets be done does no harm.
                if (Should(job.Display, $"Set status to {status}", Force || !fromAny))
                    Submit(id, context => SetAsync(jobs, reader, id, status, fromAny, context));
            });
        }
    }

    private static async Task<object?> SetAsync(IJobRunner jobs, IJobReader? reader, string job, string status, bool fromAny, CallContext context)
    {
        await jobs.SetStatusAsync(job, status, fromAny, context).ConfigureAwait(false);
        return reader is null ? null : await reader.GetAsync(job, context).ConfigureAwait(false);
    }
}
