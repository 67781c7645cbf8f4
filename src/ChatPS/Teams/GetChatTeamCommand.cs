using System.Management.Automation;
using ChatPS.Client.Capabilities;
using ChatPS.Common;

namespace ChatPS.Teams;

/// <summary>Gets teams (on Gitter: groups, on Hathora: organizations): one by its id or name, those whose names fit a pattern, or all.</summary>
[Cmdlet(VerbsCommon.Get, "ChatTeam", SupportsPaging = true)]
[OutputType(typeof(ChatTeam))]
public sealed class GetChatTeamCommand : OrderedGetCmdlet
{
    /// <summary>
    /// The teams: ids, names or patterns; on Gitter a group's id, URI or name. Left out, all teams the account sees: an
    /// administrator sees every team, others those that are open to all, on Gitter those whose rooms one is in, and on Heroku
    /// and Hathora those one belongs to.
    /// </summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("TeamId", "Name")]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(TeamCompleter))]
    public TeamIdentity[]? Team { get; set; }

    /// <summary>Words for the platform's own search in names and display names (Mattermost).</summary>
    [Parameter]
    public string? Search { get; set; }

    /// <summary>Only the teams you belong to.</summary>
    [Parameter]
    public SwitchParameter Me { get; set; }

    /// <summary>Only the teams this user belongs to: an id, a name, an e-mail address, or the object (Mattermost; elsewhere only yourself).</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("UserId", "UserName")]
    [ArgumentCompleter(typeof(UserCompleter))]
    public UserIdentity? User { get; set; }

    /// <summary>
    /// Archived teams too (Mattermost). A team that is named by its id or name is found either way, and -IncludeTotalCount
    /// knows the total only together with this.
    /// </summary>
    [Parameter]
    public SwitchParameter IncludeArchived { get; set; }

    /// <summary>Only the teams of this enterprise account: its id or name (Heroku). Left out, whatever account they belong to.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? EnterpriseAccount { get; set; }

    /// <summary>Only the teams that have this permission scheme: its id, its name or the object (Mattermost).</summary>
    [Parameter]
    [ArgumentCompleter(typeof(SchemeCompleter))]
    public SchemeIdentity? Scheme { get; set; }

    private protected override void Process()
    {
        if (Team is null)
        {
            var teams = Require<ITeamReader>(OwnerOf(Member, Scheme));
            WriteList((window, context) => teams.ListAsync(Filter, window, context), count: context => teams.CountAsync(Filter, context));
            return;
        }
        foreach (var team in Team)
            Guard(team, () => WriteOne(team));
    }

    private UserIdentity? Member => AskedFor(nameof(User), User);

    private TeamFilter Filter => new()
    {
        Search = Search,
        User = Me ? UserRef.Me : Member?.Ref,
        IncludeArchived = IncludeArchived,
        EnterpriseAccount = EnterpriseAccount,
        Scheme = Scheme?.Literal,
    };

    private void WriteOne(TeamIdentity team)
    {
        var teams = Require<ITeamReader>(OwnerOf(team, OwnerOf(Member, Scheme)));
        if (team.IsPattern)
            WriteList((window, context) => teams.ListAsync(Filter, window, context), found => team.Fits(found.Name, found.DisplayName));
        else
            Write(Await(teams.GetAsync(team.Value, Context)));
    }
}
