namespace ChatPS.Tests.Cmdlets;

public sealed class ModuleTests
{
    [Fact]
    public void Imports_again_with_force_and_leaves_when_removed()
    {
        using var shell = new Shell();
        shell.RunClean("Import-Module $args[0] -Force; Import-Module $args[0] -Force", StagedModule.Manifest);
        Assert.NotEmpty(shell.RunClean("Get-Command -Module ChatPS"));

        shell.RunClean("Remove-Module ChatPS");
        Assert.Empty(shell.RunClean("Get-Command -Module ChatPS"));
    }

    [Fact]
    public void Public_types_resolve_in_scripts()
    {
        using var shell = new Shell();
        Assert.Equal("ChatPS.ChatRoom", shell.RunClean("[ChatPS.ChatRoom].FullName").Single().BaseObject);
    }

    [Fact]
    public void A_cmdlet_without_a_session_says_to_connect()
    {
        using var shell = new Shell();
        var error = shell.Fail("Get-ChatRoom");
        Assert.StartsWith("ChatPS.NoSession", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains("Connect-ChatService", error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
    }
}
