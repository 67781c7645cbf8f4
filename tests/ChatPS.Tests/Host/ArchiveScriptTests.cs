namespace ChatPS.Tests.Hosting;

/// <summary>docs/examples/archive-inactive.ps1, rehearsed as its help says: in the host, against the sandbox.</summary>
public sealed class ArchiveScriptTests
{
    [Fact]
    public async Task Old_channels_are_archived_and_the_default_ones_stay()
    {
        var (exitCode, output, error) = await RunAsync("-Days", "1", "-Keep", "northwind-harbor/b*");

        Assert.Equal("", error);
        Assert.Equal(0, exitCode);
        Assert.NotEqual("{}", Told(output, "Archived"));
        Assert.Equal("{}", Told(output, "WouldArchive"));
        Assert.Equal("{}", Told(output, "Failed"));
        Assert.DoesNotContain("town-square", output, StringComparison.Ordinal);
        Assert.StartsWith("{northwind-harbor/b", Told(output, "Kept"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_rehearsal_archives_nothing()
    {
        var (exitCode, output, error) = await RunAsync("-Days", "1", "-WhatIf");

        Assert.Equal("", error);
        Assert.Equal(0, exitCode);
        Assert.Contains("\"Remove room\"", output, StringComparison.Ordinal);
        Assert.Equal("{}", Told(output, "Archived"));
        Assert.NotEqual("{}", Told(output, "WouldArchive"));
    }

    [Fact]
    public async Task A_team_that_is_not_there_ends_it_with_a_code()
    {
        var (exitCode, _, error) = await RunAsync("-Team", "nobodys-team");

        Assert.Equal(1, exitCode);
        Assert.Contains("No team has that name", error, StringComparison.Ordinal);
    }

    /// <summary>What the summary tells under a name, up to the end of the line.</summary>
    private static string Told(string output, string name) =>
        output.ReplaceLineEndings("\n").Split('\n').Single(line => line.Split(':')[0].Trim() == name).Split(':', 2)[1].Trim();

    private static Task<(int ExitCode, string Output, string Error)> RunAsync(params string[] args) => HostProcess.RunAsync(
    [
        "-NonInteractive", "-File", Path.Combine(StagedModule.RepoRoot, "docs", "examples", "archive-inactive.ps1"), "-Sandbox", .. args,
    ]);
}
