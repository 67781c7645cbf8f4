using System.Management.Automation;
using System.Security;
using ChatPS.Client.Capabilities;
using ChatPS.Client.Http;
using ChatPS.Common;

namespace ChatPS.Tokens;

/// <summary>Revokes tokens: whoever uses one is locked out at once.</summary>
[Cmdlet(VerbsCommon.Remove, "ChatToken", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High, DefaultParameterSetName = IdSet)]
public sealed class RemoveChatTokenCommand : WriteCmdlet
{
    private const string IdSet = "TokenId";
    private const string SecretSet = "Token";

    /// <summary>The tokens: ids or objects. A secret is no id.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true, ParameterSetName = IdSet)]
    public TokenIdentity[]? TokenId { get; set; }

    /// <summary>The secret of the token to revoke, for platforms that know tokens by nothing else (HipChat).</summary>
    [Parameter(Mandatory = true, ParameterSetName = SecretSet)]
    public SecureString? Token { get; set; }

    /// <summary>The team that the tokens belong to (Hathora): its id, its name or the object. Left out, the session's team.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true, ParameterSetName = IdSet)]
    [Alias("TeamId")]
    [ArgumentCompleter(typeof(TeamCompleter))]
    public TeamIdentity? Team { get; set; }

    /// <summary>Does not ask.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    private protected override void Process()
    {
        if (Token is not null)
            Revoke("the given token", Secrets.Given(Token), Require<ISecretTokens>(parameter: nameof(Token)));
        foreach (var token in TokenId ?? [])
            Guard(token, () => Revoke(token));
    }

    private void Revoke(TokenIdentity token)
    {
        var (connection, team) = (ConnectionFor(OwnerOf(token, Team)), Team?.Literal);
        if (connection.Find<ISecretTokens>() is not { } holders)
            ForEach<ITeamItemRemover<ChatToken>>([token], "Revoke token", (tokens, item, context) => Emit(tokens.RemoveAsync(team, item, context)), Force, Team);
        else if (token.Secret is { } secret)
            Revoke(token.Display, secret, holders);
        else
            throw new ChatException(ChatErrorReason.NotSupported, $"{connection.Platform.Name} knows a token by nothing but its secret.")
            {
                Advice = "Give the secret with -Token, as a secure string, or the object that New-ChatToken gave.",
            };
    }

    private void Revoke(string target, Secret secret, ISecretTokens holders)
    {
        if (Should(target, "Revoke token", Force))
            Submit(target, context => Emit(holders.RemoveAsync(secret, context)));
    }
}
