using ChatPS.Client.Http;
using ChatPS.Client.Sessions;
using static ChatPS.Client.Platforms.Mattermost.MattermostOperations;

namespace ChatPS.Client.Platforms.Mattermost;

/// <summary>
/// A server's local mode: whoever comes over the socket in its file system administers it, is nobody with an account, and is offered a part of the API.
/// Which part, the server's version decides, so it is asked, and what it lacks is said afterwards.
/// </summary>
internal static class MattermostLocalMode
{
    private const string Elsewhere = "Connect to the server's address for it: Connect-ChatService Mattermost with -Uri, and with -Token or -Credential.";

    public static bool Is(Connection connection) => connection.Authentication == Authentication.None;

    /// <summary>That an account does something, or has it done to it, and there is none.</summary>
    public static ChatException Nobody(string what) => Lacks($"The server's local mode has no account {what}.");

    /// <summary>That it knows nothing of something that it would pass over.</summary>
    public static ChatException Lacks(string what) => new(ChatErrorReason.NotSupported, what) { Advice = Elsewhere };

    /// <summary>What is to be said where local mode does not have an operation; null where something else is the matter.</summary>
    public static ApiError? Lacks(ApiError error, ApiRequest request, Connection connection)
    {
        // Who is signing in is nobody yet.
        if (!Is(connection) || request.Operation?.Id == Login)
            return null;
        if (MattermostErrors.IsUnknownRoute(error.Id))
            return error with { Advice = $"The server's local mode does not offer this. {Elsewhere}" };
        return IsTakenForUser(error, request)
            ? error with { Reason = ChatErrorReason.NotSupported, Message = "The server's local mode does not offer this.", Advice = Elsewhere }
            : null;
    }

    // Where the address has users/stats, local mode has a user whose id would be stats; and there is nobody who would be me.
    private static bool IsTakenForUser(ApiError error, ApiRequest request) => error.Id == "api.context.invalid_url_param.app_error"
        && request.Path.Split('/') is ["api", "v4", "users", var word, ..]
        && (word == "me" || (request is { Method: "GET", Operation: { } operation } && operation.Path.EndsWith($"/users/{word}", StringComparison.Ordinal)));
}
