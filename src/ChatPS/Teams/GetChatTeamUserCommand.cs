using System.Management.Automation;
using ChatPS.Client.Capabilities;
using ChatPS.Common;

namespace ChatPS.Teams;

/// <summary>Gets the members of teams; on Gitter a group's extra administrators, the only people a group has of its own.</summary>
[Cmdlet(VerbsCommon.Get, "ChatTeamUser", SupportsPaging = true)]
[OutputType(typeof(ChatTeamUser))]
public sealed class GetChatTeamUserCommand : OrderedGetCmdlet
{
    /// <summary>The teams: ids, names or objects; left out, the session's team.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("TeamId")]
    [ArgumentCompleter(typeof(TeamCompleter))]
    public TeamIdentity[]? Team { get; set; }

    /// <summary>
    /// The members: ids, user names, e-mail addresses (on Hathora these alone), me, or patterns for user names, display names and
    /// addresses. Left out, all members. Who is named but no member is an error.
    /// </summary>
    [Parameter(Position = 1, ValueFromPipelineByPropertyName = true)]
    [Alias("UserId", "UserName")]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(UserCompleter))]
    public UserIdentity[]? User { get; set; }

    private protected override void Process()
    {
        foreach (var team in Team ?? [null!])
            Guard(team, () => WriteTeam(team));
    }

    private void WriteTeam(TeamIdentity? team)
    {
        var members = Require<ITeamUserReader>(OwnerOf(team, User?.FirstOrDefault()));
        var (name, users) = (team?.Value, User);
        if (users is null)
        {
            WriteList((window, context) => members.ListAsync(name, window, context), count: context => members.CountAsync(name, context));
            return;
        }
        if (users.Where(user => !user.IsPattern).Select(user => user.Ref).ToList() is { Count: > 0 } named)
            WriteNamed(members, name, named);
        if (users.Where(user => user.IsPattern).ToList() is { Count: > 0 } patterns)
            WriteList(
                (window, context) => members.ListAsync(name, window, context),
                member => patterns.Exists(pattern => pattern.Fits(member.UserName, member.DisplayName, member.Email)));
    }

    private void WriteNamed(ITeamUserReader members, string? team, List<UserRef> users)
    {
        var ids = Await(members.UserIdsAsync(users, Context));
        var found = users.Zip(ids).Where(pair => pair.Second.Error is null).ToList();
        var outcomes = found.Count == 0 ? [] : Await(members.GetAsync(team, [.. found.Select(pair => pair.Second.Value!)], Context));
        foreach (var (user, error) in users.Zip(ids, (user, id) => (user, id.Error)))
        {
            if (error is not null)
                Report(error, user.Value);
        }
        foreach (var ((user, _), outcome) in found.Zip(outcomes))
        {
            if (outcome.Error is { } error)
                Report(error, user.Value);
            else
                Write(outcome.Value);
        }
    }
}
