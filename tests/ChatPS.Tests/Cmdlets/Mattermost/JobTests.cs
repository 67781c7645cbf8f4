using ChatPS.Sandbox;

namespace ChatPS.Tests.Cmdlets.Mattermost;

public sealed class JobTests(SandboxFixture sandbox) : IClassFixture<SandboxFixture>
{
    private Shell Connect() => sandbox.Connect(sandbox.Mattermost);

    private SandboxRequestRecord Last => sandbox.Server.Requests[^1];

    [SandboxFact("needs a server that takes that job over the API, newer than 5.37")]
    public void CreateJob_and_GetJob_until_its_end()
    {
        using var shell = Connect();
        var job = shell.Run<ChatJob>("Start-ChatJob extract_content ([ordered]@{ from = 0; to = 2000000000 })").Single();
        Assert.Equal(["POST /api/v4/jobs"], sandbox.Wire);
        Assert.Equal("""{"type":"extract_content","data":{"from":"0","to":"2000000000"}}""", Last.Body);
        Assert.Equal(("extract_content", "pending", false, job.Id), (job.Type, job.Status, job.HasEnded, job.JobId));
        var ended = shell.Run<ChatJob>("$args[0] | Get-ChatJob -Wait", job).Single();
        Assert.Equal($"GET /api/v4/jobs/{job.Id}", sandbox.Wire.Last());
        Assert.Equal(("success", true, 100), (ended.Status, ended.HasEnded, ended.Progress));
        Assert.NotEqual("0", ended.Data["processed"]);
        Assert.NotNull(ended.StartedAt);
    }

    [Fact]
    public void GetJobs_and_GetJobsByType()
    {
        using var shell = Connect();
        shell.RunClean("$null = 'ldap_sync', 'data_retention', 'ldap_sync' | Start-ChatJob");
        sandbox.Server.ClearRequests();
        Assert.Equal(["ldap_sync", "data_retention", "ldap_sync"], shell.Run<ChatJob>("Get-ChatJob -First 3").Select(job => job.Type));
        Assert.Equal(["GET /api/v4/jobs?per_page=3&page=0"], sandbox.Wire);
        Assert.All(shell.Run<ChatJob>("Get-ChatJob -Type ldap_sync"), job => Assert.Equal("ldap_sync", job.Type));
        Assert.StartsWith("GET /api/v4/jobs/type/ldap_sync?", sandbox.Wire.Last(), StringComparison.Ordinal);
        Assert.All(shell.Run<ChatJob>("Get-ChatJob -Status pending"), job => Assert.Equal("pending", job.Status));
        Assert.Empty(shell.RunClean("Get-ChatJob -Type ldap_sync -Status error"));
    }

    [Fact]
    public void CancelJob()
    {
        using var shell = Connect();
        // Without a license nobody takes it up.
        var job = shell.Run<ChatJob>("Start-ChatJob ldap_sync").Single();
        sandbox.Server.ClearRequests();
        shell.RunClean("Stop-ChatJob $args[0] -WhatIf", job.Id);
        Assert.Empty(sandbox.Wire);
        Assert.Equal("canceled", shell.Run<ChatJob>("$args[0] | Stop-ChatJob -PassThru", job).Single().Status);
        Assert.Equal([$"POST /api/v4/jobs/{job.Id}/cancel", $"GET /api/v4/jobs/{job.Id}"], sandbox.Wire);

        var error = shell.Fail("Stop-ChatJob $args[0]", job.Id);
        Assert.StartsWith("ChatPS.Conflict", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains("jobs.request_cancellation.status.error", error.ErrorDetails.Message, StringComparison.Ordinal);
        error = shell.Fail("Get-ChatJob $args[0] -Wait", job.Id);
        Assert.Equal(job.Id, Assert.IsType<ChatJob>(error.TargetObject).Id);
    }

    [SandboxFact("needs a server of today")]
    public void UpdateJobStatus()
    {
        using var shell = Connect();
        var job = shell.Run<ChatJob>("Start-ChatJob ldap_sync").Single();
        sandbox.Server.ClearRequests();
        shell.RunClean("Set-ChatJob $args[0] canceled -FromAny -WhatIf", job.Id);
        Assert.Empty(sandbox.Wire);
        var error = shell.Fail("Set-ChatJob $args[0] canceled", job.Id);
        Assert.StartsWith("ChatPS.Conflict", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains("api.job.status.invalid", error.ErrorDetails.Message, StringComparison.Ordinal);
        Assert.Contains("-FromAny", error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
        sandbox.Server.ClearRequests();
        Assert.Equal("canceled", shell.Run<ChatJob>("$args[0] | Set-ChatJob -Status Canceled -FromAny -Force -PassThru", job).Single().Status);
        Assert.Equal([$"PATCH /api/v4/jobs/{job.Id}/status", $"GET /api/v4/jobs/{job.Id}"], sandbox.Wire);
        Assert.Equal("""{"status":"canceled","force":true}""", sandbox.Server.Requests[0].Body);
        Assert.Equal("pending", shell.Run<ChatJob>("Set-ChatJob $args[0] pending -FromAny -Force -PassThru", job.Id).Single().Status);
        shell.RunClean("Set-ChatJob $args[0] cancel_requested", job.Id);
        Assert.Equal("""{"status":"cancel_requested"}""", Last.Body);
        Assert.Equal("canceled", shell.Run<ChatJob>("Get-ChatJob $args[0]", job.Id).Single().Status);
    }

    [Fact]
    public void What_nobody_takes_up_is_waited_for_no_longer_than_said()
    {
        using var shell = Connect();
        var error = shell.Fail("Start-ChatJob message_export -Wait -Timeout 0.3");
        Assert.StartsWith("ChatPS.Timeout", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Equal("message_export", Assert.IsType<ChatJob>(error.TargetObject).Type);
        Assert.Contains("-Timeout", error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
    }

    [Fact]
    public void A_job_that_fails_is_an_error_and_the_others_go_on()
    {
        using var shell = Connect();
        var ended = shell.Run("'import_process', 'export_delete' | Start-ChatJob -Wait");
        Assert.Equal("export_delete", Assert.IsType<ChatJob>(ended.Single().BaseObject).Type);
        Assert.Equal("error", Assert.IsType<ChatJob>(shell.Errors.Single().TargetObject).Status);
    }

    [Theory]
    [InlineData("Start-ChatJob no_such_type", "NotSupported", "incorrect_job_type")]
    [InlineData("Get-ChatJob -Type no_such_type", "NotSupported", "api.job.retrieve.nopermissions")]
    [InlineData("Get-ChatJob ybndrfg8ejkmcpqxot1uwisza3", "NotFound", "app.job.get.app_error")]
    public void Errors_have_the_servers_id(string script, string reason, string id)
    {
        using var shell = Connect();
        var error = shell.Fail(script);
        Assert.StartsWith("ChatPS." + reason, error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains(id, error.ErrorDetails.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Members_may_not_and_others_have_none()
    {
        using var member = sandbox.Connect(sandbox.Mattermost, sandbox.Mattermost.Member);
        Assert.StartsWith("ChatPS.Forbidden", member.Fail("Start-ChatJob ldap_sync").FullyQualifiedErrorId, StringComparison.Ordinal);
        using var shell = sandbox.Connect(sandbox.Gitter);
        var error = shell.Fail("Start-ChatJob ldap_sync");
        Assert.StartsWith("ChatPS.NotSupported", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains("Mattermost", error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
        Assert.Empty(sandbox.Wire);
    }
}
