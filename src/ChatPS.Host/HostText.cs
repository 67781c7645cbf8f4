using System.Management.Automation;

namespace ChatPS.Host;

/// <summary>What the host says about itself.</summary>
internal static class HostText
{
    public static string EngineVersion { get; } = PSVersionInfo.PSVersion.ToString();

    public static string Notice { get; } =
        $"This is the bare PowerShell {EngineVersion} engine; pwsh adds Select-Object, Sort-Object, Format-*, ConvertTo-*, "
        + "Export-Csv, profiles and PSReadLine.";

    public static string Banner { get; } =
        $"""
        {Notice}
        Get-Command -Module ChatPS lists the cmdlets. Tab completes, exit leaves.
        """;

    public static string Help { get; } =
        $"""
        ChatPS.Host runs the ChatPS module on machines without pwsh.
        {Notice}

        Usage:
          ChatPS.Host                              run the tour, docs/examples/tour.ps1
          ChatPS.Host [-File] <path> [arguments]   run a script; - reads it from standard input
          ChatPS.Host -Command <text>              run a command; - reads it from standard input
          ChatPS.Host -Interactive                 a prompt with history and tab completion
          ChatPS.Host -Help | -Version

        Options, before -File or -Command:
          -NonInteractive   fail instead of asking
          -NoExit           go on to the prompt afterwards
          -NoLogo           no notice at the prompt
          -NoProfile, -ExecutionPolicy <value>     accepted for pwsh's sake; there is nothing to do

        With dotnet run, the arguments come after --:
          dotnet run --project src/ChatPS.Host -- -Command "Get-Command -Module ChatPS"

        Exit codes: 0 success; 1 the last command failed, or a terminating error; n after 'exit n';
        64 wrong arguments or no such file; 70 the module could not be imported; 130 stopped by Ctrl+C.
        """;
}
