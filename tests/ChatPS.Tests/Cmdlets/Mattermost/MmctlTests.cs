using System.Text.RegularExpressions;

namespace ChatPS.Tests.Cmdlets.Mattermost;

/// <summary>The pipelines that docs/platforms/mattermost.md has for the commands that mmctl got after 2021 do what they say.</summary>
public sealed partial class MmctlTests(SandboxFixture sandbox) : IClassFixture<SandboxFixture>, IDisposable
{
    private const string Before = """
        $PSDefaultParameterValues = @{ 'Remove-Chat*:Force' = $true; 'Set-ChatJob:Force' = $true; 'Save-Chat*:Force' = $true }
        $null = 'Department', 'Skills' | ForEach-Object { Get-ChatUserAttribute -ErrorAction Ignore "$_*" } | Remove-ChatUserAttribute
        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("chatps").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    /// <summary>The command, and what has to be there before.</summary>
    private static readonly Dictionary<string, string> Commands = new()
    {
        { "channel users list", "" },
        { "channel users roles add", "Add-ChatRoomUser northwind-harbor/backend -User member" },
        { "channel users roles remove", "Add-ChatRoomUser northwind-harbor/backend -User member" },
        { "compliance-export cancel", "Remove-ChatLicense; $id = (Start-ChatExport csv).Id" },
        { "compliance-export create", "" },
        { "compliance-export download", "Set-ChatServerConfig MessageExportSettings.DownloadExportResults $true; $id = (Start-ChatExport csv -Wait).Id" },
        { "compliance-export list", "" },
        { "compliance-export show", "$id = (Start-ChatExport csv).Id" },
        { "config export", "" },
        { "cpa field create", "" },
        { "cpa field delete", "New-ChatUserAttribute Department" },
        { "cpa field edit", "New-ChatUserAttribute Skills multiselect -Option Go" },
        { "cpa field list", "" },
        { "cpa value list", "New-ChatUserAttribute Department; Set-ChatUserAttributeValue member Department Sales" },
        { "cpa value set", "New-ChatUserAttribute Department; New-ChatUserAttribute Skills multiselect -Option Go, 'C#'" },
        { "export create", "" },
        { "export generate-presigned-url", "Set-ChatServerConfig FileSettings.DedicatedExportStore $true; Get-ChatJob -Type export_process | Get-ChatJob -Wait; $name = (Start-ChatExport -Wait).Name" },
        { "import delete", "$name = 'none.zip'" },
        { "job list", "$id = (Start-ChatJob ldap_sync).Id" },
        { "job update", "$id = (Start-ChatJob cloud).Id" },
        { "ldap job list", "" },
        { "ldap job show", "$id = (Start-ChatJob ldap_sync).Id" },
        { "license get", "" },
        { "oauth list", "" },
        { "post delete", "Set-ChatServerConfig ServiceSettings.EnableAPIPostDeletion $true; $id = (Send-ChatMessage northwind-harbor/town-square x -PassThru).Id" },
        { "system supportpacket", "" },
        { "user edit authdata", "" },
        { "user edit email", "" },
        { "user preference set", "" },
        { "user preference list", "" },
        { "user preference get", "Set-ChatPreference display_settings use_military_time true -User member" },
        { "user preference delete", "" },
        // Last, since nobody is called member then.
        { "user edit username", "" },
    };

    [SandboxFact("needs a license and a server of today")]
    public void What_takes_its_place_runs()
    {
        using var shell = sandbox.ConnectLicensed();
        var problems = new List<string>();
        foreach (var (command, before) in Commands)
        {
            shell.RunClean("Set-ChatLicense -License $args[0]", SandboxFixture.Protect(sandbox.Mattermost.License!));
            foreach (var code in Pipelines(command).Select(InFolder).Prepend($"$null = . {{ {before} }}").Prepend(Before))
            {
                shell.Run(code);
                problems.AddRange(shell.Errors.Select(error => $"{command}: {code}: {error}"));
            }
        }
        Assert.Empty(problems);
    }

    private string InFolder(string code) => code.Replace("./", _folder + "/", StringComparison.Ordinal)
        .Replace("Save-ChatExport", $"Save-ChatExport -Destination '{_folder}'", StringComparison.Ordinal);

    private static IEnumerable<string> Pipelines(string command)
    {
        var row = File.ReadLines(Path.Combine(StagedModule.RepoRoot, "docs", "platforms", "mattermost.md")).Single(line => line.StartsWith($"| {command} | ", StringComparison.Ordinal));
        return Code().Matches(row).Select(match => match.Groups[1].Value.Replace("\\|", "|", StringComparison.Ordinal)).Where(code => code.Contains("-Chat", StringComparison.Ordinal));
    }

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Code();
}
