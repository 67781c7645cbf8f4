using System.Management.Automation;
using ChatPS.Sandbox;

namespace ChatPS.Tests.Cmdlets;

/// <summary>Where apps run, and on what.</summary>
public sealed class ChatRegionTests(SandboxFixture sandbox) : IClassFixture<SandboxFixture>
{
    private SandboxRequestRecord Last => sandbox.Server.Requests[^1];

    [Fact]
    public void RegionInfo()
    {
        using var shell = sandbox.Connect(sandbox.Heroku);
        var region = shell.Run<ChatRegion>("Get-ChatRegion eu").Single();
        Assert.Equal(("eu", "Ireland", "eu-west-1", false), (region.Name, region.Country, region.ProviderRegion, region.PrivateCapable));
        Assert.Equal(region.Id, shell.Run<ChatRegion>("[pscustomobject]@{ RegionId = $args[0] } | Get-ChatRegion", region.Id).Single().Id);
        Assert.Equal(["GET /regions/eu", $"GET /regions/{region.Id}"], sandbox.Wire);
        // An app says where it runs.
        Assert.NotNull(shell.Run<ChatRegion>("Get-ChatApp -First 1 | Get-ChatRegion").Single().Country);
    }

    [Fact]
    public void RegionList()
    {
        using var shell = sandbox.Connect(sandbox.Heroku);
        Assert.Equal(["eu", "frankfurt", "oregon", "tokyo", "us"], shell.Run<ChatRegion>("Get-ChatRegion -SortBy name").Select(r => r.Name));
        Assert.Equal(["GET /regions"], sandbox.Wire);
        Assert.Equal("name ..; max=200", Last.Header("Range"));
        Assert.Equal(["frankfurt"], shell.Run<ChatRegion>("Get-ChatRegion f*").Select(r => r.Name));
        Assert.Equal(2, shell.Run<ChatRegion>("Get-ChatRegion -First 2").Count);
        Assert.Equal("id ..; max=2", Last.Header("Range"));
    }

    [Fact]
    public void StackInfo()
    {
        using var shell = sandbox.Connect(sandbox.Heroku);
        var stack = shell.Run<ChatStack>("'heroku-24' | Get-ChatStack").Single();
        Assert.Equal(("heroku-24", "public", true), (stack.Name, stack.State, stack.IsDefault));
        Assert.Equal(stack.Id, shell.Run<ChatStack>("[pscustomobject]@{ StackId = $args[0] } | Get-ChatStack", stack.Id).Single().Id);
        Assert.Equal(stack.Id, shell.Run<ChatStack>("$args[0] | Get-ChatStack", stack).Single().Id);
        Assert.Equal(["GET /stacks/heroku-24", $"GET /stacks/{stack.Id}", $"GET /stacks/{stack.Id}"], sandbox.Wire);
    }

    [Fact]
    public void StackList()
    {
        using var shell = sandbox.Connect(sandbox.Heroku);
        var stacks = shell.Run<ChatStack>("Get-ChatStack");
        Assert.Equal(["GET /stacks"], sandbox.Wire);
        Assert.Contains(stacks, s => s is { Name: "heroku-20", State: "deprecated", IsDefault: false });
        Assert.Equal(stacks.Count(s => s.Name.StartsWith("heroku", StringComparison.Ordinal)), shell.Run<ChatStack>("Get-ChatStack heroku-*").Count);
        Assert.Single(shell.Run<ChatStack>("Get-ChatStack -First 1"));
        Assert.Equal("id ..; max=1", Last.Header("Range"));
    }

    [Fact]
    public void Stacks_that_an_app_can_move_to()
    {
        using var shell = sandbox.Connect(sandbox.Heroku);
        var app = shell.Run<ChatApp>("Get-ChatApp -First 1").Single();
        var stacks = shell.Run<ChatStack>("Get-ChatStack -App $args[0]", app.Name);
        Assert.NotEmpty(stacks);
        Assert.DoesNotContain(stacks, s => s.State == "deprecated");
        Assert.Equal($"GET /apps/{app.Name}/available-stacks", sandbox.Wire.Last());
        Assert.Equal(stacks.Count, shell.Run<ChatStack>("$args[0] | Get-ChatStack", app).Count);
        Assert.Equal($"GET /apps/{app.Id}/available-stacks", sandbox.Wire.Last());
    }

    [Fact]
    public void One_that_is_not_there_leaves_the_others_found()
    {
        using var shell = sandbox.Connect(sandbox.Heroku);
        Assert.Equal(["us", "eu"], shell.Run("'us', 'moon', 'eu' | Get-ChatRegion").Select(o => o.ToString()));
        Assert.Equal("moon", Assert.Single(shell.Errors).TargetObject);
        Assert.Equal(["heroku-22", "container"], shell.Run("'heroku-22', 'moon', 'container' | Get-ChatStack").Select(o => o.ToString()));
        Assert.Equal("moon", Assert.Single(shell.Errors).TargetObject);
    }

    [Theory]
    [InlineData("Get-ChatRegion")]
    [InlineData("Get-ChatStack")]
    [InlineData("Get-ChatStack -App x")]
    public void Other_platforms_have_none_and_are_not_asked(string command)
    {
        using var shell = sandbox.Connect(sandbox.Gitter);
        Assert.StartsWith("ChatPS.NotSupported", shell.Fail(command).FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Empty(sandbox.Wire);
    }

    [Theory]
    [InlineData("Get-ChatApp", "Set-ChatApp complet", "completed-app")]
    [InlineData("Get-ChatAppDomain completed-app", "Remove-ChatAppDomain completed-app www.comp", "www.completed.example.com")]
    [InlineData("Get-ChatRegion", "New-ChatApp x -Region fr", "frankfurt")]
    [InlineData("Get-ChatRegion", "Get-ChatRegion TOK", "tokyo")]
    [InlineData("Get-ChatStack", "New-ChatApp x -Stack cont", "container")]
    [InlineData("Get-ChatStack", "Set-ChatApp x -BuildStack heroku-2", "heroku-22")]
    [InlineData("Get-ChatAddonService", "Get-ChatAddonPlan sched", "scheduler")]
    [InlineData("Get-ChatAddonPlan scheduler", "New-ChatAddon x scheduler", "scheduler:standard")]
    [InlineData("Get-ChatAddon completed-app", "Remove-ChatAddon x completed-", "completed-clock")]
    [InlineData("Get-ChatTeam", "New-ChatApp x -Team stor", "storefront")]
    [InlineData("Get-ChatAppCollaborator completed-app", "Remove-ChatAppCollaborator x ada", "ada.abara@example.com")]
    [InlineData("Get-ChatInvite storefront", "Remove-ChatInvite newc", "newcomer@example.com")]
    public void The_prompt_completes_what_was_seen(string seen, string line, string expected)
    {
        using (var other = sandbox.Connect(sandbox.Heroku))
            other.Run("$null = New-ChatApp completed-app; $null = New-ChatAppDomain completed-app www.completed.example.com; $null = New-ChatAddon completed-app scheduler -Name completed-clock");
        using var shell = sandbox.Connect(sandbox.Heroku);
        Assert.Empty(Completions(shell, line));
        shell.RunClean("$null = " + seen);
        sandbox.Server.ClearRequests();
        Assert.Contains(Completions(shell, line), match => match.Trim('\'') == expected);
        Assert.Empty(sandbox.Wire);
    }

    private static string[] Completions(Shell shell, string line)
    {
        using var engine = PowerShell.Create(shell.Runspace);
        return [.. CommandCompletion.CompleteInput(line, line.Length, [], engine).CompletionMatches.Select(match => match.CompletionText)];
    }
}
