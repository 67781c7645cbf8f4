using System.Management.Automation;
using ChatPS.Client.Capabilities;

namespace ChatPS.Common;

/// <summary>The one place that makes error records.</summary>
internal static class ErrorRecords
{
    public static ErrorRecord Of(ChatException error, object? target, Func<string, string> mask)
    {
        var item = error.Target ?? target;
        return new(error, "ChatPS." + error.Reason, CategoryOf(error.Reason), Shown(item))
        {
            ErrorDetails = new ErrorDetails(Describe(error, item, mask)) { RecommendedAction = error.Advice ?? "" },
        };
    }

    /// <summary>Whether the next item would fail in the same way.</summary>
    public static bool IsFatal(ChatException error) => error is { Reason: ChatErrorReason.NoSession } or { Reason: ChatErrorReason.Unauthorized, IsForThisOnly: false };

    // An address may have a password in it.
    private static object? Shown(object? target) => target switch
    {
        Identity item => WebAddress.WithoutUser(item.Value),
        UserRef user => user.Value,
        string text => WebAddress.WithoutUser(text),
        _ => target,
    };

    /// <summary>What people call the item, or null where that would not be short.</summary>
    private static string? NameOf(object? target)
    {
        const int Longest = 80;
        var name = target switch
        {
            Identity item => item.Display,
            UserRef user => user.UserName ?? user.Value,
            string text => WebAddress.WithoutUser(text),
            ChatObject item => item.ShownAs,
            _ => null,
        };
        return name is { Length: > 0 and <= Longest } && name.IndexOfAny(['\r', '\n']) < 0 ? name : null;
    }

    // Of many items in one command, the text has to tell which one it is about.
    private static string Describe(ChatException error, object? target, Func<string, string> mask)
    {
        var details = new List<string>();
        if (error.ErrorId is { Length: > 0 } id)
            details.Add(id);
        if (error.RequestId is { Length: > 0 } request)
            details.Add("request " + request);
        if (error.Url is { Length: > 0 } url)
            details.Add("see " + url);
        var suffix = details.Count > 0 ? $" ({string.Join(", ", details)})" : "";
        var item = NameOf(target);
        var prefix = item is null || error.Message.Contains(item, StringComparison.OrdinalIgnoreCase) ? "" : mask(item) + ": ";
        return prefix + error.Message + suffix;
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
