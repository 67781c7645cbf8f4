using ChatPS.Sandbox.Http;

namespace ChatPS.Sandbox.Platforms.Heroku;

/// <summary>What a token of limited scope may do.</summary>
internal static class OAuthScope
{
    /// <summary>Refuses a request beyond its token's scope: everybody may read who they are, only global tokens touch account and permissions.</summary>
    public static void Require(SandboxRequest request, IReadOnlyList<string> scope)
    {
        var reads = request.Method is "GET" or "HEAD";
        var allowed = scope.Contains("global") || (reads && request.Path == "/account") || AllowsApps(scope, reads, request.Path);
        if (!allowed)
            throw HerokuAnswer.Forbidden("The token's scope doesn't reach that far.");
    }

    private static bool AllowsApps(IReadOnlyList<string> scope, bool reads, string path)
    {
        if (path.StartsWith("/account", StringComparison.Ordinal) || path.StartsWith("/oauth", StringComparison.Ordinal))
            return false;
        // Config vars hold secrets; they take a protected scope.
        var guarded = path.EndsWith("/config-vars", StringComparison.Ordinal);
        return scope.Contains("write-protected")
            || (scope.Contains("write") && !guarded)
            || (reads && (scope.Contains("read-protected") || (scope.Contains("read") && !guarded)));
    }
}
