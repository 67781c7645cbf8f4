using System.Text.Json;
using System.Text.Json.Nodes;
using ChatPS.Sandbox.Http;

namespace ChatPS.Sandbox.Platforms.Mattermost.Administration;

/// <summary>Jobs: what runs in the background, now or as soon as somebody has time for it.</summary>
internal static class JobRoutes
{
    public static void Map(MattermostService service)
    {
        service.On("GET", "/jobs", call => List(call, null));
        service.On("POST", "/jobs", Create);
        service.On("GET", "/jobs/{job_id}", Get);
        service.On("GET", "/jobs/{job_id}/download", Download);
        service.On("POST", "/jobs/{job_id}/cancel", Cancel);
        service.On("GET", "/jobs/type/{type}", OfType);
        // Later versions only.
        service.On("PATCH", "/jobs/{job_id}/status", SetStatus);
    }

    private static JobBoard Board(Call call) => call.State.Administration.Jobs;

    private static SandboxResponse List(Call call, string? type)
    {
        call.NeedAdmin();
        return SandboxResponse.Json(new JsonArray([.. call.Page(Board(call).All.Where(job => type is null || job.Type == type)).Select(job => job.ToJson())]));
    }

    private static SandboxResponse OfType(Call call)
    {
        var type = call.Request.Route("type");
        return JobBoard.IsType(type) ? List(call, type) : throw new Problem(400, "api.job.retrieve.nopermissions", "Nobody may see jobs of that type.");
    }

    private static SandboxResponse Create(Call call)
    {
        var body = call.Body("job");
        var data = body.Object("data");
        // The server keeps a job's data as texts, and takes nothing else.
        if (data?.Any(pair => pair.Value?.GetValueKind() != JsonValueKind.String) == true)
            throw Problem.InvalidBody("job");
        if (body.Text("type") is not { } type || !JobBoard.IsType(type))
            throw new Problem(400, "api.job.unable_to_create_job.incorrect_job_type", "There are no jobs of that type.");
        call.NeedAdmin();
        return SandboxResponse.Json(Board(call).Add(type, data?.Map()).ToJson(), 201);
    }

    private static Job Found(Call call)
    {
        var job = Board(call).Find(call.Id("job_id")) ?? throw new Problem(404, "app.job.get.app_error", "There is no such job.");
        call.NeedAdmin();
        return job;
    }

    private static SandboxResponse Get(Call call) => SandboxResponse.Json(Found(call).ToJson());

    private static SandboxResponse Download(Call call)
    {
        call.Id("job_id");
        if (!call.Config.IsOn("MessageExportSettings.DownloadExportResults"))
            throw new Problem(501, "app.job.download_export_results_not_enabled", "Results of exports cannot be downloaded from this server.");
        var job = Found(call);
        if (job.Type != "message_export")
            throw new Problem(400, "api.job.unable_to_download_job.incorrect_job_type", "Jobs of that type leave nothing to download.");
        // It is packed while it is sent: there is no going on in the middle.
        return call.State.Administration.ComplianceExports.TryGetValue(job.Id, out var archive)
            ? SandboxResponse.Bytes(200, archive, "application/zip").With("Content-Disposition", $"attachment;filename=\"{job.Data!["export_dir"].Split('/')[^1]}.zip\"")
            : throw new Problem(400, "api.job.unable_to_download_job", "The job has left nothing to download.");
    }

    private static SandboxResponse SetStatus(Call call)
    {
        if (call.Body("status").Text("status") is not { } status)
            throw Problem.InvalidBody("status");
        var job = Found(call);
        var isUsual = (job.Status, status) is ("in_progress", "pending" or "cancel_requested") or ("pending", "cancel_requested") or ("cancel_requested", "canceled");
        if (!isUsual && call.Body("status").Bool("force") != true)
            throw new Problem(400, "api.job.status.invalid", "The job does not go from its state to that one.");
        if (status is not ("pending" or "cancel_requested" or "canceled"))
            throw new Problem(500, "app.job.update_status.app_error", "Nobody sets that state by hand.");
        if (status == "cancel_requested")
            return Cancel(call);
        // Whoever takes it up again begins anew.
        (job.Status, job.StartAt, job.LastActivityAt, job.Progress) = (status, 0, call.State.Now(), 0);
        return Call.Ok();
    }

    private static SandboxResponse Cancel(Call call)
    {
        var job = Found(call);
        job.Status = job.Status switch
        {
            "pending" => "canceled",
            "in_progress" => "cancel_requested",
            _ => throw new Problem(500, "jobs.request_cancellation.status.error", "The job cannot be cancelled any more."),
        };
        return Call.Ok();
    }
}
