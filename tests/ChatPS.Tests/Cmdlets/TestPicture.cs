namespace ChatPS.Tests.Cmdlets;

/// <summary>A picture on the disk, of one pixel.</summary>
internal sealed class TestPicture : IDisposable
{
    public TestPicture() => File.WriteAllBytes(Path, Convert.FromBase64String(Base64));

    public string Path { get; } = System.IO.Path.Combine(System.IO.Path.GetTempPath(), Guid.NewGuid() + ".gif");

    public string Base64 { get; } = "R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7";

    public void Dispose() => File.Delete(Path);
}
