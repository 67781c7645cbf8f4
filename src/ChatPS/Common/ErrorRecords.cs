using System.Management.Automation;

namespace ChatPS.Common;

/// <summary>The one place that makes error records.</summary>
internal static class ErrorRecords
{
    public static ErrorRecord Of(ChatException error, object? target) =>
        new(error, "ChatPS." + error.Reason, CategoryOf(error.Reason), Shown(error.Target ?? target))
        {
            ErrorDetails = new ErrorDetails(Describe(error)) { RecommendedAction = error.Advice ?? "" },
        };

    /// <summary>Whether the next item would fail in the same way.</summary>
    public static bool IsFatal(ChatException error) => error is { Reason: ChatErrorReason.NoSession } or { Reason: ChatErrorReason.Unauthorized, IsForThisOnly: false };

    // An address may have a password in it.
    private static object? Shown(object? target) => target is string text ? WebAddress.WithoutUser(text) : target;

    private static string Describe(ChatException error)
    {
        var details = new List<string>();
        if (error.ErrorId is { Length: > 0 } id)
            details.Add(id);
        if (error.RequestId is { Length: > 0 } request)
            details.Add("request " + request);
        if (error.Url is { Length: > 0 } url)
            details.Add("see " + url);
        var suffix = details.Count > 0 ? $" ({string.Join(", ", details)})" : "";
        return error.Message + suffix;
    }

    private static ErrorCategory CategoryOf(ChatErrorReason reason) => reason switch
    {
        ChatErrorReason.InvalidRequest => ErrorCategory.InvalidArgument,
        ChatErrorReason.Unauthorized => ErrorCategory.AuthenticationError,
        ChatErrorReason.Forbidden => ErrorCategory.PermissionDenied,
        ChatErrorReason.NotFound => ErrorCategory.ObjectNotFound,
        ChatErrorReason.Conflict => ErrorCategory.ResourceExists,
        ChatErrorReason.RateLimited => ErrorCategory.LimitsExceeded,
        ChatErrorReason.ServerError => ErrorCategory.ProtocolError,
        ChatErrorReason.Timeout => ErrorCategory.OperationTimeout,
        ChatErrorReason.ConnectionFailed => ErrorCategory.ConnectionError,
        ChatErrorReason.InvalidResponse => ErrorCategory.InvalidData,
        ChatErrorReason.NotSupported => ErrorCategory.NotImplemented,
        ChatErrorReason.NoSession => ErrorCategory.ConnectionError,
        _ => ErrorCategory.NotSpecified,
    };
}
