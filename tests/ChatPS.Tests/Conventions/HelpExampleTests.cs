using System.Management.Automation.Language;
using ChatPS.Tests.Cmdlets;

namespace ChatPS.Tests.Conventions;

/// <summary>
/// What the help shows can be typed as it stands, after Connect-ChatService -Sandbox or what the page's notes say. Examples
/// that need more commands than the engine itself has run in tests/Pester. They stop every sandbox there is.
/// </summary>
[Collection(SharedState.Name)]
public sealed class HelpExampleTests
{
    public static TheoryData<string> Topics => [.. Directory.GetFiles(HelpPage.Folder, "*.md").Select(f => Path.GetFileNameWithoutExtension(f)!).Order()];

    [Theory]
    [MemberData(nameof(Topics))]
    public void Examples_run(string topic)
    {
        var codes = HelpPage.Pages.TryGetValue(topic, out var page)
            ? page.Examples.Select(e => e.Code)
            : HelpPage.CodeOf(File.ReadAllText(Path.Combine(HelpPage.Folder, topic + ".md")));
        foreach (var code in codes)
        {
            var folder = Directory.CreateTempSubdirectory("chatps-help-");
            using var shell = new Shell();
            shell.Runspace.SessionStateProxy.Path.SetLocation(folder.FullName);
            try
            {
                if (!Commands(code).All(command => shell.Run("Get-Command $args[0] -ErrorAction Ignore", command).Count > 0))
                    continue;
                shell.RunClean($"$null = Start-ChatSandbox -Size Small; {page?.Start ?? "Connect-ChatService -Sandbox"}");
                shell.Run(code);
                Assert.True(shell.Errors.Count == 0, $"{code}\n\n{string.Join('\n', shell.Errors)}");
            }
            finally
            {
                shell.Run("Stop-ChatSandbox");
                folder.Delete(recursive: true);
            }
        }
    }

    private static IEnumerable<string> Commands(string code)
    {
        var script = Parser.ParseInput(code, out _, out var errors);
        Assert.Empty(errors);
        return script.FindAll(a => a is CommandAst, searchNestedScriptBlocks: true).Cast<CommandAst>().Select(c => c.GetCommandName()).OfType<string>();
    }
}
