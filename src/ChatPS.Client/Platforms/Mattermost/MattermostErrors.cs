using ChatPS.Client.Http;

namespace ChatPS.Client.Platforms.Mattermost;

/// <summary>What Mattermost's error ids say beyond the status.</summary>
internal static class MattermostErrors
{
    public static ApiError Of(Wire.Error error, int status)
    {
        var (reason, advice) = Explain(error.Id, status);
        var told = new ApiError
        {
            Id = error.Id,
            Message = string.Join(' ', new[] { error.Message, error.DetailedError }.Where(text => !string.IsNullOrEmpty(text))),
            RequestId = error.RequestId is { Length: > 0 } request ? request : null,
            Reason = reason,
            Advice = advice,
        };
        return error.Id == MattermostInviteLimit.ErrorId ? MattermostInviteLimit.Explain(told) : told;
    }

    /// <summary>What is said where there is nothing better to say.</summary>
    public const string Missing = "The server does not offer this: it may be another version or edition, or its settings switch it off.";

    private const string UnknownRoute = "api.context.404.app_error";

    /// <summary>Whether the server does not know the operation at all.</summary>
    public static bool IsUnknownRoute(string? id) => id == UnknownRoute;

    /// <summary>Whether the server would need a license for it.</summary>
    public static bool IsOfEdition(string? id) => id is not null
        && (id.Contains("license", StringComparison.Ordinal) || id.Contains("licence", StringComparison.Ordinal) || id.Contains("not_available", StringComparison.Ordinal) || id.StartsWith("ent.", StringComparison.Ordinal));

    public static (ChatErrorReason? Reason, string? Advice) Explain(string? id, int status) => id switch
    {
        null => (null, null),
        "api.context.session_expired.app_error" =>
            (null, "Sign in again with Connect-ChatService: the session has ended or its token was revoked."),
        "api.context.permissions.app_error" =>
            (null, "Ask for the permission, or use an account that has it; Get-ChatSession shows your roles."),
        "app.plugin.install_id.app_error" =>
            (ChatErrorReason.Conflict, "-Force puts this version in the place of the one that is there."),
        "app.plugin.marketplace_plugins.not_found.app_error" =>
            (ChatErrorReason.NotFound, "Get-ChatPlugin -Marketplace lists what is offered, and in which version."),
        "app.plugin.upload_disabled.app_error" or "app.plugin.marketplace_disabled.app_error" =>
            (ChatErrorReason.NotSupported, "The server's configuration does not allow this: see PluginSettings."),
        // It speaks of the form, and means the picture.
        "api.bot.set_bot_icon_image.parse.app_error" => (null, "The icon of a bot is an SVG file."),
        "api.user.send_password_reset.send.app_error" or "api.user.send_email_change_verify_email_and_forget.error" =>
            (null, "The server could not send the mail: see its EmailSettings."),
        // Said with 500, as if the server had failed.
        "app.channel.move_channel.members_do_not_match.error" =>
            (ChatErrorReason.Conflict, "Somebody in the channel is not in that team: add them there with Add-ChatTeamUser, or give -RemoveOutsider with -MoveTo."),
        "app.preference.get.app_error" =>
            (ChatErrorReason.NotFound, "Get-ChatPreference lists what the user has set."),
        "api.job.unable_to_create_job.incorrect_job_type" or "api.job.retrieve.nopermissions" =>
            (ChatErrorReason.NotSupported, "This server's version has no jobs of that type; check how it is written."),
        "api.job.status.invalid" =>
            (ChatErrorReason.Conflict, "Jobs go from in_progress to pending, from either to cancel_requested, and from that to canceled; Set-ChatJob -FromAny goes from any to any."),
        "api.job.unable_to_download_job" =>
            (ChatErrorReason.NotFound, "The job has left nothing to download, or has not come to its end: Get-ChatJob shows how far it is."),
        "app.job.download_export_results_not_enabled" =>
            (ChatErrorReason.NotSupported, "The server's configuration does not allow this: see MessageExportSettings.DownloadExportResults."),
        "api.post.delete_post.not_enabled.app_error" =>
            (ChatErrorReason.NotSupported, "The server's settings do not allow deleting for good over the API: ServiceSettings.EnableAPIPostDeletion does."),
        // Said with 500, as if the server had failed.
        _ when id.Contains("export.generate_presigned_url.", StringComparison.Ordinal) || id.Contains("eport.generate_presigned_url.", StringComparison.Ordinal) =>
            id.Contains("notfound", StringComparison.Ordinal)
                ? (ChatErrorReason.NotFound, "Get-ChatExport lists the exports that there are.")
                : (ChatErrorReason.NotSupported, "Only servers that keep exports in a storage of their own give such addresses: FileSettings.DedicatedExportStore with amazons3."),
        "jobs.request_cancellation.status.error" =>
            (ChatErrorReason.Conflict, "The job has ended, or is being stopped already: Get-ChatJob shows how far it is."),
        UnknownRoute =>
            (ChatErrorReason.NotSupported, "This server's version does not have the operation, not yet or no longer; Get-ChatOperation shows which version brought it."),
        _ when id.StartsWith("mfa.", StringComparison.Ordinal) =>
            (null, "The account has a second factor: give its code with -OneTimeCode."),
        // Said with 501, as if the server could not do it.
        "api.user.promote_guest_to_user.no_guest.app_error" or "api.user.demote_user_to_guest.already_guest.app_error" =>
            (ChatErrorReason.Conflict, "The user is that already."),
        "api.user.update_active.not_enable.app_error" =>
            (ChatErrorReason.Forbidden, "The server's settings do not let people deactivate their own accounts."),
        // Said with 401, though the session is as good as before.
        _ when id.StartsWith("api.user.delete_", StringComparison.Ordinal) && id.EndsWith(".not_enabled.app_error", StringComparison.Ordinal) =>
            (ChatErrorReason.NotSupported, "The server's settings do not allow deleting for good over the API: "
                + "ServiceSettings.EnableAPIUserDeletion, EnableAPITeamDeletion and EnableAPIChannelDeletion do."),
        _ when id.StartsWith("app.plugin.", StringComparison.Ordinal) && id.Contains("disabled", StringComparison.Ordinal) =>
            (ChatErrorReason.NotSupported, "Plugins are switched off in the server's settings (PluginSettings)."),
        _ when id.Contains("disabled", StringComparison.Ordinal) && status == 501 =>
            (ChatErrorReason.NotSupported, "The server's settings switch this off."),
        _ when IsOfEdition(id) =>
            (ChatErrorReason.NotSupported, "The server's edition or license does not include this."),
        _ when status == 400 && (id.Contains("exist", StringComparison.Ordinal) || id.Contains("_taken", StringComparison.Ordinal))
            && !id.Contains("not_exist", StringComparison.Ordinal) && !id.EndsWith("not_found", StringComparison.Ordinal) => (ChatErrorReason.Conflict, null),
        _ => (null, null),
    };
}
