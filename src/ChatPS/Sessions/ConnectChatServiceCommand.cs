using System.Collections;
using System.Globalization;
using System.Management.Automation;
using System.Net;
using System.Security;
using ChatPS.Client.Http;
using ChatPS.Client.Platforms;
using ChatPS.Client.Sessions;
using ChatPS.Common;
using ChatPS.Sandbox;
using ChatPS.Sandboxes;

namespace ChatPS.Sessions;

/// <summary>Opens a session with a platform and makes it the runspace's default.</summary>
[Cmdlet(VerbsCommunications.Connect, "ChatService", DefaultParameterSetName = TokenSet)]
[OutputType(typeof(ChatSession))]
public sealed class ConnectChatServiceCommand : ChatCmdlet
{
    private const string TokenSet = "Token";
    private const string VariableSet = "TokenVariable";
    private const string CredentialSet = "Credential";
    private const string CodeSet = "AuthorizationCode";
    private const string RefreshSet = "RefreshToken";
    private const string NetrcSet = "Netrc";
    private const string SocketSet = "UnixSocket";
    private const string SandboxSet = "Sandbox";
    private const string ProfileSet = "Profile";

    // Whoever signs in wants to know soon that the address is wrong; the session itself may be more patient.
    private static readonly ChatRetryPolicy SignInRetry = ChatRetryPolicy.Default with { MaxRetries = 3 };

