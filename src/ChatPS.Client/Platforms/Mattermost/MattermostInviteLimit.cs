using System.Globalization;
using System.Text.RegularExpressions;
using ChatPS.Client.Http;

namespace ChatPS.Client.Platforms.Mattermost;

/// <summary>What a server says that has mailed as many invitations for an account as it does in an hour. It sends none of those it was asked for then.</summary>
internal static partial class MattermostInviteLimit
{
    public const string ErrorId = "app.email.rate_limit_exceeded.app_error";

    // By then all may be mailed again, whatever the answer says.
    private static readonly TimeSpan Longest = TimeSpan.FromHours(1);

    public static ApiError Explain(ApiError error)
    {
        var text = error.Message ?? "";
        // As it says that these will never go.
        if (text.Contains("-1ns", StringComparison.Ordinal))
            return error with { Reason = ChatErrorReason.InvalidRequest, Advice = "These are more than the server mails at once: give it twenty or fewer." };
        // It tells when all may be mailed again, and when these may, which is never later.
        var wait = Time().Matches(text).Select(Read).DefaultIfEmpty(Longest).Min();
        var minutes = (int)Math.Ceiling(wait.TotalMinutes);
        return error with
        {
            Reason = ChatErrorReason.RateLimited,
            RetryAfter = wait,
            Advice = $"None of these went out, because the server mails about twenty invitations an hour for each account. Send them again in {minutes} {(minutes == 1 ? "minute" : "minutes")}, "
                + "or fewer of them sooner; the address of a team's own invitation (Get-ChatInvite) has no such limit.",
        };
    }

    private static TimeSpan Read(Match time)
    {
        return TimeSpan.FromHours(Number("hours")) + TimeSpan.FromMinutes(Number("minutes")) + TimeSpan.FromSeconds(Number("seconds"));

        double Number(string part) => time.Groups[part] is { Success: true, Value: var value } ? double.Parse(value, CultureInfo.InvariantCulture) : 0;
    }

    // A time as Go writes it, such as 1h2m3.4s.
    [GeneratedRegex(@"\b(?:(?<hours>\d+)h)?(?:(?<minutes>\d+)m)?(?<seconds>\d+(?:\.\d+)?)s\b")]
    private static partial Regex Time();
}
