using ChatPS.Client.Http;
using ChatPS.Client.Paging;

namespace ChatPS.Client.Capabilities;

/// <summary>Which deployments a list is to have; what is null does not matter.</summary>
internal sealed record DeploymentFilter(string? Tag, string? BuildTag);

/// <summary>A port of a container.</summary>
internal sealed record ContainerPort(string Name, int Port, string Transport);

/// <summary>How a build is to be run; what is null is taken over, or else the usual.</summary>
internal sealed record NewDeployment
{
    /// <summary>Whether the settings of the app's latest deployment are taken over.</summary>
    public bool FromLatest { get; init; }

    /// <summary>The id of the deployment whose settings are taken over.</summary>
    public string? FromId { get; init; }

    /// <summary>The deployment itself whose settings are taken over, be it another app's.</summary>
    public ChatDeployment? From { get; init; }

    public string? Build { get; init; }

    public double? Cpu { get; init; }

    public double? MemoryMB { get; init; }

    public double? Gpu { get; init; }

    public int? RoomsPerProcess { get; init; }

    public int? Port { get; init; }

    public string? Transport { get; init; }

    public IReadOnlyList<ContainerPort>? AdditionalPorts { get; init; }

    /// <summary>Variables by their names; null takes away one that was taken over.</summary>
    public IReadOnlyDictionary<string, Secret?>? Environment { get; init; }

    public bool? IdleTimeout { get; init; }

    public string? Tag { get; init; }

    /// <summary>A fleet's id or name; null for the platform's choice.</summary>
    public Given<string> Fleet { get; init; }

    /// <summary>The team that a fleet's name is looked for in; null for the session's.</summary>
    public string? FleetTeam { get; init; }
}

internal interface IDeploymentReader
{
    IAsyncEnumerable<ChatDeployment> ListAsync(string app, DeploymentFilter filter, PageWindow window, CallContext context);

    Task<ChatDeployment> GetAsync(string app, string deployment, CallContext context);

    Task<ChatDeployment> LatestAsync(string app, CallContext context);
}
