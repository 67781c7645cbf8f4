using System.Management.Automation;
using System.Security;
using ChatPS.Client.Capabilities;
using ChatPS.Common;

namespace ChatPS.PlayerTokens;

/// <summary>Signs a player in to an app, and gets the token that he acts with.</summary>
[Cmdlet(VerbsCommon.New, "ChatPlayerToken", SupportsShouldProcess = true, DefaultParameterSetName = AnonymousSet)]
[OutputType(typeof(ChatPlayerToken))]
public sealed class NewChatPlayerTokenCommand : AppItemWriteCmdlet
{
    private const string AnonymousSet = "Anonymous";
    private const string NicknameSet = "Nickname";
    private const string GoogleSet = "Google";

    /// <summary>A player who is nobody in particular; so it is as well when nothing is given.</summary>
    [Parameter(ParameterSetName = AnonymousSet)]
    public SwitchParameter Anonymous { get; set; }

    /// <summary>The name that the player goes by.</summary>
    [Parameter(Mandatory = true, ParameterSetName = NicknameSet)]
    [ValidateNotNullOrEmpty]
    public string? Nickname { get; set; }

    /// <summary>The ID token by which Google says who the player is.</summary>
    [Parameter(Mandatory = true, ParameterSetName = GoogleSet)]
    [ValidateNotNull]
    public SecureString? GoogleIdToken { get; set; }

    private protected override void Process()
    {
        if (ParameterSetName == AnonymousSet && Given(nameof(Anonymous), Anonymous) == false)
            throw new ChatException(ChatErrorReason.InvalidRequest, "A player who is not anonymous signs in some other way.")
            {
                Advice = "Give -Nickname or -GoogleIdToken.",
            };
        var player = new NewPlayerToken
        {
            Nickname = Nickname,
            GoogleIdToken = ParameterSetName == GoogleSet ? Secrets.Of(GoogleIdToken) ?? throw new ChatException(
                ChatErrorReason.InvalidRequest, "The Google ID token is empty.")
            {
                Advice = "Give the token that Google issued for the player.",
            } : null,
        };
        ForApp<IAppItemCreator<NewPlayerToken, ChatPlayerToken>>(
            Nickname ?? "A player", "Sign in player", (players, app, context) => Emit(players.CreateAsync(app, player, context)));
    }
}
