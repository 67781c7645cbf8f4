using ChatPS.Client.Capabilities;
using ChatPS.Client.Http;
using ChatPS.Client.Paging;
using ChatPS.Client.Sessions;
using static ChatPS.Client.Platforms.Gitter.GitterOperations;

namespace ChatPS.Client.Platforms.Gitter;

/// <summary>Groups. Nothing of one can be changed by the API.</summary>
internal sealed class GitterTeams(Connection connection) : Resource(connection), ITeamReader, ITeamCreator
{
    private readonly GitterNames _names = new(connection);

    public IAsyncEnumerable<ChatTeam> ListAsync(TeamFilter filter, PageWindow window, CallContext context)
    {
        Unsupported.IfOfOthers(filter, ChatPlatform.Gitter);
        Unsupported.IfGiven(filter.Search, ChatPlatform.Gitter, "Search");
        Unsupported.IfGiven(filter.IncludeArchived, ChatPlatform.Gitter, "IncludeArchived");
        Unsupported.IfGiven(filter.Scheme, ChatPlatform.Gitter, "Scheme");
        Unsupported.IfGiven(filter.EnterpriseAccount, ChatPlatform.Gitter, "EnterpriseAccount");
        var call = filter.User is not null ? Call(ListUserGroups).Path("userId", Connection.Session.UserId ?? "me") : Call(ListGroups);
        return List(call, window, GitterJson.Default.Group, ToTeam, context);
    }

    public async Task<ChatTeam> GetAsync(string team, CallContext context) =>
        ToTeam(await _names.FindTeamAsync(team, context).ConfigureAwait(false));

    public Task<long?> CountAsync(TeamFilter filter, CallContext context) => Task.FromResult<long?>(null);

    public async Task<ChatTeam> CreateAsync(NewTeam team, CallContext context)
    {
        Unsupported.IfGiven(team.Description, ChatPlatform.Gitter, "Description");
        Unsupported.IfGiven(team.Open, ChatPlatform.Gitter, "Open");
        Unsupported.IfGiven(team.EnterpriseAccount, ChatPlatform.Gitter, "EnterpriseAccount");
        var call = Call(CreateGroup).Body("uri", team.Name).Body("name", team.DisplayName ?? team.Name);
        try
        {
            return await SendAsync(call, GitterJson.Default.Group, ToTeam, context).ConfigureAwait(false);
        }
        catch (ChatException e) when (e.Reason == ChatErrorReason.NotFound)
        {
            throw e.As(
                ChatErrorReason.NotSupported,
                "Gitter's public API does not create groups: the server offers that to its own applications only.",
                "Create the group on Gitter's site; Get-ChatTeam shows it then.");
        }
    }

    private ChatTeam ToTeam(Wire.Group group) => new()
    {
        Session = Connection.Session,
        Unnamed = group.Unnamed,
        Id = group.Id,
        Name = group.Uri,
        DisplayName = group.Name,
    };
}
