using ChatPS.Client.Http;
using ChatPS.Client.Paging;

namespace ChatPS.Client.Capabilities;

/// <summary>What a slash command is to be, or to be from now on; what is not given the platform decides, or stays.</summary>
internal sealed record CommandChange
{
    /// <summary>The word behind the slash.</summary>
    public string? Trigger { get; init; }

    /// <summary>The address that is told.</summary>
    public string? Url { get; init; }

    /// <summary>How it is told, POST or GET.</summary>
    public string? Method { get; init; }

    public Given<string> DisplayName { get; init; }

    public Given<string> Description { get; init; }

    /// <summary>The name that its answers show.</summary>
    public Given<string> PostAs { get; init; }

    /// <summary>The picture that its answers show.</summary>
    public Given<string> IconUrl { get; init; }

    /// <summary>Whether it is offered to who types a slash.</summary>
    public bool? AutoComplete { get; init; }

    public Given<string> AutoCompleteHint { get; init; }

    public Given<string> AutoCompleteDescription { get; init; }

    /// <summary>The user whose a new one shall be.</summary>
    public string? Owner { get; init; }

    /// <summary>The team it moves to.</summary>
    public string? Team { get; init; }

    /// <summary>Whether another token takes the place of the one it has.</summary>
    public bool Regenerate { get; init; }
}

internal interface ICommandReader
{
    /// <param name="team">A team's id or name; null for the session's, or for all teams where it has none.</param>
    /// <param name="builtIn">Whether the commands are wanted as well that the server brings along.</param>
    /// <param name="window">The part of the list that is wanted.</param>
    /// <param name="context">The call.</param>
    IAsyncEnumerable<ChatCommand> ListAsync(string? team, bool builtIn, PageWindow window, CallContext context);

    Task<ChatCommand> GetAsync(string? team, string command, CallContext context);
}

internal interface ICommandRunner
{
    /// <param name="room">Where it is typed.</param>
    /// <param name="line">What is typed, with the slash.</param>
    /// <param name="context">The call.</param>
    Task<ChatCommandResponse> RunAsync(RoomRef room, string line, CallContext context);
}
