using System.Management.Automation;
using ChatPS.Client.Http;
using ChatPS.Client.Sessions;
using ChatPS.Common;

namespace ChatPS.Invites;

/// <summary>A cmdlet that changes invitations which wait for an answer.</summary>
public abstract class InviteWriteCmdlet : WriteCmdlet
{
    // The parameters that name invitations.
    internal const string InviteSet = "Invite";

    private protected InviteWriteCmdlet()
    {
    }

    /// <summary>The invitations: ids, the e-mail addresses they went to, or objects.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true, ParameterSetName = InviteSet)]
    [Alias("InviteId", "Email")]
    [ArgumentCompleter(typeof(InviteCompleter))]
    public InviteIdentity[]? Invite { get; set; }

    /// <summary>The team: its id, its name, or the object. Left out, the session's team.</summary>
    [Parameter(Position = 1, ValueFromPipelineByPropertyName = true, ParameterSetName = InviteSet)]
    [Alias("TeamId")]
    [ArgumentCompleter(typeof(TeamCompleter))]
    public TeamIdentity? Team { get; set; }

    /// <summary>Changes each of the invitations, after asking whether it should. One that fails leaves the others alone.</summary>
    /// <typeparam name="T">What the platform must be able to do.</typeparam>
    /// <param name="action">What is done, for -WhatIf and -Confirm.</param>
    /// <param name="change">Does the work for one invitation to a team and gives what to emit. It must not look at the cmdlet's parameters.</param>
    /// <param name="parameter">The parameter that asks for it, where the cmdlet can do more than that.</param>
    private protected void ForEachInvite<T>(string action, Func<T, string, string, CallContext, Task<object?>> change, string? parameter = null) where T : class
    {
        foreach (var invite in Invite!)
        {
            Guard(invite, () =>
            {
                var owner = OwnerOf(invite, Team);
                var invites = Require<T>(owner, parameter);
                var (team, id) = (ConnectionFor(owner).Session.TeamOr(Team?.Value), invite.Literal);
                if (Should($"{invite.Display} in {Team?.Display ?? team}", action))
                    Submit(invite, context => change(invites, team, id, context));
            });
        }
    }
}
