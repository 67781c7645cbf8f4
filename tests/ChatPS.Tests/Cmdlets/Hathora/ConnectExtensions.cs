namespace ChatPS.Tests.Cmdlets.Hathora;

/// <summary>Sessions with Hathora, as its tests want them.</summary>
internal static class ConnectExtensions
{
    /// <summary>A shell with a session that falls back to the sandbox's first team, which it knows as $team; and the team's id.</summary>
    public static (Shell Shell, string Id) ConnectToTeam(this SandboxFixture sandbox)
    {
        var shell = sandbox.Connect(sandbox.Hathora);
        var id = shell.Run<ChatTeam>("$team = Get-ChatTeam 'Northwind Games'; Set-ChatSession -Team $team.Id; $team").Single().Id;
        sandbox.Server.ClearRequests();
        return (shell, id);
    }

    /// <summary>Opens a session with a server of the test's own.</summary>
    /// <param name="shell">The shell.</param>
    /// <param name="server">The server's address.</param>
    /// <param name="parameters">Further parameters of Connect-ChatService.</param>
    /// <param name="token">Left out, one of the test's own, so that no two tests share a rate gate.</param>
    public static ChatSession Connect(this Shell shell, Uri server, string parameters = "", string? token = null) => shell.Run<ChatSession>(
        $"Connect-ChatService Hathora $args[0] -Token $args[1] {parameters}", server, SandboxFixture.Protect(token ?? Guid.NewGuid().ToString())).Single();
}
