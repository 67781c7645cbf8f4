namespace ChatPS.Sandbox.Platforms.Mattermost;

/// <summary>Ends a handler with an error in Mattermost's form.</summary>
internal sealed class Problem(int status, string id, string message) : Exception(message)
{
    public int Status { get; } = status;

    public string Id { get; } = id;

    public static Problem InvalidUrl(string parameter) => new(400, "api.context.invalid_url_param.app_error", $"The URL's {parameter} is missing or not valid.");

    public static Problem InvalidBody(string parameter) => new(400, "api.context.invalid_body_param.app_error", $"The body's {parameter} is missing or not valid.");

    public static Problem Forbidden() => new(403, "api.context.permissions.app_error", "The account may not do this.");

    public static Problem SessionExpired() => new(401, "api.context.session_expired.app_error", "The session isn't valid or no longer is; log in again.");

    public static Problem NoUser() => new(404, "app.user.missing_account.const", "There is no such user.");

    public static Problem NoTeam() => new(404, "app.team.get.find.app_error", "There is no such team.");

    public static Problem NoChannel() => new(404, "app.channel.get.existing.app_error", "There is no such channel.");

    public static Problem NoPost() => new(404, "app.post.get.app_error", "There is no such post.");
}
