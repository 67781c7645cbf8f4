using System.Diagnostics;

namespace ChatPS.Tests.Hosting;

/// <summary>The host as the program it is, on the module as staged.</summary>
public sealed class HostProcessTests
{
    [Fact]
    public async Task Runs_a_command_on_the_staged_module()
    {
        var (exitCode, output, error) = await HostProcess.RunAsync("-Command", "(Get-Module ChatPS).Path; 'ünï'; exit 3");

        Assert.Equal("", error);
        var lines = output.ReplaceLineEndings("\n").Split('\n');
        Assert.EndsWith(Path.Combine("out", "ChatPS", "bin", "ChatPS.dll"), lines[0], StringComparison.Ordinal);
        Assert.Equal("ünï", lines[1]);
        Assert.Equal(3, exitCode);
    }

    [Fact]
    public async Task Reads_its_script_from_standard_input()
    {
        using var host = HostProcess.Start("-File", "-");
        await host.StandardInput.WriteAsync("'piped'; nosuch; throw 'end'");
        host.StandardInput.Close();

        Assert.Equal("piped", (await host.StandardOutput.ReadToEndAsync()).Trim());
        Assert.StartsWith("nosuch: ", await host.StandardError.ReadToEndAsync(), StringComparison.Ordinal);
        Assert.Equal(1, await HostProcess.ExitCodeOfAsync(host));
    }

    [Fact]
    public async Task An_interrupt_ends_it_with_130()
    {
        if (OperatingSystem.IsWindows())
            return; // There, a console event is all there is, and it reaches the test runner too.

        using var host = HostProcess.Start("-Command", "'started'; while ($true) { [Threading.Thread]::Sleep(20) }");
        Assert.Equal("started", await host.StandardOutput.ReadLineAsync().WaitAsync(HostProcess.Patience));
        using (var kill = Process.Start("kill", ["-INT", $"{host.Id}"]))
            await kill.WaitForExitAsync();

        Assert.Equal(130, await HostProcess.ExitCodeOfAsync(host));
    }
}
