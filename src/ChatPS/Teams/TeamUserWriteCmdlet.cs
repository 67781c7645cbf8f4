using System.Management.Automation;
using ChatPS.Client.Capabilities;
using ChatPS.Client.Sessions;
using ChatPS.Common;

namespace ChatPS.Teams;

/// <summary>
/// A cmdlet that changes who belongs to a team. Users are gathered as they come, so that their names are looked up
/// together and, where the platform can, they are changed together.
/// </summary>
public abstract class TeamUserWriteCmdlet : WriteCmdlet
{
    private readonly Dictionary<Batch, List<UserRef>> _gathered = [];

    private protected TeamUserWriteCmdlet()
    {
    }

    /// <summary>The users: ids, user names, e-mail addresses (Mattermost, Heroku), me, or objects.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("UserId", "UserName")]
    [ArgumentCompleter(typeof(UserCompleter))]
    public UserIdentity[]? User { get; set; }

    /// <summary>The team: its id, its name, or the object; left out, the session's team.</summary>
    [Parameter(Position = 1, ValueFromPipelineByPropertyName = true)]
    [Alias("TeamId")]
    [ArgumentCompleter(typeof(TeamCompleter))]
    public TeamIdentity? Team { get; set; }

    /// <summary>Takes the users in hand, after asking whether it should.</summary>
    /// <typeparam name="T">What the platform must be able to do.</typeparam>
    /// <param name="action">What is done, for -WhatIf and -Confirm.</param>
    /// <param name="change">What is to change, if that may differ from one to the next.</param>
    /// <param name="check">Says no to what the platform cannot do.</param>
    private protected void Gather<T>(string action, TeamUserChange? change = null, Action<T>? check = null) where T : class, ITeamUserWriter
    {
        foreach (var user in User!)
        {
            Guard(user, () =>
            {
                var owner = OwnerOf(user, Team);
                var members = Require<T>(owner);
                check?.Invoke(members);
                var team = ConnectionFor(owner).Session.TeamOr(Team?.Value);
                if (!Should($"{user.Display} in {team}", action))
                    return;
                var batch = new Batch(members, team, change);
                if (!_gathered.TryGetValue(batch, out var users))
                    _gathered[batch] = users = [];
                users.Add(user.Ref);
                if (users.Count >= members.BatchSize)
                    Send(batch);
            });
        }
    }

    /// <summary>Starts the changes of some users whose names have been looked up.</summary>
    private protected abstract void Change(Batch batch, IReadOnlyList<(UserRef Given, string Id)> users);

    private protected sealed override void Last()
    {
        foreach (var batch in _gathered.Keys.ToList())
            Send(batch);
    }

    private void Send(Batch batch)
    {
        _gathered.Remove(batch, out var users);
        var found = new List<(UserRef Given, string Id)>();
        IReadOnlyList<Outcome<string>> ids;
        try
        {
            ids = Await(batch.Members.UserIdsAsync(users!, Context));
        }
        catch (ChatException e)
        {
            ids = [.. users!.Select(_ => Outcome.Failed<string>(e))];
        }
        foreach (var (user, id) in users!.Zip(ids))
        {
            if (id.Error is { } error)
                Report(error, user);
            else
                found.Add((user, id.Value!));
        }
        if (found.Count > 0)
            Change(batch, found);
    }

    /// <summary>Users of one team who go together. The same session and platform give the same <paramref name="Members"/>.</summary>
    private protected sealed record Batch(ITeamUserWriter Members, string Team, TeamUserChange? Detail);
}
