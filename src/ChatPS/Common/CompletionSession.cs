using System.Collections;
using ChatPS.Sessions;

namespace ChatPS.Common;

/// <summary>Finds the session that a command means which is still being typed.</summary>
internal static class CompletionSession
{
    public static ChatSession? Of(IDictionary fakeBoundParameters) => fakeBoundParameters["Session"] switch
    {
        ChatSession given => given,
        string name => SessionStore.Current.Find(name),
        _ => SessionStore.Current.Default,
    };
}
