using ChatPS.Client.Capabilities;
using ChatPS.Client.Sessions;
using static ChatPS.Client.Platforms.Heroku.HerokuOperations;

namespace ChatPS.Client.Platforms.Heroku;

/// <summary>The certificates of apps: by server name as today, and on an address of their own as before.</summary>
internal sealed class HerokuSslEndpoints(Connection connection) : Resource(connection), ISslEndpoints
{
    private readonly HerokuSslEndpointKind _today = new(connection, new SslEndpointOperations
    {
        List = SniEndpointList,
        Info = SniEndpointInfo,
        Create = SniEndpointCreate,
        Update = SniEndpointUpdate,
        Delete = SniEndpointDelete,
        App = "app_identity",
        Endpoint = "sni_endpoint_identity",
    });

    private readonly HerokuSslEndpointKind _legacy = new(connection, new SslEndpointOperations
    {
        IsLegacy = true,
        List = SSLEndpointList,
        Info = SSLEndpointInfo,
        Create = SSLEndpointCreate,
        Update = SSLEndpointUpdate,
        Delete = SSLEndpointDelete,
        App = "appIdentity",
        Endpoint = "sslEndpointIdentity",
    });

    public ISslEndpointKind OfKind(bool legacy) => legacy ? _legacy : _today;
}

/// <summary>What a kind of endpoint's operations are called, and the parameters of their paths.</summary>
internal sealed record SslEndpointOperations
{
    public bool IsLegacy { get; init; }

    public required string List { get; init; }

    public required string Info { get; init; }

    public required string Create { get; init; }

    public required string Update { get; init; }

    public required string Delete { get; init; }

    public required string App { get; init; }

    public required string Endpoint { get; init; }
}
