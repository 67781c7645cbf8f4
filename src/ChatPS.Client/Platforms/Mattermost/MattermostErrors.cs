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
        _ when id.StartsWith("mfa.", StringComparison.Ordinal) =>
            (null, "The account has a second factor: give its code with -OneTimeCode."),
        _ when id.Contains("license", StringComparison.Ordinal) =>
            (ChatErrorReason.NotSupported, "The server's edition or license does not include this."),
        _ when status == 400 && (id.Contains("exist", StringComparison.Ordinal) || id.Contains("_taken", StringComparison.Ordinal))
            && !id.Contains("not_exist", StringComparison.Ordinal) && !id.EndsWith("not_found", StringComparison.Ordinal) => (ChatErrorReason.Conflict, null),
        _ => (null, null),
    };
}
