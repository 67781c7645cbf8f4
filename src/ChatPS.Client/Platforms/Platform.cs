using ChatPS.Client.Capabilities;
using ChatPS.Client.Catalog;
using ChatPS.Client.Http;
using ChatPS.Client.Paging;
using ChatPS.Client.RateLimits;
using ChatPS.Client.Sessions;

namespace ChatPS.Client.Platforms;

/// <summary>
/// Everything the core asks of a platform: where it is, how it signs in, and its dialects of paging, rate limits and
/// errors. What the platform can do beyond is in its resources.
/// </summary>
internal abstract class Platform
{
    public abstract ChatPlatform Name { get; }

    /// <summary>The classes that do the platform's work, each on one <see cref="Connection"/>; cmdlets find them by interface.</summary>
    public abstract IReadOnlyList<Type> Resources { get; }

    /// <summary>The regions that the API itself names; none where they have to be asked for.</summary>
    public virtual IReadOnlyList<string> Regions => [];

    /// <summary>What looks at archives of the platform's servers, which takes no connection; null where there are none.</summary>
    public virtual IImportChecker? ImportChecker => null;

    public OperationCatalog Catalog => OperationCatalog.Load(Name.ToString());

    /// <summary>The documented limit, for servers that state none; null where there is none by default.</summary>
    public virtual RateBudget? Budget => null;

    /// <summary>Whether every installation has an address of its own.</summary>
    public bool NeedsUri => Catalog.BaseUri is null;

    /// <summary>The address requests go to, whatever form of it people give.</summary>
    /// <exception cref="ChatException">There is none, or it is no web address.</exception>
    public Uri BaseUriFor(Uri? given)
    {
        var uri = given ?? Catalog.BaseUri ?? throw new ChatException(
            ChatErrorReason.InvalidRequest, $"{Name} has no public address; every installation has its own.")
        {
            Advice = "Give the server's address with -Uri.",
        };
        // It would show in every place that shows the address.
        if (uri is { IsAbsoluteUri: true, UserInfo.Length: > 0 })
            throw new ChatException(ChatErrorReason.InvalidRequest, "The address has a user name or password in it.")
            {
                Advice = "Give the address without them, and sign in with -Credential or -Token.",
            };
        return uri is { IsAbsoluteUri: true, Scheme: "http" or "https" }
            ? Normalize(uri)
            : throw new ChatException(ChatErrorReason.InvalidRequest, $"'{uri}' is not an address of a web service.")
            {
                Advice = "Give an absolute http or https address with -Uri.",
            };
    }

    /// <summary>A call of one of the platform's operations.</summary>
    public ApiCall Call(string operation) => new(Catalog[operation]);

    /// <summary>What the session fills in for a parameter that nobody gave, by looking it up if it has to; null for nothing.</summary>
    public virtual Func<CallContext, Task<string?>>? DefaultFor(Connection connection, Operation operation, OperationParameter parameter) => null;

    /// <summary>A host of the public service; another installation has everything at its one address.</summary>
    public virtual Uri? HostFor(Connection connection, string? host) =>
        host is not null && Catalog.BaseUri is not null && connection.Session.BaseUri == BaseUriFor(null) ? Catalog.Hosts[host] : null;

    /// <summary>The headers every request has.</summary>
    public virtual IEnumerable<KeyValuePair<string, string>> Headers(Connection connection, ApiRequest request) => [new("Accept", "application/json")];

    /// <summary>Whether its answers carry tags by which it confirms what was read before.</summary>
    public virtual bool TakesETags => false;

    /// <summary>Whether a login may say what its token shall be good for.</summary>
    public virtual bool TakesScopes => false;

    /// <summary>The pager for an operation's style of list.</summary>
    public abstract Pager PagerFor(Operation? operation);

    /// <summary>What a response says of the rate limit; null when it says nothing.</summary>
    public abstract RateReading? ReadRateLimit(ApiResponse response, DateTimeOffset now);

    /// <summary>The limit that a request has beside that of all requests; null for none.</summary>
    public virtual RateLane? LaneOf(ApiRequest request) => null;

    /// <summary>What a response says of that limit; null when it says nothing.</summary>
    public virtual RateReading? ReadLaneLimit(ApiResponse response, DateTimeOffset now) => null;

    /// <summary>What an error body says, in whatever form it came.</summary>
    public abstract ApiError ReadError(ApiResponse response);

    /// <summary>What can be said of an error by looking at what was asked for, and by whom.</summary>
    public virtual ApiError Explain(ApiError error, ApiResponse response, ApiRequest request, Connection connection) => error;

    /// <summary>How long a refusal for the rate asks to wait, where that stands neither in Retry-After nor in the limit of all requests.</summary>
    public virtual TimeSpan? ReadRetryAfter(ApiResponse response, DateTimeOffset now) => null;

    /// <summary>What an answer says of the server's version; null when it says nothing.</summary>
    public virtual string? ReadVersion(ApiResponse response) => null;

    /// <summary>Members of an operation's objects that are nobody's business, though a server may send them.</summary>
    public virtual IReadOnlyList<string> KeptBack(Operation? operation) => [];

    /// <summary>What a good answer warns of.</summary>
    public virtual IEnumerable<string> ReadWarnings(ApiResponse response) => [];

    /// <summary>Exchanges what the user gave for a token.</summary>
    /// <exception cref="ChatException">The login was refused, or the platform does not know this kind.</exception>
    public abstract Task<SignIn> SignInAsync(Connection connection, ConnectOptions options, CallContext context);

    /// <summary>Asks who the token belongs to, and tells the session.</summary>
    public abstract Task IdentifyAsync(Connection connection, CallContext context);

    /// <summary>Ends a token that the login made.</summary>
    public abstract Task SignOutAsync(Connection connection, CallContext context);

    /// <summary>The cheapest call that shows that the server is there and takes the token.</summary>
    public virtual Task PingAsync(Connection connection, CallContext context) => IdentifyAsync(connection, context);

    /// <summary>The platform's own figure for its rate limit; null where no operation gives one.</summary>
    public virtual Task<ChatRateLimit?> ReadLiveLimitAsync(Connection connection, CallContext context) =>
        Task.FromResult<ChatRateLimit?>(null);

    /// <summary>Cuts off what people copy along with the base address.</summary>
    protected virtual Uri Normalize(Uri uri) => uri;

    /// <summary>The address without one of these endings.</summary>
    protected static Uri WithoutEnding(Uri uri, params string[] endings)
    {
        var text = uri.GetLeftPart(UriPartial.Path).TrimEnd('/');
        foreach (var ending in endings)
        {
            if (text.EndsWith(ending, StringComparison.OrdinalIgnoreCase))
                text = text[..^ending.Length];
        }
        return new Uri(text + "/");
    }

    /// <summary>What a platform says to a login it does not know.</summary>
    protected ChatException NoSuchLogin(string ways) => new(
        ChatErrorReason.InvalidRequest, $"{Name} needs another way to sign in.")
    {
        Advice = $"Connect with {ways}.",
    };
}
