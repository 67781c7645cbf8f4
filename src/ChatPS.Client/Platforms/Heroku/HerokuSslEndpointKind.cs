using ChatPS.Client.Capabilities;
using ChatPS.Client.Http;
using ChatPS.Client.Paging;
using ChatPS.Client.Sessions;

namespace ChatPS.Client.Platforms.Heroku;

/// <summary>The endpoints of one kind: the two differ in their operations and in what those take.</summary>
internal sealed class HerokuSslEndpointKind(Connection connection, SslEndpointOperations operations) : Resource(connection), ISslEndpointKind
{
    public IAsyncEnumerable<ChatSslEndpoint> ListAsync(string app, PageWindow window, CallContext context) =>
        List(Call(operations.List).Path(operations.App, app), window, HerokuJson.Default.SslEndpoint, endpoint => ToEndpoint(endpoint, app), context);

    public Task<ChatSslEndpoint> GetAsync(string app, string item, CallContext context) => EndpointAsync(CallFor(operations.Info, app, item), app, context);

    public Task<ChatSslEndpoint> CreateAsync(string app, NewSslEndpoint item, CallContext context)
    {
        Hide(item.PrivateKey);
        var call = Call(operations.Create).Path(operations.App, app)
            .Body("certificate_chain", item.CertificateChain)
            .Body("private_key", item.PrivateKey);
        WithLegacy(call, "preprocess", "Preprocess", item.Preprocess);
        return EndpointAsync(call, app, context);
    }

    public Task<ChatSslEndpoint> UpdateAsync(string app, string item, SslEndpointChange change, CallContext context)
    {
        Hide(change.PrivateKey);
        var call = CallFor(operations.Update, app, item)
            .Body("certificate_chain", change.CertificateChain)
            .Body("private_key", change.PrivateKey);
        WithLegacy(call, "preprocess", "Preprocess", change.Preprocess);
        WithLegacy(call, "rollback", "Rollback", change.Rollback);
        if (!operations.IsLegacy && change is { CertificateChain: null } or { PrivateKey: null })
            throw new ChatException(ChatErrorReason.InvalidRequest, "A certificate is changed together with its key.")
            {
                Advice = "Give both -CertificatePath (or -CertificateChain) and -KeyPath (or -PrivateKey).",
            };
        return EndpointAsync(call, app, context);
    }

    public Task RemoveAsync(string app, string item, CallContext context) => SendAsync(CallFor(operations.Delete, app, item), context);

    private ApiCall CallFor(string operation, string app, string endpoint) => Call(operation).Path(operations.App, app).Path(operations.Endpoint, endpoint);

    private Task<ChatSslEndpoint> EndpointAsync(ApiCall call, string app, CallContext context) =>
        SendAsync(call, HerokuJson.Default.SslEndpoint, endpoint => ToEndpoint(endpoint, app), context);

    // A server that repeats a key may fold it otherwise: each line is a secret too.
    private void Hide(Secret? key)
    {
        Connection.Mask.Add(key);
        foreach (var line in key?.Reveal().Split('\n', StringSplitOptions.TrimEntries) ?? [])
        {
            if (!line.StartsWith("-----", StringComparison.Ordinal))
                Connection.Mask.Add(new Secret(line));
        }
    }

    // What only endpoints of the former kind take.
    private void WithLegacy(ApiCall call, string member, string parameter, bool? value)
    {
        if (operations.IsLegacy)
            call.Body(member, value);
        else if (value is not null)
            throw new ChatException(ChatErrorReason.NotSupported, $"-{parameter} is for endpoints of the former kind.")
            {
                Advice = $"Leave -{parameter} out, or add -Legacy when the endpoint is of that kind.",
            };
    }

    private ChatSslEndpoint ToEndpoint(Wire.SslEndpoint endpoint, string app) => new()
    {
        Session = Connection.Session,
        Unnamed = endpoint.Unnamed,
        AppId = endpoint.App?.Id ?? app,
        AppName = endpoint.App?.Name,
        Id = endpoint.Id,
        Name = endpoint.Name,
        DisplayName = endpoint.DisplayName,
        IsLegacy = operations.IsLegacy,
        CertificateChain = endpoint.CertificateChain,
        Subject = endpoint.SslCert?.Subject,
        Issuer = endpoint.SslCert?.Issuer,
        CertificateDomains = endpoint.SslCert?.CertDomains ?? [],
        StartsAt = endpoint.SslCert?.StartsAt,
        ExpiresAt = endpoint.SslCert?.ExpiresAt,
        IsCaSigned = endpoint.SslCert?.CaSigned,
        IsSelfSigned = endpoint.SslCert?.SelfSigned,
        DomainIds = endpoint.Domains ?? [],
        Cname = endpoint.Cname,
        CreatedAt = endpoint.CreatedAt,
        UpdatedAt = endpoint.UpdatedAt,
    };
}
