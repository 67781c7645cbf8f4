using System.Diagnostics;

namespace ChatPS.Tests.Hosting;

/// <summary>The host as the program it is, on the module as staged.</summary>
internal static class HostProcess
{
    /// <summary>How long a test waits for what must come.</summary>
    public static TimeSpan Patience { get; } = TimeSpan.FromSeconds(60);

    /// <summary>Runs it to its end.</summary>
    public static async Task<(int ExitCode, string Output, string Error)> RunAsync(params string[] args)
    {
        using var host = Start(args);
        host.StandardInput.Close();
        var error = host.StandardError.ReadToEndAsync();
        var output = await host.StandardOutput.ReadToEndAsync();
        return (await ExitCodeOfAsync(host), output, await error);
    }

    public static Process Start(params string[] args)
    {
        var program = Path.Combine(AppContext.BaseDirectory, "ChatPS.Host.dll");
        return Process.Start(new ProcessStartInfo("dotnet", [program, .. args])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
    }

    public static async Task<int> ExitCodeOfAsync(Process host)
    {
        try
        {
            using var limit = new CancellationTokenSource(Patience);
            await host.WaitForExitAsync(limit.Token);
            return host.ExitCode;
        }
        finally
        {
            if (!host.HasExited)
                host.Kill();
        }
    }
}
