namespace ChatPS.Tests.Hosting;

/// <summary>A folder laid out like the repository, with a module of its own: the host's behaviour is no matter of ours.</summary>
public sealed class HostInstallation : IDisposable
{
    public HostInstallation()
    {
        Root = Directory.CreateTempSubdirectory("chatps-host-").FullName;
        Write("out/ChatPS/ChatPS.psd1", "@{ ModuleVersion = '1.2.3'; RootModule = 'ChatPS.psm1'; FunctionsToExport = 'Get-Greeting' }");
        Write("out/ChatPS/ChatPS.psm1", "function Get-Greeting { 'hello from the module' }");
    }

    public string Root { get; }

    public string Write(string path, string text)
    {
        var full = Path.Combine(Root, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllText(full, text);
        return full;
    }

    public void Dispose() => Directory.Delete(Root, recursive: true);
}
