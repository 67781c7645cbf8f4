using System.Management.Automation.Runspaces;
using ChatPS.Host;

namespace ChatPS.Tests.Hosting;

public class HostArgumentsTests
{
    [Theory]
    [InlineData("", "Tour", "")]
    [InlineData("-File x.ps1", "File", "x.ps1")]
    [InlineData("-f x.ps1", "File", "x.ps1")]
    [InlineData("--FILE x.ps1", "File", "x.ps1")]
    [InlineData("x.ps1 -Command y", "File", "x.ps1")]
    [InlineData("-", "File", "-")]
    [InlineData("-c Get-ChatRoom -Name x", "Command", "Get-ChatRoom -Name x")]
    [InlineData("-Comm -", "Command", "-")]
    [InlineData("-i", "Interactive", "")]
    [InlineData("-inter -NoProfile -nologo", "Interactive", "")]
    [InlineData("-h", "Help", "")]
    [InlineData("-?", "Help", "")]
    [InlineData("-Version", "Version", "")]
    [InlineData("-NoProfile -ExecutionPolicy Bypass -File x.ps1", "File", "x.ps1")]
    [InlineData("-ep Bypass -c 1", "Command", "1")]
    public void Reads_a_command_line_as_pwsh_does(string line, string action, string text)
    {
        var parsed = HostArguments.Parse(Split(line));

        Assert.Equal(action, parsed.Action.ToString());
        Assert.Equal(text, parsed.Text);
    }

    [Theory]
    [InlineData("-noni -noe -c 1", true, true)]
    [InlineData("-NonInteractive x.ps1", true, false)]
    [InlineData("x.ps1 -NonInteractive", false, false)]
    [InlineData("-c 1 -NoExit", false, false)]
    public void Options_count_before_the_file_or_the_command_only(string line, bool nonInteractive, bool noExit)
    {
        var parsed = HostArguments.Parse(Split(line));

        Assert.Equal(nonInteractive, parsed.NonInteractive);
        Assert.Equal(noExit, parsed.NoExit);
    }

    [Theory]
    [InlineData("-n", "-noninteractive, -noexit, -noprofile, -nologo")]
    [InlineData("-no", "-noninteractive, -noexit, -noprofile, -nologo")]
    [InlineData("-Bogus", "'-Bogus' is not an option")]
    [InlineData("-Filex", "'-Filex' is not an option")]
    [InlineData("-e", "'-e'")]
    [InlineData("--", "'--' is not an option")]
    [InlineData("-File", "-File needs")]
    [InlineData("-c", "-Command needs")]
    public void Refuses_what_it_cannot_follow(string line, string message)
    {
        var refusal = Assert.Throws<HostUsageException>(() => HostArguments.Parse(Split(line)));

        Assert.Contains(message, refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("-Name bob", "-Name=|=bob")]
    [InlineData("-Name:bob", "-Name=bob")]
    [InlineData("-Name: bob", "-Name=bob")]
    [InlineData("-Flag:$false -Other:$TRUE", "-Flag=False|-Other=True")]
    [InlineData("-Flag:false", "-Flag=false")]
    [InlineData("$true plain -", "=$true|=plain|=-")]
    [InlineData("-Uri:http://x:80/", "-Uri=http://x:80/")]
    [InlineData("http://x", "=http://x")]
    [InlineData("-5", "-5=")]
    public void Passes_a_scripts_parameters_on(string line, string expected)
    {
        var parsed = HostArguments.Parse([.. "-File x.ps1".Split(' '), .. Split(line)]);

        Assert.Equal(expected, string.Join('|', parsed.ScriptParameters.Select(Show)));
    }

    private static string Show(CommandParameter parameter) => $"{parameter.Name}={parameter.Value}";

    private static string[] Split(string line) => line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
