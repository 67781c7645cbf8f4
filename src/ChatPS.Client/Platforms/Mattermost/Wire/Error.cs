namespace ChatPS.Client.Platforms.Mattermost.Wire;

internal sealed class Error
{
    public string? Id { get; set; }

    public string? Message { get; set; }

    public string? DetailedError { get; set; }

    public string? RequestId { get; set; }

    public int StatusCode { get; set; }
}
