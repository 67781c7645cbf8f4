namespace ChatPS.Client.Platforms.Hathora.Wire;

internal sealed class Error
{
    public string? Message { get; set; }
}
