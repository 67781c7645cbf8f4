using ChatPS.Client.Capabilities;
using ChatPS.Client.Http;
using ChatPS.Client.Paging;
using ChatPS.Client.Sessions;
using static ChatPS.Client.Platforms.Mattermost.MattermostOperations;

namespace ChatPS.Client.Platforms.Mattermost;

/// <summary>Jobs.</summary>
internal sealed class MattermostJobs(Connection connection) : Resource(connection), IJobReader, IJobRunner
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(5);

    public IAsyncEnumerable<ChatJob> ListAsync(string? type, PageWindow window, CallContext context) =>
        List(type is null ? Call(GetJobs) : Call(GetJobsByType).Path("type", type), window, MattermostJson.Default.Job, ToJob, context);

    public Task<ChatJob> GetAsync(string job, CallContext context) =>
        SendAsync(Call(GetJob).Path("job_id", job), MattermostJson.Default.Job, ToJob, context);

    public Task<ChatJob> StartAsync(NewJob job, CallContext context) =>
        SendAsync(Call(CreateJob).Body("type", job.Type).Body("data", job.Data), MattermostJson.Default.Job, ToJob, context);

    public Task StopAsync(string job, CallContext context) => SendAsync(Call(CancelJob).Path("job_id", job), context);

    public Task SetStatusAsync(string job, string status, bool fromAny, CallContext context) =>
        SendAsync(Call(UpdateJobStatus).Path("job_id", job).Body("status", status).Body("force", fromAny ? true : null), context);

    public async Task<ChatJob> WaitAsync(string job, TimeSpan? timeout, CallContext context)
    {
        var began = Connection.Clock.GetTimestamp();
        for (var pause = FirstPause; ; pause = pause * 2 < LongestPause ? pause * 2 : LongestPause)
        {
            var found = await GetAsync(job, context).ConfigureAwait(false);
            if (found.HasEnded)
                return Judge(found);
            var left = timeout - Connection.Clock.GetElapsedTime(began);
            if (left <= TimeSpan.Zero)
                throw new ChatException(ChatErrorReason.Timeout, $"The job {found} is {found.Status} still, after {timeout!.Value.TotalSeconds:0.##} seconds.")
                {
                    Target = found,
                    Advice = "Give it more time with -Timeout. What stays pending for ever is work that the server's edition or configuration has nobody for.",
                };
            pause = pause < left ? pause : left ?? pause;
            context.Log.Waiting(pause, $"for the job {found}, which is {found.Status}");
            await Task.Delay(pause, Connection.Clock, context.Cancellation).ConfigureAwait(false);
        }
    }

    private static ChatJob Judge(ChatJob job) => job.Status is "success" or "warning" ? job : throw new ChatException(
        ChatErrorReason.InvalidRequest,
        job.Status == "canceled" ? $"The job {job} was cancelled." : $"The job {job} failed: {job.Error ?? "the server does not say why"}")
    {
        Target = job,
        Advice = "The error's TargetObject is the job, with all that the server keeps of it; the server's log may say more.",
    };

    private ChatJob ToJob(Wire.Job job)
    {
        var data = MattermostTexts.Of(job.Data);
        return new ChatJob
        {
            Session = Connection.Session,
            Unnamed = job.Unnamed,
            Id = job.Id,
            Type = job.Type,
            Status = job.Status,
            // Servers say -1 where nobody counts.
            Progress = job.Progress is >= 0 and <= 100 ? (int)job.Progress : null,
            Data = data,
            Error = data.GetValueOrDefault("error"),
            HasEnded = job.Status is "success" or "warning" or "error" or "canceled",
            Priority = job.Priority,
            CreatedAt = MattermostTime.Read(job.CreateAt),
            StartedAt = MattermostTime.Read(job.StartAt),
            LastActivityAt = MattermostTime.Read(job.LastActivityAt),
        };
    }
}
