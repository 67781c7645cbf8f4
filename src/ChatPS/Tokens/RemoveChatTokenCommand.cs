using System.Management.Automation;
using ChatPS.Client.Capabilities;
using ChatPS.Common;

namespace ChatPS.Tokens;

/// <summary>Revokes tokens: whoever uses one is locked out at once.</summary>
[Cmdlet(VerbsCommon.Remove, "ChatToken", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
public sealed class RemoveChatTokenCommand : WriteCmdlet
{
    /// <summary>The tokens: ids or objects. A secret is no id.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    public TokenIdentity[]? TokenId { get; set; }

    /// <summary>The team that the tokens belong to (Hathora): its id, its name or the object. Left out, the session's team.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("TeamId")]
    [ArgumentCompleter(typeof(TeamCompleter))]
    public TeamIdentity? Team { get; set; }

    /// <summary>Does not ask.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    private protected override void Process()
    {
        var team = Team?.Literal;
        ForEach<ITeamItemRemover<ChatToken>>(TokenId!, "Revoke token", (tokens, token, context) => Emit(tokens.RemoveAsync(team, token, context)), Force, Team);
    }
}
