namespace ChatPS.Client.Platforms.Heroku.Wire;

internal sealed class Error
{
    public string? Id { get; set; }

    public string? Message { get; set; }

    public string? Url { get; set; }
}
