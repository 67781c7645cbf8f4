using System.Management.Automation;
using ChatPS.Client.Platforms;
using ChatPS.Client.Sessions;
using ChatPS.Sessions;

namespace ChatPS.Common;

/// <summary>A cmdlet that makes calls for a session.</summary>
public abstract class SessionCmdlet : ChatCmdlet
{
    private protected SessionCmdlet()
    {
    }

    /// <summary>
    /// The session to use, or its name. Left out, it is the one a piped object came from or else the runspace's default.
    /// </summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("SessionName")]
    [SessionTransformation]
    [ArgumentCompleter(typeof(SessionCompleter))]
    public ChatSession? Session { get; set; }

    /// <summary>How this call's requests are repeated when they fail: a policy, or a hashtable of what differs from the session's.</summary>
    [Parameter]
    [RetryTransformation]
    public RetryPolicySpec? Retry { get; set; }

    private protected sealed override ChatRetryPolicy? CallRetry =>
        Retry?.Over((Session ?? SessionStore.Current.Default)?.Retry ?? ChatRetryPolicy.Default);

    /// <summary>The connection for what is being worked on.</summary>
    /// <exception cref="ChatException">There is no session to use, or two are meant.</exception>
    private protected Connection ConnectionFor(Identity? identity = null)
    {
        if (identity?.Session is { } own)
        {
            if (Session is { } named && named != own)
                throw new ChatException(ChatErrorReason.InvalidRequest, $"'{identity}' came from the session '{own.Name}', and -Session names '{named.Name}'.")
                {
                    Advice = "Leave -Session out, or give the name instead of the object.",
                };
            return Connection.Of(own);
        }
        return Connection.Of(Session ?? SessionStore.Current.Default ?? throw new ChatException(
            ChatErrorReason.NoSession, "There is no session in this runspace.")
        {
            Advice = "Connect first with Connect-ChatService, or hand a session over with -Session.",
        });
    }

    /// <summary>The user that a parameter was given, unless a piped session gave it: that has a user too, whom nobody asked for.</summary>
    private protected UserIdentity? AskedFor(string parameter, UserIdentity? user) =>
        IsPiped(parameter) && IsPiped(nameof(Session)) && SessionTransformationAttribute.WasNamed && user!.Value == Session!.UserId ? null : user;

    /// <summary>
    /// A piped object that no parameter takes is a mistake, and not a call as if there were none: the list of everything, where that of
    /// what the object has was meant. The engine doesn't see it, since the object's session is taken.
    /// </summary>
    private protected sealed override void CheckInput()
    {
        if (Piped.SequenceEqual([nameof(Session)]) && !SessionTransformationAttribute.WasNamed)
            throw new ChatException(ChatErrorReason.InvalidRequest, $"{MyInvocation.MyCommand.Name} has no use for what was piped to it: nothing of it was taken but its session.")
            {
                Advice = $"Name what is meant with a parameter; Get-Help {MyInvocation.MyCommand.Name} -Parameter * tells which of them take piped objects.",
            };
    }

    private protected sealed override string Masked(string text) =>
        (Session ?? SessionStore.Current.Default)?.Connection is Connection connection ? connection.Mask.Apply(text) : text;

    /// <summary>Of two things that belong together the one whose session counts.</summary>
    /// <exception cref="ChatException">They came from two sessions.</exception>
    private protected static Identity? OwnerOf(Identity? first, Identity? second)
    {
        if (first?.Session is { } one && second?.Session is { } other && one != other)
            throw new ChatException(ChatErrorReason.InvalidRequest, $"'{first}' came from the session '{one.Name}', and '{second}' from '{other.Name}'.")
            {
                Advice = "Give objects of one session, or names.",
            };
        return first?.Session is null ? second ?? first : first;
    }

    /// <summary>What the session's platform can do of a kind.</summary>
    /// <param name="identity">What is being worked on: if it came as an object, its session counts.</param>
    /// <param name="parameter">The parameter that asks for it, where the cmdlet can do more than that.</param>
    /// <exception cref="ChatException">It can't; the message says which platforms can.</exception>
    private protected T Require<T>(Identity? identity = null, string? parameter = null) where T : class
    {
        var connection = ConnectionFor(identity);
        if (connection.Find<T>() is { } capability)
            return capability;
        var able = string.Join(", ", PlatformRegistry.With<T>());
        var what = parameter is null ? $"no {MyInvocation.MyCommand.Name}" : $"nothing for -{parameter} of {MyInvocation.MyCommand.Name}";
        throw new ChatException(ChatErrorReason.NotSupported, $"{connection.Platform.Name} has {what}.")
        {
            Advice = able.Length > 0
                ? $"It works on: {able}. Get-ChatOperation shows what else {connection.Platform.Name} offers."
                : $"Get-ChatOperation shows what {connection.Platform.Name} offers.",
        };
    }

    /// <summary>The apps that were named, or else the session's default one.</summary>
    /// <exception cref="ChatException">None was named, and the session has no default.</exception>
    private protected AppIdentity[] AppsOrDefault(AppIdentity[]? apps) =>
        apps ?? [new AppIdentity(ConnectionFor().Session.AppOr(null))];

    /// <summary>The rooms that were named, or else the session's default room.</summary>
    /// <exception cref="ChatException">None was named, and the session has no default.</exception>
    private protected RoomIdentity[] RoomsOrDefault(RoomIdentity[]? rooms) =>
        rooms ?? [new RoomIdentity(ConnectionFor().Session.RoomOr(null))];
}
