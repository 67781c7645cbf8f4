using ChatPS.Client.Capabilities;

namespace ChatPS.Client.Platforms.Mattermost.Archives;

/// <summary>Looks at archives as Mattermost's servers export and import them.</summary>
internal sealed class ArchiveChecker : IImportChecker
{
    public IImportCheck Open(string path, FileUpload archive, ImportCheckOptions options) => new ArchiveCheck(path, archive, options, TimeProvider.System);
}
