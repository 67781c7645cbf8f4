using ChatPS.Client.Http;
using ChatPS.Client.Paging;

namespace ChatPS.Client.Capabilities;

/// <summary>Which apps a list is to have.</summary>
internal sealed record AppFilter
{
    /// <summary>A team's id or name; null for all apps the account sees.</summary>
    public string? Team { get; init; }

    /// <summary>Only the apps that this user owns or works on.</summary>
    public UserRef? User { get; init; }
}

/// <summary>How players get into an app; what is not given stays.</summary>
internal sealed record PlayerSignIn
{
    /// <summary>Without saying who they are.</summary>
    public bool? Anonymous { get; init; }

    /// <summary>By a nickname.</summary>
    public bool? Nickname { get; init; }

    /// <summary>With Google, through this client; null for not at all.</summary>
    public Given<string> GoogleClientId { get; init; }

    public bool IsGiven => this != new PlayerSignIn();

    /// <exception cref="ChatException">One of the ways was given.</exception>
    public void RefuseOn(ChatPlatform platform)
    {
        Unsupported.IfGiven(Anonymous, platform, nameof(Anonymous));
        Unsupported.IfGiven(Nickname, platform, nameof(Nickname));
        Unsupported.IfGiven(GoogleClientId.Value, platform, nameof(GoogleClientId));
    }
}

/// <summary>How many processes an app keeps in a region; what is null the platform decides.</summary>
/// <param name="Region">The region.</param>
/// <param name="Min">How many at least.</param>
/// <param name="Max">How many at most; null for no limit.</param>
internal sealed record StaticProcess(string Region, int Min, int? Max)
{
    public int? Target { get; init; }

    public bool? Autoscaling { get; init; }
}

/// <summary>How the processes of an app come and go; what is not given stays.</summary>
internal sealed record AppScale
{
    /// <summary>All that the app is to keep, in place of what it kept.</summary>
    public IReadOnlyList<StaticProcess>? StaticProcesses { get; init; }

    public bool? LoadBalancer { get; init; }

    /// <summary>At how many requests at the same time there is to be a process more; null for never.</summary>
    public Given<double?> ScaleAtRequests { get; init; }

    public bool IsGiven => this != new AppScale();

    /// <exception cref="ChatException">Something was given.</exception>
    public void RefuseOn(ChatPlatform platform)
    {
        Unsupported.IfGiven(StaticProcesses, platform, "StaticProcess");
        Unsupported.IfGiven(LoadBalancer, platform, nameof(LoadBalancer));
        Unsupported.IfGiven(ScaleAtRequests.Value, platform, nameof(ScaleAtRequests));
    }
}

/// <summary>What an app is made of; what is null the platform decides.</summary>
internal sealed record NewApp
{
    public string? Name { get; init; }

    public string? Team { get; init; }

    public string? Region { get; init; }

    public string? Stack { get; init; }

    public string? Space { get; init; }

    public bool? Personal { get; init; }

    public bool? Locked { get; init; }

    public bool? InternalRouting { get; init; }

    public IReadOnlyList<string>? Features { get; init; }

    public PlayerSignIn SignIn { get; init; } = new();

    public AppScale Scale { get; init; } = new();
}

/// <summary>What is to change about an app; what is null stays.</summary>
internal sealed record AppChange
{
    public string? Name { get; init; }

    public string? BuildStack { get; init; }

    public bool? Maintenance { get; init; }

    public bool? Locked { get; init; }

    /// <summary>Whether the platform looks after the app's certificates.</summary>
    public bool? ManagedCertificates { get; init; }

    public bool RefreshCertificates { get; init; }

    /// <summary>The account that shall own the app of a team.</summary>
    public string? Owner { get; init; }

    /// <summary>The team that shall own the app.</summary>
    public string? Team { get; init; }

    public PlayerSignIn SignIn { get; init; } = new();

    public AppScale Scale { get; init; } = new();

    /// <summary>Whether what is not given goes back to its beginning instead of staying.</summary>
    public bool Replace { get; init; }
}

internal interface IAppReader
{
    IAsyncEnumerable<ChatApp> ListAsync(AppFilter filter, PageWindow window, CallContext context);

    /// <param name="app">An id or a name.</param>
    /// <param name="team">Given, the app is read as one of a team's, with what only those have.</param>
    /// <param name="context">The call.</param>
    Task<ChatApp> GetAsync(string app, string? team, CallContext context);
}

internal interface IAppCreator
{
    Task<ChatApp> CreateAsync(NewApp app, CallContext context);
}

internal interface IAppEditor
{
    Task<ChatApp> UpdateAsync(string app, AppChange change, CallContext context);
}

internal interface IAppRemover
{
    Task RemoveAsync(string app, CallContext context);
}
