using System.Management.Automation;
using ChatPS.Client.Capabilities;
using ChatPS.Common;

namespace ChatPS.Lobbies;

/// <summary>Gets lobbies: the public ones of apps whose rooms run, or single ones by their rooms or short codes.</summary>
[Cmdlet(VerbsCommon.Get, "ChatLobby", SupportsPaging = true, DefaultParameterSetName = ListSet)]
[OutputType(typeof(ChatLobby))]
public sealed class GetChatLobbyCommand : AppItemGetCmdlet
{
    private const string ListSet = "List";
    private const string RoomSet = "Room";
    private const string ShortCodeSet = "ShortCode";

    /// <summary>Only the lobbies whose rooms run in this region: its name, such as Frankfurt, or the object. Left out, everywhere.</summary>
    [Parameter(ParameterSetName = ListSet)]
    [ArgumentCompleter(typeof(RegionCompleter))]
    public RegionIdentity? Region { get; set; }

    /// <summary>The rooms whose lobbies are wanted, private ones too: ids or objects. Patterns fit public lobbies only.</summary>
    [Parameter(Mandatory = true, ValueFromPipelineByPropertyName = true, ParameterSetName = RoomSet)]
    [Alias("RoomId")]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(RoomCompleter))]
    public RoomIdentity[]? Room { get; set; }

    /// <summary>The short codes of the lobbies that are wanted, private ones too. Patterns fit public lobbies only.</summary>
    [Parameter(Mandatory = true, ParameterSetName = ShortCodeSet)]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(LobbyCompleter))]
    public LobbyIdentity[]? ShortCode { get; set; }

    private protected override void Process()
    {
        var region = Region?.Literal;
        if (ShortCode is null)
            WriteItems<ILobbyReader, ChatLobby>(
                Room,
                lobby => [lobby.RoomId],
                (lobbies, app, window, context) => lobbies.ListAsync(app, region, window, context),
                (lobbies, app, room, context) => lobbies.GetByRoomAsync(app, room, context));
        else
            WriteItems<ILobbyReader, ChatLobby>(
                ShortCode,
                lobby => [lobby.ShortCode],
                (lobbies, app, window, context) => lobbies.ListAsync(app, region, window, context),
                (lobbies, app, code, context) => lobbies.GetByShortCodeAsync(app, code, context));
    }
}
