using ChatPS.Client.Http;

namespace ChatPS.Client.Platforms.Heroku;

/// <summary>What Heroku's error ids say beyond the status.</summary>
internal static class HerokuErrors
{
    public static ApiError Of(Wire.Error error)
    {
        var (reason, advice) = Explain(error.Id);
        return new ApiError
        {
            Id = error.Id,
            Message = error.Message,
            Url = error.Url,
            Reason = reason,
            Advice = advice,
        };
    }

    public static (ChatErrorReason? Reason, string? Advice) Explain(string? id) => id switch
    {
        "bad_request" => (ChatErrorReason.InvalidRequest, "Correct what the message names; Get-ChatOperation shows what the operation takes."),
        "invalid_params" => (ChatErrorReason.InvalidRequest, "Correct the value the message names and try again."),
        "unauthorized" => (ChatErrorReason.Unauthorized, "Sign in again with Connect-ChatService: the token or API key is wrong, has expired or was revoked."),
        "two_factor" => (ChatErrorReason.Forbidden,
            "The account has a second factor: give its present code with Set-ChatSession -TwoFactorCode, or connect with -Credential and -TwoFactorCode."),
        "forbidden" => (ChatErrorReason.Forbidden, "Use an account with the permission, or have it granted with Set-ChatAppCollaborator or Set-ChatTeamUser."),
        "suspended" => (ChatErrorReason.Forbidden, "The account or app is suspended: the platform's support must lift that first."),
        "delinquent" => (ChatErrorReason.Forbidden, "Payment is overdue: settle the open invoices first; Get-ChatInvoice shows them."),
        "verification_required" => (ChatErrorReason.Forbidden, "The account must be verified first, by a payment method in its billing settings."),
        "not_found" => (ChatErrorReason.NotFound, "Check the id or name. It is not there, or this account may not see it."),
        "conflict" => (ChatErrorReason.Conflict, "Something else is changing this, or it exists already: look at it and try again."),
        "rate_limit" => (ChatErrorReason.RateLimited, "Wait and try again; Get-ChatRateLimit shows how many calls are left."),
        "unavailable" or "service_unavailable" or "maintenance" => (ChatErrorReason.ServerError, "The platform is under maintenance; try again later."),
        _ => (null, null),
    };
}
