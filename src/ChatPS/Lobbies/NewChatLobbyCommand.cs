using System.Management.Automation;
using System.Security;
using ChatPS.Client.Capabilities;
using ChatPS.Common;

namespace ChatPS.Lobbies;

/// <summary>Creates a lobby with its room, as a player does.</summary>
[Cmdlet(VerbsCommon.New, "ChatLobby", SupportsShouldProcess = true)]
[OutputType(typeof(ChatLobby))]
public sealed class NewChatLobbyCommand : AppItemWriteCmdlet
{
    /// <summary>The region that the lobby's room shall run in: its name, such as Frankfurt, or the object.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipelineByPropertyName = true)]
    [Alias("RegionId")]
    [ArgumentCompleter(typeof(RegionCompleter))]
    public RegionIdentity? Region { get; set; }

    /// <summary>
    /// Who finds the lobby: everybody (public), those who are told of it (private), or nobody because the server runs on a developer's own
    /// machine (local). Left out, everybody.
    /// </summary>
    [Parameter]
    [ArgumentCompleter(typeof(LobbyVisibilityCompleter))]
    public string Visibility { get; set; } = "public";

    /// <summary>What the room's server is told about the room: a text, or a hashtable or another object that is sent as JSON text.</summary>
    [Parameter]
    public object? Config { get; set; }

    /// <summary>The id of the room. Left out, the platform makes one.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? Name { get; set; }

    /// <summary>The short code that players find the lobby by. Left out, the platform makes one.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? ShortCode { get; set; }

    /// <summary>The token of the player who makes the lobby; New-ChatPlayerToken gets one. Left out, an anonymous player is signed in for it.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("Token")]
    public SecureString? PlayerToken { get; set; }

    private protected override void Process()
    {
        var lobby = new NewLobby(Region!.Literal, Visibility)
        {
            Room = Name,
            ShortCode = ShortCode,
            Config = RoomConfig.TextOf(Config),
            PlayerToken = Secrets.Of(PlayerToken),
        };
        ForApp<IAppItemCreator<NewLobby, ChatLobby>>(
            Name ?? ShortCode ?? $"A {Visibility} lobby", "Create lobby", (lobbies, app, context) => Emit(lobbies.CreateAsync(app, lobby, context)), added: Region);
    }
}
