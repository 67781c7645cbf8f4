namespace ChatPS.Client.Platforms.HipChat.Wire;

internal sealed class ErrorBody
{
    public Error? Error { get; set; }
}

internal sealed class Error
{
    public int? Code { get; set; }

    public string? Type { get; set; }

    public string? Message { get; set; }
}
