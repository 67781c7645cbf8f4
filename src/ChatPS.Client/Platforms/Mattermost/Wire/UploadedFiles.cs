namespace ChatPS.Client.Platforms.Mattermost.Wire;

internal sealed class UploadedFiles
{
    public List<UploadedFile>? FileInfos { get; set; }
}
