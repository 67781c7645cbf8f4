using System.Management.Automation;
using System.Security;
using ChatPS.Client.Sessions;
using ChatPS.Common;

namespace ChatPS.Sessions;

/// <summary>Changes how a session works: what it falls back to, how long it waits, how it retries.</summary>
[Cmdlet(VerbsCommon.Set, "ChatSession", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Low)]
[OutputType(typeof(ChatSession))]
public sealed class SetChatSessionCommand : ChatCmdlet
{
    /// <summary>The session to change, or its name; left out, the runspace's default one.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true)]
    [SessionTransformation]
    [ArgumentCompleter(typeof(SessionCompleter))]
    public ChatSession? Session { get; set; }

    /// <summary>Makes it the session that commands use when they are given none.</summary>
    [Parameter]
    public SwitchParameter Default { get; set; }

    /// <summary>How long a request may take: a time span, or seconds.</summary>
    [Parameter]
    [TimeSpanTransformation]
    public TimeSpan? Timeout { get; set; }

    /// <summary>How failed requests are repeated: a policy, or a hashtable of what shall change.</summary>
    [Parameter]
    [RetryTransformation]
    public RetryPolicySpec? Retry { get; set; }

    /// <summary>The app to fall back to; $null for none.</summary>
    [Parameter]
    public string? App { get; set; }

    /// <summary>The team or organization to fall back to; $null for none.</summary>
    [Parameter]
    public string? Team { get; set; }

    /// <summary>The room to fall back to; $null for none.</summary>
    [Parameter]
    public string? Room { get; set; }

    /// <summary>
    /// The present code of the account's second factor, which goes with the session's requests from now on; $null for none. Heroku asks
    /// for it with an error whose id is two_factor.
    /// </summary>
    [Parameter]
    [Alias("TwoFactorCode", "MfaToken")]
    [AllowNull]
    public SecureString? OneTimeCode { get; set; }

    /// <summary>Emits the changed session.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    private protected override void Process()
    {
        var store = SessionStore.Current;
        var session = Session ?? store.Default ?? throw new ChatException(ChatErrorReason.NoSession, "There is no session in this runspace.")
        {
            Advice = "Connect first with Connect-ChatService.",
        };
        if (!ShouldProcess(session.Name, "Change"))
            return;
        if (Default)
            store.Default = session;
        session.Timeout = Timeout ?? session.Timeout;
        session.Retry = Retry?.Over(session.Retry) ?? session.Retry;
        session.App = Kept(nameof(App), App, session.App);
        session.Team = Kept(nameof(Team), Team, session.Team);
        session.Room = Kept(nameof(Room), Room, session.Room);
        if (MyInvocation.BoundParameters.ContainsKey(nameof(OneTimeCode)))
            Connection.Of(session).OneTimeCode = Secrets.Of(OneTimeCode);
        if (PassThru)
            WriteObject(session);
    }

    private string? Kept(string parameter, string? value, string? present) =>
        Given(parameter, value) is { IsGiven: true } given ? given.Value : present;
}
