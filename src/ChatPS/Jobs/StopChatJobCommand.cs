using System.Management.Automation;
using ChatPS.Client.Capabilities;
using ChatPS.Client.Http;
using ChatPS.Common;

namespace ChatPS.Jobs;

/// <summary>Cancels jobs that have not come to their end.</summary>
[Cmdlet(VerbsLifecycle.Stop, "ChatJob", SupportsShouldProcess = true)]
[OutputType(typeof(ChatJob))]
public sealed class StopChatJobCommand : WriteCmdlet
{
    /// <summary>The jobs: ids or objects.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("JobId")]
    public JobIdentity[]? Job { get; set; }

    /// <summary>Emits the jobs as they are then.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    private protected override void Process()
    {
        foreach (var job in Job!)
        {
            Guard(job, () =>
            {
                var (jobs, reader, id) = (Require<IJobRunner>(job), PassThru ? Require<IJobReader>(job) : null, job.Value);
                if (Should(job.Display, "Cancel job"))
                    Submit(id, context => StopAsync(jobs, reader, id, context));
            });
        }
    }

    private static async Task<object?> StopAsync(IJobRunner jobs, IJobReader? reader, string job, CallContext context)
    {
        await jobs.StopAsync(job, context).ConfigureAwait(false);
        return reader is null ? null : await reader.GetAsync(job, context).ConfigureAwait(false);
    }
}
