using System.Diagnostics;

namespace ChatPS.Tests.Loading;

/// <summary>
/// The module in a process of its own, where nothing but the engine and the staged module decides what is loaded.
/// The console host imports it before the script runs.
/// </summary>
internal sealed class ModuleProcess
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    // Says which assembly lies in which context, one a line.
    private const string ListAssemblies = """
        foreach ($context in [System.Runtime.Loader.AssemblyLoadContext]::All) {
            foreach ($assembly in $context.Assemblies) {
                $name = $assembly.GetName()
                "assembly|$($context.Name)|$($name.Name)|$($name.Version)"
            }
        }
        """;

    private ModuleProcess(string[] lines)
    {
        Output = [.. lines.Where(l => !l.StartsWith("assembly|", StringComparison.Ordinal))];
        Assemblies = [.. lines.Except(Output).Select(l => l.Split('|')).Select(p => new Loaded(p[1], p[2], Version.Parse(p[3])))];
    }

    /// <summary>What the script wrote.</summary>
    public IReadOnlyList<string> Output { get; }

    /// <summary>What was loaded when the script had ended.</summary>
    public IReadOnlyList<Loaded> Assemblies { get; }

    /// <summary>The assembly of another's making that has the name of one of ours.</summary>
    public static string ForeignRestSharp { get; } = Path.Combine(AppContext.BaseDirectory, "foreign", "RestSharp.dll");

    /// <summary>Runs a script that must go without a word of error.</summary>
    /// <param name="script">The script.</param>
    /// <param name="startWith">An assembly that is in the default context before the engine is.</param>
    public static async Task<ModuleProcess> RunAsync(string script, string? startWith = null)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "ChatPS.Host.dll"), "-NonInteractive", "-File", "-"])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        if (startWith is not null)
            start.Environment["DOTNET_STARTUP_HOOKS"] = startWith;

        using var process = Process.Start(start)!;
        try
        {
            using var limit = new CancellationTokenSource(Patience);
            var error = process.StandardError.ReadToEndAsync(limit.Token);
            var output = process.StandardOutput.ReadToEndAsync(limit.Token);
            await process.StandardInput.WriteAsync($"$ErrorActionPreference = 'Stop'\n{script}\n{ListAssemblies}".AsMemory(), limit.Token);
            process.StandardInput.Close();
            Assert.Equal("", await error);
            var lines = (await output).Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
            await process.WaitForExitAsync(limit.Token);
            Assert.Equal(0, process.ExitCode);
            return new ModuleProcess(lines);
        }
        finally
        {
            if (!process.HasExited)
                process.Kill();
        }
    }

    internal sealed record Loaded(string Context, string Name, Version Version);
}
