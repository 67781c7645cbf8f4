namespace ChatPS.Host;

/// <summary>Where the staged module and its tour are: the nearest folder upwards that has out/ChatPS.</summary>
internal sealed record Installation(string Root)
{
    public string Manifest => Path.Combine(Root, "out", "ChatPS", "ChatPS.psd1");

    public string Tour => Path.Combine(Root, "docs", "examples", "tour.ps1");

    public static Installation? FindAbove(string folder)
    {
        for (var at = new DirectoryInfo(folder); at is not null; at = at.Parent)
        {
            var found = new Installation(at.FullName);
            if (File.Exists(found.Manifest))
                return found;
        }

        return null;
    }
}
