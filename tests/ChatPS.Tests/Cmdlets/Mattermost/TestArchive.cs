using System.IO.Compression;

namespace ChatPS.Tests.Cmdlets.Mattermost;

/// <summary>An archive as servers import it, of lines and nothing else.</summary>
internal static class TestArchive
{
    public static string Write(string folder, string name, string[] lines)
    {
        var path = Path.Combine(folder, name);
        using var zip = ZipFile.Open(path, ZipArchiveMode.Create);
        using var writer = new StreamWriter(zip.CreateEntry("import.jsonl").Open());
        foreach (var line in lines)
            writer.WriteLine(line);
        return path;
    }
}