    /// <summary>The platform.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = TokenSet)]
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = VariableSet)]
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = CredentialSet)]
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = CodeSet)]
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = RefreshSet)]
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = NetrcSet)]
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = SocketSet)]
    [Parameter(Position = 0, ParameterSetName = SandboxSet)]
    public ChatPlatform[] Platform { get; set; } = [];

    /// <summary>The server's address; left out, the platform's public one.</summary>
    [Parameter(Position = 1, ParameterSetName = TokenSet)]
    [Parameter(Position = 1, ParameterSetName = VariableSet)]
    [Parameter(Position = 1, ParameterSetName = CredentialSet)]
    [Parameter(Position = 1, ParameterSetName = CodeSet)]
    [Parameter(Position = 1, ParameterSetName = RefreshSet)]
    [Parameter(Position = 1, ParameterSetName = NetrcSet)]
    [Parameter(ParameterSetName = SocketSet)]
    public Uri? Uri { get; set; }

    /// <summary>The access token; a Unix domain socket that trusts whoever may open it needs none.</summary>
    [Parameter(Mandatory = true, ParameterSetName = TokenSet)]
    [Parameter(ParameterSetName = SocketSet)]
    [Parameter(ParameterSetName = ProfileSet)]
    public SecureString? Token { get; set; }

    /// <summary>The name of the environment variable that holds the access token.</summary>
    [Parameter(Mandatory = true, ParameterSetName = VariableSet)]
    [ValidateNotNullOrEmpty]
    public string? TokenVariable { get; set; }

    /// <summary>The account's name or e-mail address and its password.</summary>
    [Parameter(Mandatory = true, ParameterSetName = CredentialSet)]
    [Parameter(ParameterSetName = ProfileSet)]
    public PSCredential? Credential { get; set; }

    /// <summary>
    /// The code of the account's second factor. With -Credential it is spent on this one login; with a token, on Heroku, it goes with the
    /// session's requests until Set-ChatSession changes it.
    /// </summary>
    [Parameter(ParameterSetName = TokenSet)]
    [Parameter(ParameterSetName = VariableSet)]
    [Parameter(ParameterSetName = CredentialSet)]
    [Parameter(ParameterSetName = NetrcSet)]
    [Parameter(ParameterSetName = ProfileSet)]
    [Alias("MfaToken", "TwoFactorCode")]
    public SecureString? OneTimeCode { get; set; }

    /// <summary>The code that the platform's OAuth page gave.</summary>
    [Parameter(Mandatory = true, ParameterSetName = CodeSet)]
    public SecureString? AuthorizationCode { get; set; }

    /// <summary>The token by which an earlier login may be continued; new access tokens are fetched with it as they end.</summary>
    [Parameter(Mandatory = true, ParameterSetName = RefreshSet)]
    public SecureString? RefreshToken { get; set; }

    /// <summary>The id of your OAuth application, where the platform asks for it.</summary>
    [Parameter(ParameterSetName = CodeSet)]
    [Parameter(ParameterSetName = RefreshSet)]
    public string? ClientId { get; set; }

    /// <summary>The secret of your OAuth application.</summary>
    [Parameter(Mandatory = true, ParameterSetName = CodeSet)]
    [Parameter(Mandatory = true, ParameterSetName = RefreshSet)]
    public SecureString? ClientSecret { get; set; }

    /// <summary>The address that your OAuth application is registered with, where the platform asks for it.</summary>
    [Parameter(ParameterSetName = CodeSet)]
    public Uri? RedirectUri { get; set; }

    /// <summary>
    /// What the token that the login makes shall be good for, such as view_group or send_message (HipChat, with -Credential). Left out, what
    /// the server gives.
    /// </summary>
    [Parameter(ParameterSetName = CredentialSet)]
    [ValidateNotNullOrEmpty]
    public string[]? Scope { get; set; }

    /// <summary>
    /// Takes the account and its key from the file that the environment variable NETRC names or else from .netrc (on Windows _netrc) in the
    /// home folder, by the server's host name.
    /// </summary>
    [Parameter(Mandatory = true, ParameterSetName = NetrcSet)]
    public SwitchParameter Netrc { get; set; }

    /// <summary>The path of a Unix domain socket to connect through.</summary>
    [Parameter(Mandatory = true, ParameterSetName = SocketSet)]
    public string? UnixSocket { get; set; }

    /// <summary>Connects to the sandbox, as its administrator; starts one when none runs. Without a platform, to all it has.</summary>
    [Parameter(Mandatory = true, ParameterSetName = SandboxSet)]
    public SwitchParameter Sandbox { get; set; }

    /// <summary>
    /// The name of a profile: settings of a connection that are kept in a file, with the name of the environment variable
    /// that holds the token. What is given beside it goes before what the profile says.
    /// </summary>
    [Parameter(Mandatory = true, ParameterSetName = ProfileSet)]
    [ArgumentCompleter(typeof(ProfileCompleter))]
    [ValidateNotNullOrEmpty]
    public string? Profile { get; set; }

    /// <summary>The name of the session, for -Session; left out, it is made of the account and the server.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? Name { get; set; }

    /// <summary>The proxy's address; left out, the machine's own settings hold.</summary>
    [Parameter]
    public Uri? Proxy { get; set; }

    /// <summary>The account at the proxy.</summary>
    [Parameter]
    public PSCredential? ProxyCredential { get; set; }

    /// <summary>How long a request may take: a time span, or seconds.</summary>
    [Parameter]
    [TimeSpanTransformation]
    public TimeSpan? Timeout { get; set; }

    /// <summary>Accepts whatever certificate the server shows. For test servers only: anybody in between can read along.</summary>
    [Parameter]
    public SwitchParameter SkipCertificateCheck { get; set; }

    /// <summary>Headers that every request of the session has.</summary>
    [Parameter]
    public IDictionary? Header { get; set; }

    /// <summary>What the session calls itself to the server.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? UserAgent { get; set; }

    /// <summary>How failed requests are repeated: a policy, or a hashtable of what differs from the usual. Left out, the sign-in itself is repeated three times at most.</summary>
    [Parameter]
    [RetryTransformation]
    public RetryPolicySpec? Retry { get; set; }

    /// <summary>The app that commands fall back to when none is named.</summary>
    [Parameter]
    public string? App { get; set; }

    /// <summary>The team or organization that commands fall back to when none is named.</summary>
    [Parameter]
    public string? Team { get; set; }

    /// <summary>The room that commands fall back to when none is named.</summary>
    [Parameter]
    public string? Room { get; set; }

    /// <summary>Leaves the runspace's default session as it is.</summary>
    [Parameter]
    public SwitchParameter NoDefault { get; set; }

    private protected override ChatRetryPolicy? CallRetry => SessionRetry ?? SignInRetry;

    private ChatRetryPolicy? SessionRetry => Retry?.Over(ChatRetryPolicy.Default);

    private protected override void Process()
    {
        try
        {
            ConnectAll();
        }
        catch (ChatException e)
        {
            // What follows in a script would run in whatever session was the default before.
            ThrowTerminatingError(ErrorRecords.Of(e, Platform, Masked));
        }
    }

    private void ConnectAll()
    {
        var all = ParameterSetName switch
        {
            SandboxSet => InSandbox(),
            ProfileSet => [FromProfile(ConnectionProfile.Read(Profile!))],
            _ => Platform.Select(Options),
        };
        foreach (var options in all)
            Connect(options);
    }

    private void Connect(ConnectOptions options)
    {
        var store = SessionStore.Current;
        var platform = PlatformRegistry.Get(options.Platform);
        if (Name is not null && store.Find(Name) is not null)
            throw new ChatException(ChatErrorReason.Conflict, $"There is a session '{Name}' in this runspace already.")
            {
                Advice = "Choose another name, or end that session with Disconnect-ChatService.",
            };
        var session = Await(Connection.OpenAsync(options, TimeProvider.System, Context));
        session.Name = store.FreeName(options.Name ?? $"{session.UserName}@{(platform.NeedsUri ? session.BaseUri.Authority : platform.Name)}");
        store.Add(session);
        if (!NoDefault)
            store.Default = session;
        WriteObject(session);
    }

    private ConnectOptions Options(ChatPlatform platform) => Netrc ? WithNetrc(GivenOptions(platform)) : GivenOptions(platform);

    private static ConnectOptions WithNetrc(ConnectOptions options)
    {
        var host = PlatformRegistry.Get(options.Platform).BaseUriFor(options.Uri).Host;
        var (login, password) = NetrcFile.Find(host);
        return options with { UserName = login, Password = password };
    }

    private ConnectOptions GivenOptions(ChatPlatform platform) => new()
    {
        Platform = platform,
        Name = Name,
        Uri = Uri ?? (UnixSocket is null ? null : new Uri("http://localhost/")),
        Token = TokenVariable is null ? Secrets.Of(Token) : FromVariable(TokenVariable),
        UserName = Credential?.UserName,
        Password = Secrets.Of(Credential?.Password),
        OneTimeCode = Secrets.Of(OneTimeCode),
        AuthorizationCode = Secrets.Of(AuthorizationCode),
        RefreshToken = Secrets.Of(RefreshToken),
        ClientId = ClientId,
        ClientSecret = Secrets.Of(ClientSecret),
        RedirectUri = RedirectUri,
        Scope = Scope,
        Transport = new TransportOptions
        {
            UserAgent = UserAgent,
            Headers = [.. Header?.Keys.Cast<object>().Select(name => KeyValuePair.Create(
                name.ToString()!, Convert.ToString(Header[name], CultureInfo.InvariantCulture) ?? "")) ?? []],
            Proxy = Proxy,
            ProxyCredential = ProxyCredential?.GetNetworkCredential() is { } account ? new NetworkCredential(account.UserName, account.SecurePassword) : null,
            SkipCertificateCheck = SkipCertificateCheck,
            UnixSocket = UnixSocket,
        },
        Timeout = Timeout,
        Retry = SessionRetry,
        App = App,
        Team = Team,
        Room = Room,
    };

    private ConnectOptions FromProfile(ConnectionProfile profile)
    {
        var given = Options(profile.Platform);
        var token = Token is null && Credential is null && profile.TokenVariable is { } variable ? FromVariable(variable) : given.Token;
        return given with
        {
            Name = Name ?? Profile,
            Uri = given.Uri ?? profile.Uri,
            Token = token,
            Transport = given.Transport with
            {
                Proxy = given.Transport.Proxy ?? profile.Proxy,
                UserAgent = given.Transport.UserAgent ?? profile.UserAgent,
            },
            Timeout = given.Timeout ?? (profile.Timeout is { } seconds and > 0 ? TimeSpan.FromSeconds(seconds) : null),
            App = given.App ?? profile.App,
            Team = given.Team ?? profile.Team,
            Room = given.Room ?? profile.Room,
        };
    }

    private static Secret FromVariable(string name) => Environment.GetEnvironmentVariable(name) is { Length: > 0 } value
        ? new Secret(value.Trim())
        : throw new ChatException(ChatErrorReason.InvalidRequest, $"The environment variable '{name}' is not set.")
        {
            Advice = "Set it to the access token before PowerShell starts, or in the scheduled task's own settings.",
        };

    private IEnumerable<ConnectOptions> InSandbox()
    {
        var platforms = Platform is [] ? SandboxServer.Platforms.Select(Enum.Parse<ChatPlatform>).ToArray() : Platform;
        foreach (var platform in platforms.Where(p => SandboxStore.Find(p) is null && SandboxServer.Platforms.Contains(p.ToString())).ToArray())
            Await(Task.Run(() => SandboxStore.Start(new SandboxOptions { Platforms = [platform.ToString()] })));
        foreach (var platform in platforms)
        {
            var sandbox = SandboxStore.Find(platform) ?? throw new ChatException(ChatErrorReason.NotSupported, $"The sandbox has no {platform}.")
            {
                Advice = $"It has {string.Join(", ", SandboxServer.Platforms)}.",
            };
            yield return Options(platform) with { Uri = sandbox.Uri, Token = new Secret(sandbox.Service.Admin.Token) };
        }
    }
}
