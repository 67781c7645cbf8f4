using System.Management.Automation;
using ChatPS.Common;

namespace ChatPS.Sessions;

/// <summary>Lists the runspace's sessions.</summary>
[Cmdlet(VerbsCommon.Get, "ChatSession")]
[OutputType(typeof(ChatSession))]
public sealed class GetChatSessionCommand : ChatCmdlet
{
    /// <summary>The name of the session; wildcards are allowed.</summary>
    [Parameter(Position = 0)]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(SessionCompleter))]
    public string[]? Name { get; set; }

    /// <summary>Only sessions of these platforms.</summary>
    [Parameter]
    public ChatPlatform[]? Platform { get; set; }

    /// <summary>Only the session that commands use when they are given none.</summary>
    [Parameter]
    public SwitchParameter Default { get; set; }

    private protected override void Process()
    {
        var store = SessionStore.Current;
        var sessions = store.Sessions
            .Where(s => !Default || s == store.Default)
            .Where(s => Platform is null || Platform.Contains(s.Platform))
            .ToArray();
        foreach (var session in sessions.Where(s => Name is null || Name.Any(name => Matches(name, s))))
            WriteObject(session);
        foreach (var name in Name ?? [])
        {
            if (!WildcardPattern.ContainsWildcardCharacters(name) && !sessions.Any(s => Matches(name, s)))
                Report(new ChatException(ChatErrorReason.NotFound, $"There is no session '{name}' in this runspace.")
                {
                    Advice = "Get-ChatSession without a name lists those there are.",
                }, name);
        }
    }

    private static bool Matches(string name, ChatSession session) =>
        WildcardPattern.Get(name, WildcardOptions.IgnoreCase).IsMatch(session.Name);
}
