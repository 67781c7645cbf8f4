using ChatPS.Client.Capabilities;
using ChatPS.Client.Http;

namespace ChatPS.Common;

/// <summary>
/// A cmdlet that does something to users. Names that come one after the other are gathered, so that they are looked up together;
/// nobody waits who need not be looked up. They are gathered after -WhatIf and -Confirm had their say.
/// </summary>
public abstract class UserWriteCmdlet : WriteCmdlet
{
    // As many as a platform looks up with one request.
    private const int MostGathered = 200;

    private readonly List<UserWork> _gathered = [];

    private protected UserWriteCmdlet()
    {
    }

    /// <summary>Changes each user, after asking whether it should. One that fails leaves the others alone.</summary>
    /// <typeparam name="T">What the platform must be able to do.</typeparam>
    /// <param name="users">The users.</param>
    /// <param name="action">What is done, for -WhatIf and -Confirm.</param>
    /// <param name="change">Does the work for one user and gives what to emit. It must not look at the cmdlet's parameters.</param>
    /// <param name="force">Leaves out the question that cannot be undone otherwise.</param>
    private protected void ForEachUser<T>(
        IEnumerable<UserIdentity> users, string action, Func<T, UserRef, CallContext, Task<object?>> change, bool force = false) where T : class, IUserWriter =>
        ForEachUser(users.Select(user => ((Identity)user, user.Ref)), action, change, force);

    /// <summary>The same for those who are users and more, as bots are.</summary>
    private protected void ForEachUser<T>(
        IEnumerable<(Identity Identity, UserRef Ref)> users, string action, Func<T, UserRef, CallContext, Task<object?>> change, bool force = false, Identity? owner = null)
        where T : class, IUserWriter
    {
        foreach (var (user, reference) in users)
        {
            Guard(user, () =>
            {
                var writer = Require<T>(OwnerOf(user, owner));
                if (Should(user.Display, action, force))
                    Gather(new UserWork(writer, reference, user, context => change(writer, reference, context)));
            });
        }
    }

    /// <summary>Takes one user's work in hand: at once if nothing is to be looked up and nobody waits before.</summary>
    private protected void Gather(UserWork work)
    {
        if (_gathered.Count >= MostGathered || (_gathered.Count > 0 && _gathered[0].Writer != work.Writer))
            Flush();
        if (_gathered.Count > 0 || IsWorthGathering(work))
            _gathered.Add(work);
        else
            Submit(work.Target, work.Change);
    }

    /// <summary>Whether it is better to wait for others.</summary>
    private protected virtual bool IsWorthGathering(UserWork work) => work.Writer.NeedsLookup(work.User);

    /// <summary>Starts the work of some users whose names have been looked up.</summary>
    private protected virtual void SubmitAll(IReadOnlyList<UserWork> works)
    {
        foreach (var work in works)
            Submit(work.Target, work.Change);
    }

    private protected sealed override void Last() => Flush();

    private void Flush()
    {
        UserWork[] works = [.. _gathered];
        _gathered.Clear();
        if (works.Length == 0)
            return;
        try
        {
            Await(works[0].Writer.PrepareAsync([.. works.Select(work => work.User)], Context));
        }
        catch (ChatException e)
        {
            foreach (var work in works)
                Report(e, work.Target);
            return;
        }
        SubmitAll(works);
    }
}
