using ChatPS.Client.Capabilities;
using ChatPS.Client.Http;
using ChatPS.Client.Paging;
using ChatPS.Client.Sessions;
using static ChatPS.Client.Platforms.Hathora.HathoraOperations;

namespace ChatPS.Client.Platforms.Hathora;

/// <summary>Organizations, which own apps. A token is shown those it belongs to, whole and with nothing to look for a single one.</summary>
internal sealed class HathoraTeams(Connection connection) : HathoraResource(connection), ITeamReader
{
    // What lasts longer than this does not end.
    private const double MostHours = 1_000_000;

    public IAsyncEnumerable<ChatTeam> ListAsync(TeamFilter filter, PageWindow window, CallContext context)
    {
        Unsupported.IfOfOthers(filter, ChatPlatform.Hathora);
        Unsupported.IfGiven(filter.Search, ChatPlatform.Hathora, "Search");
        Unsupported.IfGiven(filter.IncludeArchived, ChatPlatform.Hathora, "IncludeArchived");
        Unsupported.IfGiven(filter.Scheme, ChatPlatform.Hathora, "Scheme");
        Unsupported.IfGiven(filter.EnterpriseAccount, ChatPlatform.Hathora, "EnterpriseAccount");
        return List(Call(GetOrgs), window, HathoraJson.Default.Organization, ToTeam, context);
    }

    public Task<ChatTeam> GetAsync(string team, CallContext context) => ListAsync(new(), PageWindow.All, context).FindAsync(
        found => found.Id == team || found.Name.Equals(team, StringComparison.OrdinalIgnoreCase), () => HathoraNames.NoTeam(team));

    public Task<long?> CountAsync(TeamFilter filter, CallContext context) => Task.FromResult<long?>(null);

    private ChatTeam ToTeam(Wire.Organization organization) => new()
    {
        Session = Connection.Session,
        Unnamed = organization.Unnamed,
        Id = organization.OrgId,
        Name = organization.Name ?? organization.OrgId,
        MyScopes = organization.Scopes ?? [],
        Features = organization.EnabledFeatureFlags ?? [],
        ConnectionLimit = organization.MaxProcessConnections,
        MemoryLimitMB = organization.MaxRequestedMemoryMB,
        MonthlyVcpuHoursLimit = organization.MonthlyProcessVcpuHoursLimit,
        ConcurrentVcpusLimit = organization.ConcurrentProcessVcpusLimit,
        CloudBaselineLimit = organization.MaxCloudBaseline,
        ProcessLifetime = Hours(organization.PodMaxLifespanHrs),
        LogRetention = Hours(organization.LogRetentionPeriodHours),
        IsSingleTenant = organization.IsSingleTenant,
        DefaultFleetId = organization.DefaultFleetId,
        StripeCustomerId = organization.StripeCustomerId,
    };

    private static TimeSpan? Hours(double? hours) => hours is >= 0 and < MostHours ? TimeSpan.FromHours(hours.Value) : null;
}
