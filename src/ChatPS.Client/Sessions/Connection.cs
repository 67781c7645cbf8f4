using System.Collections.Concurrent;
using ChatPS.Client.Capabilities;
using ChatPS.Client.Http;
using ChatPS.Client.Platforms;
using ChatPS.Client.RateLimits;

namespace ChatPS.Client.Sessions;

/// <summary>The live side of a session: its transport, its token, its rate gate and its platform's resources.</summary>
internal sealed class Connection : IDisposable
{
    private readonly ConcurrentDictionary<Type, object> _resources = new();
    private readonly ConcurrentDictionary<string, RateGate> _lanes = new(StringComparer.Ordinal);
    private readonly Transport _transport;
    private string _account = "";
    private bool _ownsToken;

    private Connection(ConnectOptions options, Platform platform, Uri baseUri, TimeProvider clock)
    {
        Platform = platform;
        Clock = clock;
        _transport = new Transport(options.Transport);
        Session = new ChatSession(options.Platform, baseUri, options.Name ?? "")
        {
            App = options.App,
            Team = options.Team,
            Room = options.Room,
            ConnectedAt = clock.GetUtcNow(),
            Timeout = options.Timeout ?? TimeSpan.FromSeconds(100),
            Retry = options.Retry ?? ChatRetryPolicy.Default,
            Connection = this,
            ReadRateLimit = () => Gate.Read(Clock),
            ReadStatistics = () => Statistics.Read(),
        };
        foreach (var secret in new[] { options.Token, options.Password, options.OneTimeCode, options.AuthorizationCode, options.RefreshToken, options.ClientSecret })
            Mask.Add(secret);
        Api = new ApiClient(this, _transport);
    }

    public ChatSession Session { get; }

    public Platform Platform { get; }

    public ApiClient Api { get; }

    public Authentication Authentication { get; private set; } = Authentication.None;

    public RateGate Gate { get; private set; } = new(null);

    public CallStatistics Statistics { get; } = new();

    /// <summary>What the server can do, and others of its kind cannot.</summary>
    public ServerAbilities Abilities { get; } = new();

    /// <summary>What completion may offer.</summary>
    public SeenNames Seen { get; } = new();

    public SecretMask Mask { get; } = new();

    /// <summary>The code of the account's second factor, for platforms that want it with a request.</summary>
    public Secret? OneTimeCode
    {
        get;
        set => Mask.Add(field = value);
    }

    /// <summary>What time it is to this session.</summary>
    public TimeProvider Clock { get; set; }

    /// <summary>The live side of a session.</summary>
    /// <exception cref="ChatException">The session was disconnected.</exception>
    public static Connection Of(ChatSession session) => session is { IsConnected: true, Connection: Connection connection }
        ? connection
        : throw new ChatException(ChatErrorReason.NoSession, $"The session '{session.Name}' is disconnected.")
        {
            Advice = "Open a new one with Connect-ChatService.",
        };

    /// <summary>Signs in and asks the server who that is.</summary>
    /// <exception cref="ChatException">The server was not reached or did not accept the login.</exception>
    public static async Task<ChatSession> OpenAsync(ConnectOptions options, TimeProvider clock, CallContext context)
    {
        var platform = PlatformRegistry.Get(options.Platform);
        if (!platform.TakesScopes)
            Unsupported.IfGiven(options.Scope, platform.Name, "Scope");
        var baseUri = platform.BaseUriFor(options.Uri);
        var connection = new Connection(options, platform, baseUri, clock);
        try
        {
            // Until the server knows who it is, the budget is the address's.
            connection.UseGate("anonymous");
            var signIn = await platform.SignInAsync(connection, options, context).ConfigureAwait(false);
            connection._ownsToken = signIn.IsOurs;
            connection.Authenticate(signIn.Authentication);
            await platform.IdentifyAsync(connection, context).ConfigureAwait(false);
            return connection.Session;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>The gate of a limit that some requests have to themselves.</summary>
    public RateGate GateOf(RateLane lane) => _lanes.GetOrAdd(lane.Name, (name, documented) => RateGates.For($"{_account} {name}", documented), lane.Budget);

    /// <summary>Goes on with another token.</summary>
    public void Authenticate(Authentication authentication)
    {
        foreach (var secret in authentication.Secrets)
            Mask.Add(secret);
        Authentication = authentication;
        Session.TokenExpiresAt = authentication.ExpiresAt;
        UseGate(authentication.Fingerprint());
    }

    /// <summary>A resource of the platform that can do what the interface says; null when it has none.</summary>
    public T? Find<T>() where T : class => Platform.Resources.FirstOrDefault(typeof(T).IsAssignableFrom) is { } type
        ? (T)Resource(type)
        : null;

    /// <summary>A resource of the platform by its class, for resources that build on one another.</summary>
    public T Get<T>() where T : class => (T)Resource(typeof(T));

    /// <summary>Ends the session, and the token too when the login made it.</summary>
    public async Task CloseAsync(CallContext context)
    {
        try
        {
            if (_ownsToken)
                await Platform.SignOutAsync(this, context).ConfigureAwait(false);
        }
        finally
        {
            Session.IsConnected = false;
            Dispose();
        }
    }

    public void Dispose() => _transport.Dispose();

    private object Resource(Type type) => _resources.GetOrAdd(type, t => Activator.CreateInstance(t, this)!);

    private void UseGate(string account)
    {
        _account = $"{Platform.Name} {Session.BaseUri} {account}";
        _lanes.Clear();
        Gate = RateGates.For(_account, Platform.Budget);
    }
}
