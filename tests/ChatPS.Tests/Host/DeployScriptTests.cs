namespace ChatPS.Tests.Hosting;

/// <summary>docs/examples/deploy.ps1, rehearsed as its help says: in the host, against the sandbox.</summary>
public sealed class DeployScriptTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("chatps-deploy-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task A_good_build_is_deployed_and_its_room_answers()
    {
        Write("Dockerfile", "FROM scratch\nCOPY server /server\nCMD [\"/server\"]\n");
        Write("server", "#!/bin/sh\n");
        var (exitCode, output, error) = await RunAsync("-Tag", "v7");

        Assert.Equal("", error);
        Assert.Equal(0, exitCode);
        var lines = output.ReplaceLineEndings("\n").Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal($"Building {_folder} as v7", lines[0]);
        Assert.Matches("^Build [0-9a-z-]+ succeeded$", lines[1]);
        Assert.Matches("^Deployment [0-9a-z-]+: .+ CPU, .+ MB, .+ rooms per process$", lines[2]);
        Assert.Matches(@"^Room \S+ answers at \S+:\d+$", lines[3]);
        Assert.NotEmpty(lines[5..]);
    }

    [Fact]
    public async Task A_build_that_fails_ends_it_with_its_own_words_and_a_code()
    {
        Write("Dockerfile", "FROM scratch\nRUN exit 3\n");
        var (exitCode, output, error) = await RunAsync();

        Assert.Equal(1, exitCode);
        Assert.Contains("failed", error, StringComparison.Ordinal);
        Assert.Contains("RUN exit 3", error, StringComparison.Ordinal);
        Assert.DoesNotContain("Deployment", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_app_that_is_not_there_ends_it_too()
    {
        Write("Dockerfile", "FROM scratch\n");
        var (exitCode, _, error) = await RunAsync("-App", "nobodys-app");

        Assert.Equal(1, exitCode);
        Assert.Contains("There is no app 'nobodys-app'", error, StringComparison.Ordinal);
    }

    private Task<(int ExitCode, string Output, string Error)> RunAsync(params string[] args) => HostProcess.RunAsync(
    [
        "-NonInteractive", "-File", Path.Combine(StagedModule.RepoRoot, "docs", "examples", "deploy.ps1"),
        .. args.Contains("-App") ? args : ["-App", "arena", .. args],
        "-Source", _folder,
        "-Sandbox",
    ]);

    private void Write(string name, string text) => File.WriteAllText(Path.Combine(_folder, name), text);
}
