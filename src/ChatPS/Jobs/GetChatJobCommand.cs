using System.Management.Automation;
using ChatPS.Client.Capabilities;
using ChatPS.Common;

namespace ChatPS.Jobs;

/// <summary>Gets the jobs of a server, the latest first, and waits for their end when it is told to.</summary>
[Cmdlet(VerbsCommon.Get, "ChatJob", SupportsPaging = true, DefaultParameterSetName = ListSet)]
[OutputType(typeof(ChatJob))]
public sealed class GetChatJobCommand : GetCmdlet
{
    private const string ListSet = "List";
    private const string JobSet = "Job";

    /// <summary>The jobs: ids or objects, which are read anew.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true, ParameterSetName = JobSet)]
    [Alias("JobId")]
    public JobIdentity[]? Job { get; set; }

    /// <summary>The only type of jobs that is wanted, such as export_process. Left out, all.</summary>
    [Parameter(ParameterSetName = ListSet)]
    [ArgumentCompleter(typeof(JobTypeCompleter))]
    public string? Type { get; set; }

    /// <summary>The only states that are wanted, such as pending or error. Left out, all.</summary>
    [Parameter]
    [ValidateSet("pending", "in_progress", "success", "warning", "error", "cancel_requested", "canceled")]
    public string[]? Status { get; set; }

    /// <summary>Waits for the end of each job. One that fails or is cancelled is an error, whose TargetObject is the job.</summary>
    [Parameter(ParameterSetName = JobSet)]
    public SwitchParameter Wait { get; set; }

    /// <summary>How long to wait for each job at most: a time span or a number of seconds. Left out, as long as it takes.</summary>
    [Parameter(ParameterSetName = JobSet)]
    [TimeSpanTransformation]
    public TimeSpan? Timeout { get; set; }

    private protected override void Process()
    {
        if (Job is null)
        {
            var all = Require<IJobReader>();
            WriteList((window, context) => all.ListAsync(Type, window, context), Status is null ? null : Fits);
            return;
        }
        WriteTotal();
        foreach (var job in Job)
        {
            Guard(job, () =>
            {
                var jobs = Require<IJobReader>(job);
                if (Await(Wait ? jobs.WaitAsync(job.Value, Timeout, Context) : jobs.GetAsync(job.Value, Context)) is var found && Fits(found))
                    Write(found);
            });
        }
    }

    private bool Fits(ChatJob job) => Status?.Contains(job.Status, StringComparer.OrdinalIgnoreCase) != false;
}
