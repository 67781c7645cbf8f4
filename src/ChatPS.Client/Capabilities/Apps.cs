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
