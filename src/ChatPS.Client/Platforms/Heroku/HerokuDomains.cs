using ChatPS.Client.Capabilities;
using ChatPS.Client.Http;
using ChatPS.Client.Paging;
using ChatPS.Client.Sessions;
using static ChatPS.Client.Platforms.Heroku.HerokuOperations;

namespace ChatPS.Client.Platforms.Heroku;

/// <summary>The host names under which an app answers.</summary>
internal sealed class HerokuDomains(Connection connection) : Resource(connection),
    IAppItemReader<ChatAppDomain>, IAppItemCreator<NewDomain, ChatAppDomain>, IAppItemEditor<DomainChange, ChatAppDomain>, IAppItemRemover<ChatAppDomain>
{
    public IAsyncEnumerable<ChatAppDomain> ListAsync(string app, PageWindow window, CallContext context) =>
        List(Call(DomainList).Path("app_identity", app), window, HerokuJson.Default.Domain, domain => ToDomain(domain, app), context);

    public Task<ChatAppDomain> GetAsync(string app, string item, CallContext context) => SendAsync(Call(DomainInfo).Path("domain_identity", item), app, context);

    // The schema wants the certificate named, be it as null.
    public Task<ChatAppDomain> CreateAsync(string app, NewDomain item, CallContext context) => SendAsync(
        Call(DomainCreate).Body("hostname", item.Hostname).Body("sni_endpoint", new Given<string>(item.Certificate)), app, context);

    public Task<ChatAppDomain> UpdateAsync(string app, string item, DomainChange change, CallContext context) => SendAsync(
        Call(DomainUpdate).Path("domain_identity", item).Body("sni_endpoint", change.Certificate), app, context);

    public Task RemoveAsync(string app, string item, CallContext context) =>
        SendAsync(Call(DomainDelete).Path("app_identity", app).Path("domain_identity", item), context);

    private Task<ChatAppDomain> SendAsync(ApiCall call, string app, CallContext context) =>
        SendAsync(call.Path("app_identity", app), HerokuJson.Default.Domain, domain => ToDomain(domain, app), context);

    private ChatAppDomain ToDomain(Wire.Domain domain, string app) => new()
    {
        Session = Connection.Session,
        Unnamed = domain.Unnamed,
        AppId = domain.App?.Id ?? app,
        AppName = domain.App?.Name,
        Id = domain.Id,
        Hostname = domain.Hostname,
        Kind = domain.Kind,
        Cname = domain.Cname,
        Status = domain.Status,
        CertificateStatus = domain.AcmStatus,
        CertificateStatusReason = domain.AcmStatusReason,
        CertificateId = domain.SniEndpoint?.Id,
        CertificateName = domain.SniEndpoint?.Name,
        CreatedAt = domain.CreatedAt,
        UpdatedAt = domain.UpdatedAt,
    };
}
