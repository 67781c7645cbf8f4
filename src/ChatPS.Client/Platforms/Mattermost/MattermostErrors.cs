using ChatPS.Client.Http;

namespace ChatPS.Client.Platforms.Mattermost;

/// <summary>What Mattermost's error ids say beyond the status.</summary>
internal static class MattermostErrors
{
    public static ApiError Of(Wire.Error error, int status)
    {
        var (reason, advice) = Explain(error.Id, status);
        return new ApiError
        {
            Id = error.Id,
            Message = string.Join(' ', new[] { error.Message, error.DetailedError }.Where(text => !string.IsNullOrEmpty(text))),
            RequestId = error.RequestId is { Length: > 0 } request ? request : null,
            Reason = reason,
            Advice = advice,
        };
    }

    public static (ChatErrorReason? Reason, string? Advice) Explain(string? id, int status) => id switch
    {
        null => (null, null),
        "api.context.session_expired.app_error" =>
            (null, "Sign in again with Connect-ChatService: the session has ended or its token was revoked."),
        "api.context.permissions.app_error" =>
            (null, "Ask for the permission, or use an account that has it; Get-ChatSession shows your roles."),
        "api.context.404.app_error" =>
            (ChatErrorReason.NotSupported, "This server's version does not have the operation; Get-ChatOperation shows which version brought it."),
        "app.plugin.install_id.app_error" =>
            (ChatErrorReason.Conflict, "-Force puts this version in the place of the one that is there."),
        "app.plugin.marketplace_plugins.not_found.app_error" =>
            (ChatErrorReason.NotFound, "Get-ChatPlugin -Marketplace lists what is offered, and in which version."),
        "app.plugin.upload_disabled.app_error" or "app.plugin.disabled.app_error" or "app.plugin.marketplace_disabled.app_error" =>
            (ChatErrorReason.NotSupported, "The server's configuration does not allow this: see PluginSettings."),
        "app.preference.get.app_error" =>
            (ChatErrorReason.NotFound, "Get-ChatPreference lists what the user has set."),
        "api.job.unable_to_create_job.incorrect_job_type" or "api.job.retrieve.nopermissions" =>
            (ChatErrorReason.NotSupported, "This server's version has no jobs of that type; check how it is written."),
        "jobs.request_cancellation.status.error" =>
            (ChatErrorReason.Conflict, "The job has ended, or is being stopped already: Get-ChatJob shows how far it is."),
        _ when id.StartsWith("mfa.", StringComparison.Ordinal) =>
            (null, "The account has a second factor: give its code with -OneTimeCode."),
        _ when id.Contains("license", StringComparison.Ordinal) || id.Contains("licence", StringComparison.Ordinal) =>
            (ChatErrorReason.NotSupported, "The server's edition or license does not include this."),
        _ when status == 400 && (id.Contains("exist", StringComparison.Ordinal) || id.Contains("_taken", StringComparison.Ordinal))
            && !id.Contains("not_exist", StringComparison.Ordinal) => (ChatErrorReason.Conflict, null),
        _ => (null, null),
    };
}
