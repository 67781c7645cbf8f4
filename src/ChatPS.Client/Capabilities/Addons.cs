using ChatPS.Client.Http;
using ChatPS.Client.Paging;

namespace ChatPS.Client.Capabilities;

/// <summary>Whose add-ons are wanted; nothing given, those of the session's app or team, or all that the account sees.</summary>
internal sealed record AddonFilter
{
    public string? App { get; init; }

    public string? Team { get; init; }

    public UserRef? User { get; init; }
}

/// <summary>What an add-on is made of; what is null the platform decides.</summary>
internal sealed record NewAddon
{
    /// <summary>A plan, or a service whose usual plan is meant.</summary>
    public required string Plan { get; init; }

    public string? Name { get; init; }

    /// <summary>What the provider asks for, by its names; secrets among them as <see cref="Secret"/>.</summary>
    public Dictionary<string, object>? Config { get; init; }

    /// <summary>What the app calls the add-on, and its config vars begin with.</summary>
    public string? Attachment { get; init; }

    /// <summary>The name of who pays, where the platform wants it said.</summary>
    public string? Confirm { get; init; }
}

/// <summary>What is to change about an add-on; what is null stays.</summary>
internal sealed record AddonChange
{
    public string? Plan { get; init; }

    public string? Name { get; init; }
}

internal interface IAddonReader
{
    IAsyncEnumerable<ChatAddon> ListAsync(AddonFilter filter, PageWindow window, CallContext context);

    /// <param name="addon">An id or a name.</param>
    /// <param name="app">The app it belongs to; null where that does not matter.</param>
    /// <param name="context">The call.</param>
    Task<ChatAddon> GetAsync(string addon, string? app, CallContext context);
}

internal interface IAddonPlanReader
{
    IAsyncEnumerable<ChatAddonPlan> ListAsync(string service, PageWindow window, CallContext context);

    /// <param name="plan">An id or a name; within a service, also the name's own part.</param>
    /// <param name="service">The service; null where the plan alone says it.</param>
    /// <param name="context">The call.</param>
    Task<ChatAddonPlan> GetAsync(string plan, string? service, CallContext context);
}
